import type { Point } from './point.ts';
import { cutBy } from './segment.ts';

/** True when the point lies inside by the even-odd rule. A polygon with fewer than three points holds nothing. */
export function contains<P extends Point<string>>(polygon: readonly P[], { x, y }: NoInfer<P>): boolean {
  let inside = false;
  let before = polygon[polygon.length - 1];
  for (const corner of polygon) {
    if (before && corner.y > y !== before.y > y) {
      const edgeX = corner.x + ((y - corner.y) / (before.y - corner.y)) * (before.x - corner.x);
      if (x < edgeX) inside = !inside;
    }
    before = corner;
  }
  return inside;
}

/** Area with the sign of `turn`: positive where the corners go round to the left. Squares of the space's unit. */
export function signedArea(polygon: readonly Point<string>[]): number {
  let twice = 0;
  let before = polygon[polygon.length - 1];
  for (const corner of polygon) {
    if (before) twice += before.x * corner.y - corner.x * before.y;
    before = corner;
  }
  return twice / 2;
}

/** Shares of the step (0–1, ascending) at which it cuts the polygon's edge. */
export function edgeCuts<P extends Point<string>>(
  step: { readonly from: P; readonly to: P },
  polygon: readonly NoInfer<P>[],
): readonly number[] {
  const shares: number[] = [];
  let a = polygon[polygon.length - 1];
  for (const b of polygon) {
    const cut = a && cutBy(step, { a, b });
    if (cut) shares.push(cut.share);
    a = b;
  }
  return shares.sort((one, other) => one - other);
}
