import { NO_ALERTS } from '../../src/core/alerts/alert-settings.ts';
import { DEFAULT_ZONE_TIMING } from '../../src/core/counting/scene.ts';
import type { Camera, FloorZone, Line, Site, Zone } from '../../src/core/site/site.ts';

/** A vertical line in the middle of the picture, in to the left. */
export function aLine(parts: Partial<Line> = {}): Line {
  return {
    id: 2,
    name: 'door',
    kind: 'entrance',
    points: [
      { x: 0.5, y: 0.2 },
      { x: 0.5, y: 0.8 },
    ],
    inward: { x: -1, y: 0 },
    ...parts,
  };
}

/** A square in the upper left of the picture. */
export function aZone(parts: Partial<Zone> = {}): Zone {
  return {
    id: 3,
    name: 'shelf',
    kind: 'area',
    polygon: [
      { x: 0.1, y: 0.1 },
      { x: 0.4, y: 0.1 },
      { x: 0.4, y: 0.4 },
      { x: 0.1, y: 0.4 },
    ],
    timing: DEFAULT_ZONE_TIMING,
    ...parts,
  };
}

/** Two metres by one, in the midst of what a camera with `someMarks` sees. */
export function aFloorZone(parts: Partial<FloorZone> = {}): FloorZone {
  return {
    id: 4,
    name: 'table',
    kind: 'area',
    polygon: [
      { x: 4, y: 3 },
      { x: 6, y: 3 },
      { x: 6, y: 4 },
      { x: 4, y: 4 },
    ],
    timing: DEFAULT_ZONE_TIMING,
    owner: 1,
    ...parts,
  };
}

/** A WHEP camera with one line and one zone. */
export function aCamera(parts: Partial<Camera> = {}): Camera {
  return {
    id: 1,
    name: 'entrance',
    source: { kind: 'whep', url: 'http://192.168.1.10:8889/door/whep' },
    paused: false,
    lines: [aLine()],
    zones: [aZone()],
    masks: [],
    region: null,
    calibration: null,
    ...parts,
  };
}

/** A shop in Tokyo with one camera. */
export function aSite(parts: Partial<Site> = {}): Site {
  return {
    schemaVersion: 1,
    store: { name: '本店', timeZone: 'Asia/Tokyo', dayStartsAtMinute: 300, retentionMonths: 13 },
    cameras: [aCamera()],
    floor: null,
    floorZones: [],
    engine: 'auto',
    alerts: NO_ALERTS,
    nextId: 10,
    ...parts,
  };
}
