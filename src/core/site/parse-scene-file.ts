import { DEFAULT_ZONE_TIMING } from '../counting/scene.ts';
import type { ImagePoint } from '../geometry/point.ts';
import { failed, ok, type Result } from '../result.ts';
import { Field, Refused } from './field.ts';
import {
  checkArea,
  checkSides,
  MAX_CORNERS,
  MAX_ENTITIES,
  MAX_MASKS,
  MAX_NAME_LENGTH,
} from './shape-fields.ts';
import type { Line, Zone } from './site.ts';

/** Lines, zones and masks of one camera, before the site gives them ids. The file's ids are their names. */
export interface SceneFile {
  readonly lines: readonly Omit<Line, 'id'>[];
  readonly zones: readonly Omit<Zone, 'id'>[];
  readonly masks: readonly (readonly ImagePoint[])[];
}

export interface FrameSize {
  readonly width: number;
  readonly height: number;
}

/** Characters of a scene file at most. */
export const MAX_SCENE_LENGTH = 1_000_000;

/**
 * Reads SCENE.json. Files in `px` need the size of the decoded frame (pixels); `unit` files (0–1) do not.
 * Problems: `scene-not-json`; `scene-invalid` with `field` (such as `lines[0].points[1]`) and `reason` (`Refusal`).
 * A line that `in` is parallel to is named by its segment: `lines[0].points[1]` with `parallel`.
 */
export function parseSceneFile(text: string, frameSize: FrameSize | null): Result<SceneFile> {
  if (text.length > MAX_SCENE_LENGTH) return failed('scene-invalid', { reason: 'length' });
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return failed('scene-not-json');
  }
  try {
    return ok(readScene(new Field('', value), frameSize));
  } catch (error) {
    if (error instanceof Refused)
      return failed('scene-invalid', { field: error.field, reason: error.reason });
    throw error;
  }
}

function readScene(scene: Field, frameSize: FrameSize | null): SceneFile {
  const fields = scene.object(['units'], ['lines', 'zones', 'masks']);
  const units = fields.units.oneOf(['px', 'unit']);
  const size = units === 'px' ? frameSize : { width: 1, height: 1 };
  if (!size) return fields.units.refuse('units-need-size');
  const lines = fields.lines?.list({ most: MAX_ENTITIES }) ?? [];
  const zones = fields.zones?.list({ most: MAX_ENTITIES - lines.length }) ?? [];
  const masks = fields.masks?.list({ most: MAX_MASKS }) ?? [];
  const readName = createNameReader();
  return {
    lines: lines.map((line) => readLine(line, { size, readName })),
    zones: zones.map((zone) => readZone(zone, { size, readName })),
    masks: masks.map((mask) => readPolygon(mask, size)),
  };
}

interface Reading {
  readonly size: FrameSize;
  readonly readName: (id: Field) => string;
}

function readLine(line: Field, { size, readName }: Reading): Omit<Line, 'id'> {
  const fields = line.object(['id', 'points', 'in'], ['kind']);
  const corners = fields.points.list({ least: 2, most: MAX_CORNERS }).map((point) => readPoint(point, size));
  const [x, y] = readPair(fields.in, 1e6);
  const inward = { x: x / size.width, y: y / size.height };
  checkSides({ points: fields.points, corners, inward });
  return {
    name: readName(fields.id),
    kind: fields.kind?.oneOf(['entrance', 'passage', 'outside']) ?? 'entrance',
    points: corners,
    inward,
  };
}

function readZone(zone: Field, { size, readName }: Reading): Omit<Zone, 'id'> {
  const fields = zone.object(['id', 'polygon'], ['kind']);
  return {
    name: readName(fields.id),
    kind: fields.kind?.oneOf(['area', 'queue', 'staff']) ?? 'area',
    polygon: readPolygon(fields.polygon, size),
    timing: DEFAULT_ZONE_TIMING,
  };
}

/** Names lines and zones by their ids, each of which may be used once. */
function createNameReader(): (id: Field) => string {
  const used = new Set<string>();
  return (id) => {
    const name = id.text({ least: 1, most: MAX_NAME_LENGTH });
    if (used.has(name)) id.refuse('duplicate');
    used.add(name);
    return name;
  };
}

function readPolygon(polygon: Field, size: FrameSize): readonly ImagePoint[] {
  const corners = polygon.list({ least: 3, most: MAX_CORNERS }).map((point) => readPoint(point, size));
  checkArea(polygon, corners);
  return corners;
}

function readPoint(point: Field, { width, height }: FrameSize): ImagePoint {
  const [x, y] = point.list({ least: 2, most: 2 });
  if (!x || !y) return point.refuse('length');
  return {
    x: x.number({ least: 0, most: width }) / width,
    y: y.number({ least: 0, most: height }) / height,
  };
}

function readPair(pair: Field, most: number): readonly [number, number] {
  const [x, y] = pair.list({ least: 2, most: 2 });
  if (!x || !y) return pair.refuse('length');
  return [x.number({ least: -most, most }), y.number({ least: -most, most })];
}
