import { NO_ALERTS } from '../alerts/alert-settings.ts';
import type { Box } from '../geometry/box.ts';
import type { ImagePoint, Point } from '../geometry/point.ts';
import { failed, ok, type Result } from '../result.ts';
import { readAlerts } from './alert-fields.ts';
import { readCalendar } from './calendar-fields.ts';
import { parseCameraUrl } from './camera-url.ts';
import { Field, Refused } from './field.ts';
import { readFloorPlan, readFloorZones, readMarks } from './floor-fields.ts';
import { readLeftOut } from './left-out-fields.ts';
import { migrateSite, SITE_VERSION } from './migrate-site.ts';
import {
  checkArea,
  checkRegion,
  checkSides,
  MAX_CORNERS,
  MAX_ENTITIES,
  MAX_MASKS,
  MAX_NAME_LENGTH,
} from './shape-fields.ts';
import type { Camera, CameraSource, Line, Site, Store, Zone } from './site.ts';
import { readName, readZoneRule, type ReadId } from './zone-rule-fields.ts';

const MAX_CAMERAS = 16;
const MAX_ID = Number.MAX_SAFE_INTEGER;

/**
 * Reads settings of any known version from storage, a file or a form. Problem `settings-invalid` with `field` (such as
 * `cameras[0].lines[1].points[0]`) and `reason` (`Refusal`). What comes back holds nothing but the fields of `Site`.
 * Some fields came later without a new version, because what they say when absent is what was true before: without
 * `region` a camera's whole picture is looked at (null), without `engine` the program chooses (`auto`), without
 * `calibration`, `floor` and `floorZones` nothing is known of the floor, without a plan's `outlines` it has rectangles
 * alone, without `alerts` nothing is told, without `calendar` all time counts as open, and without `leftOut` nothing is
 * left out.
 */
export function parseSite(value: unknown): Result<Site> {
  const migrated = migrateSite(value);
  if (!migrated) return failed('settings-invalid', { field: 'schemaVersion', reason: 'version' });
  try {
    return ok(readSite(new Field('', migrated)));
  } catch (error) {
    if (error instanceof Refused) {
      return failed('settings-invalid', { field: error.field, reason: error.reason });
    }
    throw error;
  }
}

function readSite(site: Field): Site {
  const fields = site.object(
    ['schemaVersion', 'store', 'cameras', 'nextId'],
    ['engine', 'floor', 'floorZones', 'alerts', 'calendar', 'leftOut'],
  );
  const nextId = fields.nextId.integer({ least: 1, most: MAX_ID });
  const ids = new Set<number>();
  /** An id of this site: given out already, and once only. */
  const readId = (id: Field): number => {
    const value = id.integer({ least: 1, most: nextId - 1 });
    if (ids.has(value)) id.refuse('duplicate');
    ids.add(value);
    return value;
  };
  const cameras = fields.cameras.list({ most: MAX_CAMERAS }).map((camera) => readCamera(camera, readId));
  return {
    schemaVersion: SITE_VERSION,
    store: readStore(fields.store),
    cameras,
    floor: fields.floor && fields.floor.value !== null ? readFloorPlan(fields.floor) : null,
    floorZones: fields.floorZones ? readFloorZones(fields.floorZones, { cameras, readId }) : [],
    engine: fields.engine?.oneOf(['auto', 'webgpu', 'wasm-threads', 'wasm']) ?? 'auto',
    alerts: fields.alerts ? readAlerts(fields.alerts, nextId) : NO_ALERTS,
    ...(fields.calendar && { calendar: readCalendar(fields.calendar) }),
    ...(fields.leftOut && { leftOut: readLeftOut(fields.leftOut) }),
    nextId,
  };
}

function readStore(store: Field): Store {
  const fields = store.object(['name', 'timeZone', 'dayStartsAtMinute', 'retentionMonths']);
  return {
    name: fields.name.text({ most: MAX_NAME_LENGTH }),
    timeZone: readTimeZone(fields.timeZone),
    dayStartsAtMinute: fields.dayStartsAtMinute.integer({ least: 0, most: 1439 }),
    retentionMonths: fields.retentionMonths.integer({ least: 1, most: 36 }),
  };
}

function readTimeZone(timeZone: Field): string {
  const name = timeZone.text({ least: 1, most: MAX_NAME_LENGTH });
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return name;
  } catch {
    return timeZone.refuse('unknown-value'); // how Intl tells that it does not know the name
  }
}

function readCamera(camera: Field, readId: ReadId): Camera {
  const fields = camera.object(
    ['id', 'name', 'source', 'paused', 'lines', 'zones', 'masks'],
    ['region', 'calibration'],
  );
  const lines = fields.lines.list({ most: MAX_ENTITIES });
  return {
    id: readId(fields.id),
    name: readName(fields.name),
    source: readSource(fields.source),
    paused: fields.paused.boolean(),
    lines: lines.map((line) => readLine(line, readId)),
    zones: fields.zones.list({ most: MAX_ENTITIES - lines.length }).map((zone) => readZone(zone, readId)),
    masks: fields.masks.list({ most: MAX_MASKS }).map(readPolygon),
    region: fields.region && fields.region.value !== null ? readRegion(fields.region) : null,
    calibration:
      fields.calibration && fields.calibration.value !== null ? readMarks(fields.calibration) : null,
  };
}

function readRegion(region: Field): Box {
  const fields = region.object(['left', 'top', 'right', 'bottom']);
  const range = { least: 0, most: 1 };
  const box = {
    left: fields.left.number(range),
    top: fields.top.number(range),
    right: fields.right.number(range),
    bottom: fields.bottom.number(range),
  };
  checkRegion(region, box);
  return box;
}

function readSource(source: Field): CameraSource {
  const kind = source.object(['kind'], ['seed', 'deviceId', 'url']).kind.oneOf(['demo', 'usb', 'whep']);
  switch (kind) {
    case 'demo':
      return { kind, seed: source.object(['kind', 'seed']).seed.integer({ least: 0, most: 0xffff_ffff }) };
    case 'usb':
      return { kind, deviceId: source.object(['kind', 'deviceId']).deviceId.text({ least: 1, most: 200 }) };
    case 'whep': {
      const { url } = source.object(['kind', 'url']);
      const text = url.text({ most: 500 });
      return { kind, url: parseCameraUrl(text).ok ? text : url.refuse('address') };
    }
  }
}

function readLine(line: Field, readId: ReadId): Line {
  const fields = line.object(['id', 'name', 'kind', 'points', 'inward']);
  const corners = fields.points.list({ least: 2, most: MAX_CORNERS }).map(readPoint);
  const inward = readVector(fields.inward);
  checkSides({ points: fields.points, corners, inward });
  return {
    id: readId(fields.id),
    name: readName(fields.name),
    kind: fields.kind.oneOf(['entrance', 'passage', 'outside']),
    points: corners,
    inward,
  };
}

function readZone(zone: Field, readId: ReadId): Zone {
  const fields = zone.object(['id', 'name', 'kind', 'polygon', 'timing']);
  return { ...readZoneRule(fields, readId), polygon: readPolygon(fields.polygon) };
}

function readPolygon(polygon: Field): readonly ImagePoint[] {
  const corners = polygon.list({ least: 3, most: MAX_CORNERS }).map(readPoint);
  checkArea(polygon, corners);
  return corners;
}

function readPoint(point: Field): ImagePoint {
  return point.xy({ least: 0, most: 1 });
}

/** Of any length but none: only the direction counts, which `checkSides` looks at. */
function readVector(vector: Field): Point<'image'> {
  return vector.xy({ least: -1e6, most: 1e6 });
}
