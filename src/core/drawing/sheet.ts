import type { Point } from '../geometry/point.ts';

/** What is drawn on: a picture (fractions) or a plan (metres), from its upper left corner. */
export interface Sheet {
  /** Extent in the units of the points. */
  readonly width: number;
  readonly height: number;
  /** How long one unit is when it is seen, across and down: picture heights, or metres. Angles are true in these. */
  readonly seenX: number;
  readonly seenY: number;
  /** A small step by keyboard, in the units of the points. */
  readonly step: number;
}

/** A picture in fractions; `aspect` is its width ÷ height. */
export function pictureSheet(aspect: number): Sheet {
  return { width: 1, height: 1, seenX: aspect, seenY: 1, step: 0.005 };
}

/** A plan in metres. */
export function planSheet({ widthM, depthM }: { readonly widthM: number; readonly depthM: number }): Sheet {
  return { width: widthM, height: depthM, seenX: 1, seenY: 1, step: 0.1 };
}

/** Distance of two points as it is seen: picture heights, or metres. */
export function seenDistance<S extends string>(sheet: Sheet, a: Point<S>, b: Point<NoInfer<S>>): number {
  return Math.hypot((a.x - b.x) * sheet.seenX, (a.y - b.y) * sheet.seenY);
}

/** The nearest place on the sheet. */
export function onSheet<S extends string>({ width, height }: Sheet, { x, y }: Point<S>): Point<S> {
  return { x: Math.min(width, Math.max(0, x)), y: Math.min(height, Math.max(0, y)) };
}

/** Points moved together, no farther than all of them stay on the sheet. */
export function movedOnSheet<S extends string>(
  sheet: Sheet,
  points: readonly Point<S>[],
  by: Point<NoInfer<S>>,
): readonly Point<S>[] {
  const within = (values: readonly number[], step: number, most: number): number =>
    Math.min(most - Math.max(...values), Math.max(-Math.min(...values), step));
  const dx = within(
    points.map(({ x }) => x),
    by.x,
    sheet.width,
  );
  const dy = within(
    points.map(({ y }) => y),
    by.y,
    sheet.height,
  );
  // Once more each: a sum may round to just beyond the edge.
  return points.map(({ x, y }) => onSheet<S>(sheet, { x: x + dx, y: y + dy }));
}
