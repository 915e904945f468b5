import type { Point } from '../geometry/point.ts';
import { edgesOf, shapeOf, type Drawing } from './draft-shape.ts';
import { gridValue, onGrid, onSheet, seenDistance, type Sheet } from './sheet.ts';

/** What a point was drawn to. `level` and `upright`: in one line with a neighbour of its own shape. */
export type SnapKind = 'point' | 'edge' | 'level' | 'upright' | 'square' | 'sheet' | 'grid';

export interface Snapped<S extends string> {
  readonly at: Point<S>;
  /** Null: it stays where it was. */
  readonly to: SnapKind | null;
}

export interface SnapOptions<S extends string> {
  readonly drawing: Drawing<S>;
  readonly sheet: Sheet;
  /** As far as a point is moved at most: picture heights, or metres. */
  readonly reach: number;
  /** Step of a grid on which a point comes to lie where nothing else draws it, in the units of the points; 0: none. */
  readonly grid: number;
  /** The point that is moved; its own shape draws it to nothing but its neighbours. Null key: a shape in the making. */
  readonly moved: { readonly key: number | null; readonly neighbours: readonly Point<S>[] };
}

/**
 * Draws a point to points of other shapes, then to level and upright, then to edges; never farther than `reach`. With a
 * grid it is drawn to points, level and upright, and lies on the grid for the rest, however far that is.
 */
export function snapPoint<S extends string>(at: Point<S>, options: SnapOptions<S>): Snapped<S> {
  const { sheet, reach, grid } = options;
  for (const candidates of grid > 0 ? [pointsNear, alignedWith] : [pointsNear, alignedWith, edgesNear]) {
    const [best] = candidates(at, options)
      .map((snapped) => ({ ...snapped, at: onSheet(sheet, snapped.at) }))
      .filter((snapped) => seenDistance(sheet, at, snapped.at) <= reach)
      .toSorted((a, b) => rank(a) - rank(b) || seenDistance(sheet, at, a.at) - seenDistance(sheet, at, b.at));
    if (best) return freeOnGrid(best, grid);
  }
  return grid > 0 ? { at: onGrid(grid, at), to: 'grid' } : { at, to: null };
}

/** What is level or upright with a neighbour is still free along the line. */
function freeOnGrid<S extends string>({ at, to }: Snapped<S>, grid: number): Snapped<S> {
  if (to === 'level') return { at: { x: gridValue(grid, at.x), y: at.y }, to };
  if (to === 'upright') return { at: { x: at.x, y: gridValue(grid, at.y) }, to };
  return { at, to };
}

/** The points that a moved point is joined with. */
export function neighboursOf<S extends string>(
  drawing: Drawing<S>,
  { key, index }: { readonly key: number; readonly index: number },
): readonly Point<S>[] {
  const shape = shapeOf(drawing, key);
  const moved = shape?.points[index];
  if (!shape || !moved) return [];
  return edgesOf(shape).flatMap(([a, b]) => (a === moved ? [b] : b === moved ? [a] : []));
}

/** In line with both neighbours is better than with one. */
function rank({ to }: Snapped<string>): number {
  return to === 'square' ? 0 : 1;
}

function pointsNear<S extends string>(
  _: Point<S>,
  { drawing, moved }: SnapOptions<S>,
): readonly Snapped<S>[] {
  return drawing.shapes
    .filter(({ key }) => key !== moved.key)
    .flatMap(({ points }) => points.map((at) => ({ at, to: 'point' as const })));
}

function alignedWith<S extends string>(at: Point<S>, { moved }: SnapOptions<S>): readonly Snapped<S>[] {
  const { neighbours } = moved;
  return [
    ...neighbours.map(({ y }) => ({ at: { x: at.x, y }, to: 'level' as const })),
    ...neighbours.map(({ x }) => ({ at: { x, y: at.y }, to: 'upright' as const })),
    ...neighbours.flatMap((a) =>
      neighbours.filter((b) => b !== a).map((b) => ({ at: { x: a.x, y: b.y }, to: 'square' as const })),
    ),
  ];
}

function edgesNear<S extends string>(
  at: Point<S>,
  { drawing, moved, sheet }: SnapOptions<S>,
): readonly Snapped<S>[] {
  const onEdges = drawing.shapes
    .filter(({ key }) => key !== moved.key)
    .flatMap((shape) =>
      edgesOf(shape).map(([a, b]) => ({ at: nearestOn(sheet, at, [a, b]), to: 'edge' as const })),
    );
  const { width, height } = sheet;
  const onBorder = [
    { x: 0, y: at.y },
    { x: width, y: at.y },
    { x: at.x, y: 0 },
    { x: at.x, y: height },
  ].map((place) => ({ at: place, to: 'sheet' as const }));
  return [...onEdges, ...onBorder];
}

/** The place on an edge that is nearest as it is seen. */
export function nearestOn<S extends string>(
  { seenX, seenY }: Sheet,
  at: Point<S>,
  [a, b]: readonly [Point<S>, Point<S>],
): Point<S> {
  const dx = (b.x - a.x) * seenX;
  const dy = (b.y - a.y) * seenY;
  const length2 = dx * dx + dy * dy;
  const along = length2 === 0 ? 0 : ((at.x - a.x) * seenX * dx + (at.y - a.y) * seenY * dy) / length2;
  const share = Math.min(1, Math.max(0, along));
  return { x: a.x + share * (b.x - a.x), y: a.y + share * (b.y - a.y) };
}
