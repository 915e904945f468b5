import { DEFAULT_ZONE_TIMING, type ZoneKind } from '../counting/scene.ts';
import type { Camera, Line, LineKind, Zone, ZoneRule } from '../site/site.ts';
import { boxAround, cornersOf, type DraftShape, type Drawing, type NewShape } from './draft-shape.ts';

/** What can be drawn of a camera. */
export type DrawnScene = Pick<Camera, 'lines' | 'zones' | 'masks' | 'region'>;

/** A camera's lines, zones, masks and detection range as a drawing. */
export function drawingOf({ lines, zones, masks, region }: DrawnScene): Drawing<'image'> {
  const plain = { inward: null, kind: null, owner: null, name: '', from: null, isNewSeries: false };
  const shapes: readonly NewShape<'image'>[] = [
    ...(region ? [{ ...plain, form: 'region' as const, points: cornersOf<'image'>(region) }] : []),
    ...masks.map((points) => ({ ...plain, form: 'mask' as const, points })),
    ...zones.map(({ id, name, kind, polygon }) => ({
      ...plain,
      form: 'zone' as const,
      points: polygon,
      ...{ name, kind, from: id },
    })),
    ...lines.map(({ id, name, kind, points, inward }) => ({
      ...plain,
      form: 'line' as const,
      points,
      ...{ inward, name, kind, from: id },
    })),
  ];
  return { shapes: shapes.map((shape, key) => ({ ...shape, key })), nextKey: shapes.length };
}

/** A drawn scene; what is new, or begins a new series, has the id 0 until the settings number it. */
export function sceneOfDrawing({ shapes }: Drawing<'image'>, before: DrawnScene): DrawnScene {
  const region = shapes.find(({ form }) => form === 'region');
  return {
    lines: shapes.flatMap((shape) => lineOf(shape) ?? []),
    zones: shapes.flatMap((shape) => zoneOf(shape, before) ?? []),
    masks: shapes.filter(({ form }) => form === 'mask').map(({ points }) => points),
    region: region && !isWhole(region) ? boxAround(region.points) : null,
  };
}

/** A drawn line as the settings know one; null where it is none. */
export function lineOf({
  form,
  points,
  inward,
  name,
  kind,
  from,
  isNewSeries,
}: DraftShape<'image'>): Line | null {
  if (form !== 'line' || !inward) return null;
  return { id: isNewSeries ? 0 : (from ?? 0), name: name.trim(), kind: kind as LineKind, points, inward };
}

/** As `lineOf`; the times of the zone that it was are kept. */
export function zoneOf(shape: DraftShape<'image'>, before: Pick<DrawnScene, 'zones'>): Zone | null {
  return shape.form === 'zone' ? { ...ruleOfZone(shape, before.zones), polygon: shape.points } : null;
}

/** What a drawn zone has, wherever it is drawn; the id is 0 where it is new or begins a new series. */
export function ruleOfZone(
  { name, kind, from, isNewSeries }: DraftShape<string>,
  before: readonly ZoneRule[],
): ZoneRule {
  const timing = before.find(({ id }) => id === from)?.timing ?? DEFAULT_ZONE_TIMING;
  return { id: isNewSeries ? 0 : (from ?? 0), name: name.trim(), kind: kind as ZoneKind, timing };
}

function isWhole({ points }: Pick<DraftShape<'image'>, 'points'>): boolean {
  const { left, top, right, bottom } = boxAround(points);
  return left <= 0 && top <= 0 && right >= 1 && bottom >= 1;
}
