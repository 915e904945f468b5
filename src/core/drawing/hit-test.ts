import type { Point } from '../geometry/point.ts';
import { contains, signedArea } from '../geometry/polygon.ts';
import { boxAround, edgesOf, isBox, isOpen, type DraftShape, type Drawing } from './draft-shape.ts';
import { seenDistance, type Sheet } from './sheet.ts';
import { nearestOn } from './snap.ts';

/** A rectangle this many reaches across or less is taken before what lies near it: a shelf along a wall. */
const SMALL = 4;

/** What lies under a finger. `edge` n joins point n with the next one. */
export type Hit =
  | { readonly kind: 'point'; readonly key: number; readonly index: number }
  | { readonly kind: 'edge'; readonly key: number; readonly index: number }
  | { readonly kind: 'inside'; readonly key: number };

export interface HitOptions {
  readonly sheet: Sheet;
  /** How near is near enough: picture heights, or metres. */
  readonly reach: number;
  /** Its points and edges come before everything else; null: nothing is selected. */
  readonly selected: number | null;
}

/**
 * The nearest point within reach of the selected shape, else its edge, else the nearest of any other, else the smallest
 * area around. The inside of a detection range or of walls is not one: everything lies in it. A rectangle on the plan is
 * taken as a whole from within: its corners and edges are won near them, and only once it is selected.
 */
export function hitTest<S extends string>(
  drawing: Drawing<S>,
  at: Point<S>,
  options: HitOptions,
): Hit | null {
  const { selected } = options;
  const first = drawing.shapes.filter(({ key }) => key === selected);
  const others = drawing.shapes.filter(({ key }) => key !== selected);
  const loose = others.filter((shape) => !isFixture(shape));
  return (
    pointAt(first, at, options) ??
    edgeAt(first, at, options) ??
    areaAt(first.filter(isFixture), at) ??
    areaAt(
      others.filter((shape) => isFixture(shape) && smallerSide(shape) <= options.reach * SMALL),
      at,
    ) ??
    pointAt(loose, at, options) ??
    edgeAt(loose, at, options) ??
    areaAt(first, at) ??
    areaAt(others, at)
  );
}

function pointAt<S extends string>(
  shapes: readonly DraftShape<S>[],
  at: Point<S>,
  { sheet, reach }: HitOptions,
): Hit | null {
  const found = shapes.flatMap((shape) => {
    const near = reachOf(shape, at, reach);
    return shape.points
      .map((point, index) => ({ key: shape.key, index, away: seenDistance(sheet, at, point) }))
      .filter(({ away }) => away <= near);
  });
  const [nearest] = found.toSorted((a, b) => a.away - b.away);
  return nearest ? { kind: 'point', key: nearest.key, index: nearest.index } : null;
}

function edgeAt<S extends string>(
  shapes: readonly DraftShape<S>[],
  at: Point<S>,
  { sheet, reach }: HitOptions,
): Hit | null {
  const found = shapes.flatMap((shape) => {
    // A finger is as good at an edge as at a point, but points are to be won where both are near.
    const near = reachOf(shape, at, reach) * 0.75;
    return edgesOf(shape)
      .map((edge, index) => ({
        key: shape.key,
        index,
        away: seenDistance(sheet, at, nearestOn(sheet, at, edge)),
      }))
      .filter(({ away }) => away <= near);
  });
  const [nearest] = found.toSorted((a, b) => a.away - b.away);
  return nearest ? { kind: 'edge', key: nearest.key, index: nearest.index } : null;
}

/** From within a rectangle on the plan its middle is to be won, however small it is. */
function reachOf<S extends string>(shape: DraftShape<S>, at: Point<S>, reach: number): number {
  if (!isFixture(shape) || !contains(shape.points, at)) return reach;
  return Math.min(reach, smallerSide(shape) / 4);
}

function isFixture({ form }: Pick<DraftShape<string>, 'form'>): boolean {
  return form === 'fixture';
}

function smallerSide({ points }: Pick<DraftShape<string>, 'points'>): number {
  const { left, top, right, bottom } = boxAround(points);
  return Math.min(right - left, bottom - top);
}

function areaAt<S extends string>(shapes: readonly DraftShape<S>[], at: Point<S>): Hit | null {
  const around = shapes.filter(
    ({ form, points }) => !isOpen(form) && form !== 'region' && form !== 'outline' && contains(points, at),
  );
  // Of two of the same size the one on top.
  const [smallest] = around
    .toReversed()
    .toSorted((a, b) => Math.abs(signedArea(a.points)) - Math.abs(signedArea(b.points)));
  return smallest ? { kind: 'inside', key: smallest.key } : null;
}

/** True where a point can be put in between: lines and polygons, not rectangles. */
export function takesPoints({ form }: Pick<DraftShape<string>, 'form'>): boolean {
  return !isBox(form);
}
