import { LEFT_OUT_REASONS } from '../../src/core/measures/left-out-time.ts';
import { code, int, list, nullable, object, real, text, variant, type Shape } from './shape.ts';

/** Longest name that the operator may type. */
const MAX_NAME = 80;

const MAX_CAMERAS = 16;
const MAX_ENTITIES = 64;
const MAX_POINTS = 32;
const MAX_FIXTURES = 100;
const MAX_OUTLINES = 500;
const MAX_OUTLINE_POINTS = 500;
const MAX_MARKS = 16;
const id = int(1, Number.MAX_SAFE_INTEGER);
const name = text(MAX_NAME);
/** Picture fractions. */
const point = object({ x: real(0, 1), y: real(0, 1) });
const polygon = list(point, 3, MAX_POINTS);
const timingMs = real(0, 600_000);
const timing = object({ enterMs: timingMs, leaveMs: timingMs, bridgeMs: timingMs });
const zoneKind = code('area', 'queue', 'staff');
/** Metres on the plan. */
const place = object({ x: real(-500, 500), y: real(-500, 500) });
const metres = real(0, 200);

const line = object({
  id,
  name,
  kind: code('entrance', 'passage', 'outside'),
  points: list(point, 2, MAX_POINTS),
  inward: object({ x: real(-1e6, 1e6), y: real(-1e6, 1e6) }),
});

const zone = object({
  id,
  name,
  kind: zoneKind,
  polygon,
  timing,
});

const floorZone = object({
  id,
  name,
  kind: zoneKind,
  polygon: list(place, 3, MAX_POINTS),
  timing,
  owner: id,
});

const outline = object({
  points: list(object({ x: metres, y: metres }), 2, MAX_OUTLINE_POINTS),
  isClosed: code(true, false),
});

const floorPlan = object(
  {
    widthM: metres,
    depthM: metres,
    fixtures: list(object({ left: metres, top: metres, right: metres, bottom: metres }), 0, MAX_FIXTURES),
  },
  // Absent in what an older build has stored.
  { outlines: list(outline, 0, MAX_OUTLINES) },
);

const source = variant(
  'kind',
  new Map([
    ['demo', object({ kind: code('demo'), seed: int(0, 0xffff_ffff) })],
    ['usb', object({ kind: code('usb'), deviceId: text(200) })],
    ['whep', object({ kind: code('whep'), url: text(500) })],
  ]),
);

const camera = object({
  id,
  name,
  source,
  paused: code(true, false),
  lines: list(line, 0, MAX_ENTITIES),
  zones: list(zone, 0, MAX_ENTITIES),
  masks: list(polygon, 0, MAX_ENTITIES),
  region: nullable(object({ left: real(0, 1), top: real(0, 1), right: real(0, 1), bottom: real(0, 1) })),
  calibration: nullable(list(object({ image: point, floor: place }), 4, MAX_MARKS)),
});

const alertAt = (most: number): Shape => nullable(int(1, most));
const minute = int(0, 1439);

const alerts = object({
  occupancyLimit: alertAt(100_000),
  queues: list(object({ zone: id, length: alertAt(999), waitMinutes: alertAt(120) }), 0, MAX_ENTITIES),
  cameraStoppedMinutes: alertAt(60),
  coverageBelow: alertAt(100),
  repeatMinutes: alertAt(120),
  sound: code(true, false),
  notify: code(true, false),
  quiet: nullable(object({ fromMinute: minute, toMinute: minute })),
});

const date = text(10);
const hours = nullable(object({ fromMinute: minute, toMinute: minute }));

const calendar = object({
  week: nullable(list(hours, 7, 7)),
  exceptions: list(object({ date, hours }), 0, 400),
  holidays: code(true, false),
  notes: list(object({ date, text: name }), 0, 400),
});

/** Times between two instants, ms. */
const instantMs = int(0, 8.64e15);
const leftOut = list(
  object({ fromMs: instantMs, toMs: instantMs, camera: nullable(id), reason: code(...LEFT_OUT_REASONS) }),
  0,
  400,
);

/** The operator's settings, as `core/site/site.ts` describes them. */
export const siteShape: Shape = object(
  {
    schemaVersion: code(1),
    store: object({
      name,
      timeZone: text(MAX_NAME),
      dayStartsAtMinute: int(0, 1439),
      retentionMonths: int(1, 36),
    }),
    cameras: list(camera, 0, MAX_CAMERAS),
    floor: nullable(floorPlan),
    floorZones: list(floorZone, 0, MAX_ENTITIES),
    engine: code('auto', 'webgpu', 'wasm-threads', 'wasm'),
    nextId: id,
  },
  // Absent in what an older build has stored: that still is a site.
  { alerts, calendar, leftOut },
);
