import type { Box } from '../geometry/box.ts';
import type { Point } from '../geometry/point.ts';
import { FARTHEST_M, LEAST_ZONE_M2 } from '../site/floor-fields.ts';
import type { ShapeForm } from './draft-shape.ts';

/** What is drawn on: a picture (fractions) or a plan (metres), from its upper left corner. */
export interface Sheet {
  readonly unit: 'share' | 'metre';
  /** Extent in the units of the points. */
  readonly width: number;
  readonly height: number;
  /** How long one unit is when it is seen, across and down: picture heights, or metres. Angles are true in these. */
  readonly seenX: number;
  readonly seenY: number;
  /** A small step by keyboard, in the units of the points. */
  readonly step: number;
  /** How far from the corner zones may lie, in the units of the points; null: on the sheet, as everything else. */
  readonly farthest: number | null;
  /** Smallest area of a polygon, in the units of the points. */
  readonly leastArea: number;
}

/** A picture in fractions; `aspect` is its width ÷ height. */
export function pictureSheet(aspect: number): Sheet {
  return {
    unit: 'share',
    width: 1,
    height: 1,
    seenX: aspect,
    seenY: 1,
    step: 0.005,
    farthest: null,
    leastArea: 1e-4,
  };
}

/** A plan in metres. */
export function planSheet({ widthM, depthM }: { readonly widthM: number; readonly depthM: number }): Sheet {
  return {
    unit: 'metre',
    width: widthM,
    height: depthM,
    seenX: 1,
    seenY: 1,
    step: 0.1,
    farthest: FARTHEST_M,
    leastArea: LEAST_ZONE_M2,
  };
}

/** Distance of two points as it is seen: picture heights, or metres. */
export function seenDistance<S extends string>(sheet: Sheet, a: Point<S>, b: Point<NoInfer<S>>): number {
  return Math.hypot((a.x - b.x) * sheet.seenX, (a.y - b.y) * sheet.seenY);
}

/** Where the points of a shape may lie. */
export function boundsFor({ width, height, farthest }: Sheet, form: ShapeForm): Box {
  if (form !== 'zone' || farthest === null) return { left: 0, top: 0, right: width, bottom: height };
  return { left: -farthest, top: -farthest, right: farthest, bottom: farthest };
}

/** The nearest place within bounds. */
export function within<S extends string>({ left, top, right, bottom }: Box, { x, y }: Point<S>): Point<S> {
  return { x: Math.min(right, Math.max(left, x)), y: Math.min(bottom, Math.max(top, y)) };
}

/** The nearest place on the sheet. */
export function onSheet<S extends string>({ width, height }: Sheet, point: Point<S>): Point<S> {
  return within({ left: 0, top: 0, right: width, bottom: height }, point);
}

/** Points moved together, no farther than all of them stay within bounds. */
export function movedWithin<S extends string>(
  bounds: Box,
  points: readonly Point<S>[],
  by: Point<NoInfer<S>>,
): readonly Point<S>[] {
  const share = (values: readonly number[], step: number, [least, most]: readonly [number, number]): number =>
    Math.min(most - Math.max(...values), Math.max(least - Math.min(...values), step));
  const dx = share(
    points.map(({ x }) => x),
    by.x,
    [bounds.left, bounds.right],
  );
  const dy = share(
    points.map(({ y }) => y),
    by.y,
    [bounds.top, bounds.bottom],
  );
  // Once more each: a sum may round to just beyond the edge.
  return points.map(({ x, y }) => within<S>(bounds, { x: x + dx, y: y + dy }));
}

/** The nearest place of a grid with this step; 0: the place itself. Without the last digits of a product. */
export function onGrid<S extends string>(grid: number, { x, y }: Point<S>): Point<S> {
  return { x: gridValue(grid, x), y: gridValue(grid, y) };
}

/** The same for one coordinate. */
export function gridValue(grid: number, value: number): number {
  return grid > 0 ? Math.round(Math.round(value / grid) * grid * 1e6) / 1e6 + 0 : value;
}
