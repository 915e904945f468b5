import type { Point } from './point.ts';

/** Twice the signed area of a → b → p: positive when p lies to the left of a → b as x grows right and y grows up. */
export function turn<P extends Point<string>>(a: P, b: NoInfer<P>, p: NoInfer<P>): number {
  return (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);
}

/** Where a straight step cuts a segment. */
export interface Cut {
  /** Share of the step, 0–1, at which it happens. */
  readonly share: number;
  /** True when the step ends on the side where `turn(a, b, p)` is not negative. */
  readonly toLeft: boolean;
}

/**
 * The cut of segment a–b by the step from → to, or null. Points on a line count as left of it, whichever way one goes:
 * a walk through a vertex of a polyline cuts exactly one of its two segments, and a touch is taken back.
 */
export function cutBy<P extends Point<string>>(
  step: { readonly from: P; readonly to: P },
  segment: { readonly a: P; readonly b: P },
): Cut | null {
  const { from, to } = step;
  const { a, b } = segment;
  const before = turn(a, b, from);
  const after = turn(a, b, to);
  if (before >= 0 === after >= 0) return null;
  const isRightward = to.x > from.x || (to.x === from.x && to.y > from.y);
  const [start, end] = isRightward ? [from, to] : [to, from];
  if (turn(start, end, a) >= 0 === turn(start, end, b) >= 0) return null;
  return { share: before / (before - after), toLeft: after >= 0 };
}

/** Shortest distance from a point to the segment a–b. */
export function distanceToSegment<P extends Point<string>>(p: P, a: NoInfer<P>, b: NoInfer<P>): number {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const length2 = dx * dx + dy * dy;
  const along = length2 === 0 ? 0 : ((p.x - a.x) * dx + (p.y - a.y) * dy) / length2;
  const share = Math.min(1, Math.max(0, along));
  return Math.hypot(p.x - a.x - share * dx, p.y - a.y - share * dy);
}

/** Shortest distance from a point to a polyline of at least one point; `Infinity` when it has none. */
export function distanceToPolyline<P extends Point<string>>(p: P, points: readonly NoInfer<P>[]): number {
  let least = Infinity;
  points.forEach((b, index) => {
    least = Math.min(least, distanceToSegment(p, points[index - 1] ?? b, b));
  });
  return least;
}
