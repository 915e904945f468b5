import type { Point } from '../geometry/point.ts';
import type { Sheet } from './sheet.ts';

/** Which side of a line is in, going from its first point to its last: 1 is right of it as y grows downwards. */
export type Side = 1 | -1;

/** The side of every part of the line to which the direction points; null where parts differ or it runs along one. */
export function sideOf<S extends string>(
  points: readonly Point<S>[],
  inward: Point<NoInfer<S>>,
): Side | null {
  const sides = new Set<number>();
  points.forEach((b, index) => {
    const a = points[index - 1];
    if (a) sides.add(Math.sign((b.x - a.x) * inward.y - (b.y - a.y) * inward.x));
  });
  const [side] = sides;
  return sides.size === 1 && (side === 1 || side === -1) ? side : null;
}

/**
 * A direction to one side of a line that is as square to all its parts as one direction can be, the longer of its two
 * shares being 1. For a line that turns back on itself no direction is right, and what comes back runs along a part.
 */
export function inwardFor<S extends string>(sheet: Sheet, points: readonly Point<S>[], side: Side): Point<S> {
  const normals = points.flatMap((b, index) => {
    const a = points[index - 1];
    if (!a || (a.x === b.x && a.y === b.y)) return [];
    return [Math.atan2(side * (b.x - a.x) * sheet.seenX, -side * (b.y - a.y) * sheet.seenY)];
  });
  const angle = middleOfArc(normals);
  const x = Math.cos(angle) / sheet.seenX;
  const y = Math.sin(angle) / sheet.seenY;
  const longest = Math.max(Math.abs(x), Math.abs(y));
  return { x: rounded(x / longest), y: rounded(y / longest) };
}

/** Where customers mostly come in, when nobody has said it: towards the camera, or else to the right. */
export function firstInward<S extends string>(sheet: Sheet, points: readonly Point<S>[]): Point<S> {
  const [right, left] = ([1, -1] as const).map((side) => inwardFor(sheet, points, side));
  if (!right || !left) throw new Error('two sides make two directions');
  return 2 * right.y + right.x >= 2 * left.y + left.x ? right : left;
}

/** Middle of the shortest arc that holds all angles, radians; 0 of none. */
function middleOfArc(angles: readonly number[]): number {
  const sorted = angles.toSorted((a, b) => a - b);
  const first = sorted[0];
  if (first === undefined) return 0;
  let widest = { gap: -1, from: first };
  sorted.forEach((angle, index) => {
    const next = sorted[index + 1] ?? first + 2 * Math.PI;
    if (next - angle > widest.gap) widest = { gap: next - angle, from: next };
  });
  return widest.from + (2 * Math.PI - widest.gap) / 2;
}

/** Without −0, and without the last digits of a sine. */
function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6 + 0;
}
