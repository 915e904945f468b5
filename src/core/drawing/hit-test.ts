import type { Point } from '../geometry/point.ts';
import { contains } from '../geometry/polygon.ts';
import { edgesOf, isBox, isOpen, type DraftShape, type Drawing } from './draft-shape.ts';
import { seenDistance, type Sheet } from './sheet.ts';
import { nearestOn } from './snap.ts';

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
 * The nearest point within reach of the selected shape, else its edge, else the nearest of any other, else the topmost
 * area around. The inside of a detection range is not one: everything lies in it.
 */
export function hitTest<S extends string>(
  drawing: Drawing<S>,
  at: Point<S>,
  options: HitOptions,
): Hit | null {
  const { selected } = options;
  const first = drawing.shapes.filter(({ key }) => key === selected);
  const others = drawing.shapes.filter(({ key }) => key !== selected);
  return (
    pointAt(first, at, options) ??
    edgeAt(first, at, options) ??
    pointAt(others, at, options) ??
    edgeAt(others, at, options) ??
    areaAt(first, at) ??
    areaAt(others, at)
  );
}

function pointAt<S extends string>(
  shapes: readonly DraftShape<S>[],
  at: Point<S>,
  { sheet, reach }: HitOptions,
): Hit | null {
  const found = shapes.flatMap(({ key, points }) =>
    points.map((point, index) => ({ key, index, away: seenDistance(sheet, at, point) })),
  );
  const [nearest] = found.filter(({ away }) => away <= reach).toSorted((a, b) => a.away - b.away);
  return nearest ? { kind: 'point', key: nearest.key, index: nearest.index } : null;
}

function edgeAt<S extends string>(
  shapes: readonly DraftShape<S>[],
  at: Point<S>,
  { sheet, reach }: HitOptions,
): Hit | null {
  const found = shapes.flatMap((shape) =>
    edgesOf(shape).map((edge, index) => ({
      key: shape.key,
      index,
      away: seenDistance(sheet, at, nearestOn(sheet, at, edge)),
    })),
  );
  // A finger is as good at an edge as at a point, but points are to be won where both are near.
  const [nearest] = found.filter(({ away }) => away <= reach * 0.75).toSorted((a, b) => a.away - b.away);
  return nearest ? { kind: 'edge', key: nearest.key, index: nearest.index } : null;
}

function areaAt<S extends string>(shapes: readonly DraftShape<S>[], at: Point<S>): Hit | null {
  const found = shapes.findLast(
    ({ form, points }) => !isOpen(form) && form !== 'region' && contains(points, at),
  );
  return found ? { kind: 'inside', key: found.key } : null;
}

/** True where a point can be put in between: lines and polygons, not rectangles. */
export function takesPoints({ form }: Pick<DraftShape<string>, 'form'>): boolean {
  return !isBox(form);
}
