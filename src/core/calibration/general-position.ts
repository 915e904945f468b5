import { distance } from '../geometry/point.ts';
import type { Point } from '../geometry/point.ts';
import { turn } from '../geometry/segment.ts';
import type { Correspondence } from './estimate-homography.ts';

/**
 * How far the best four of the pairs are from having three on a line: the least altitude of their triangles, as a
 * share of the extent of all pairs, on the worse of the two planes. 0–1; NaN where all points of a plane coincide.
 */
export function generality<From extends string, To extends string>(
  pairs: readonly Correspondence<From, To>[],
): number {
  const before = pairs.map(({ from }) => from);
  const after = pairs.map(({ to }) => to);
  const leastBefore = altitudes(before);
  const leastAfter = altitudes(after);
  return foursOf(pairs.length).reduce(
    (best, four) => Math.max(best, Math.min(leastBefore(four), leastAfter(four))),
    0,
  );
}

type Four = readonly [number, number, number, number];

function foursOf(count: number): readonly Four[] {
  const fours: Four[] = [];
  for (let a = 0; a < count; a++) {
    for (let b = a + 1; b < count; b++) {
      for (let c = b + 1; c < count; c++) for (let d = c + 1; d < count; d++) fours.push([a, b, c, d]);
    }
  }
  return fours;
}

function altitudes<Space extends string>(points: readonly Point<Space>[]): (four: Four) => number {
  const extent = Math.max(...points.flatMap((one) => points.map((other) => distance(one, other))));
  return (four) => {
    const corners = four.map((index) => points[index]).filter((point) => point !== undefined);
    const triangles = corners.map((_, left) => corners.filter((__, index) => index !== left));
    return Math.min(...triangles.map(leastAltitude)) / extent;
  };
}

function leastAltitude<Space extends string>([a, b, c]: readonly Point<Space>[]): number {
  if (!a || !b || !c) return 0;
  const longest = Math.max(distance(a, b), distance(b, c), distance(c, a));
  return longest === 0 ? 0 : Math.abs(turn(a, b, c)) / longest;
}
