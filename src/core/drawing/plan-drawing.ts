import type { FloorPlan, FloorZone, PlanOutline } from '../site/site.ts';
import { boxAround, cornersOf, leastPoints, type Drawing, type NewShape } from './draft-shape.ts';
import { ruleOfZone } from './scene-drawing.ts';

/** A plan's lines and rectangles with the zones on it as a drawing; without a plan the zones alone. */
export function drawingOfPlan(plan: FloorPlan | null, zones: readonly FloorZone[]): Drawing<'floor'> {
  const plain = { inward: null, kind: null, owner: null, name: '', from: null, isNewSeries: false };
  const shapes: readonly NewShape<'floor'>[] = [
    ...(plan?.outlines ?? []).map(({ points, isClosed }) => {
      const form = isClosed && points.length >= leastPoints('outline') ? 'outline' : 'wall';
      return { ...plain, form, points } as const;
    }),
    ...(plan?.fixtures ?? []).map((box) => ({
      ...plain,
      form: 'fixture' as const,
      points: cornersOf<'floor'>(box),
    })),
    ...zones.map(({ id, name, kind, owner, polygon }) => ({
      ...plain,
      form: 'zone' as const,
      points: polygon,
      ...{ name, kind, owner, from: id },
    })),
  ];
  return { shapes: shapes.map((shape, key) => ({ ...shape, key })), nextKey: shapes.length };
}

/** The plan of this size that was drawn. Coordinates are whole millimetres, and the size where they reach it. */
export function drawnPlan(
  { shapes }: Drawing<'floor'>,
  { widthM, depthM }: Pick<FloorPlan, 'widthM' | 'depthM'>,
): FloorPlan {
  const placed = shapes.map(({ form, points }) => ({
    form,
    points: points.map(({ x, y }) => ({
      x: Math.min(widthM, millimetres(x)),
      y: Math.min(depthM, millimetres(y)),
    })),
  }));
  const fixtures = placed.filter(({ form }) => form === 'fixture').map(({ points }) => boxAround(points));
  const outlines = placed.flatMap(({ form, points }): readonly PlanOutline[] =>
    form === 'wall' || form === 'outline' ? [{ points, isClosed: form === 'outline' }] : [],
  );
  return { widthM, depthM, fixtures, outlines };
}

/** The zones that were drawn. What is new, or begins a new series, has the id 0 until the settings number it. */
export function drawnFloorZones(
  { shapes }: Drawing<'floor'>,
  before: readonly FloorZone[],
): readonly FloorZone[] {
  return shapes.flatMap((shape): readonly FloorZone[] => {
    if (shape.form !== 'zone' || shape.owner === null) return [];
    const polygon = shape.points.map(({ x, y }) => ({ x: millimetres(x), y: millimetres(y) }));
    return [{ ...ruleOfZone(shape, before), owner: shape.owner, polygon }];
  });
}

/** Without the last digits of a sum, and without −0. */
function millimetres(metres: number): number {
  return Math.round(metres * 1000) / 1000 + 0;
}
