import type { Point } from '../geometry/point.ts';

/** A line through fewer of its points, nowhere farther from it than `within` (Ramer 1972, Douglas & Peucker 1973). */
export function simplified<P extends Point<string>>(points: readonly P[], within: number): readonly P[] {
  const kept = new Set([0, points.length - 1]);
  const open: [number, number][] = [[0, points.length - 1]];
  for (let span = open.pop(); span; span = open.pop()) {
    const [from, to] = span;
    const far = farthest(points, span);
    if (!(far.away > within)) continue;
    kept.add(far.index);
    open.push([from, far.index], [far.index, to]);
  }
  return points.filter((_, index) => kept.has(index));
}

/** The same for a closed one: it is opened at its first point and at the one farthest from it. */
export function simplifiedRing<P extends Point<string>>(points: readonly P[], within: number): readonly P[] {
  const [first] = points;
  if (!first || points.length < 4) return points;
  const far = points.reduce(
    (best, point, index) => {
      const away = Math.hypot(point.x - first.x, point.y - first.y);
      return away > best.away ? { index, away } : best;
    },
    { index: 0, away: 0 },
  );
  const there = simplified(points.slice(0, far.index + 1), within);
  const back = simplified([...points.slice(far.index), first], within);
  return [...there, ...back.slice(1, -1)];
}

function farthest(
  points: readonly Point<string>[],
  [from, to]: readonly [number, number],
): { readonly index: number; readonly away: number } {
  const [a, b] = [points[from], points[to]];
  let best = { index: from, away: 0 };
  if (!a || !b) return best;
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  for (let index = from + 1; index < to; index += 1) {
    const point = points[index] ?? a;
    const away =
      length === 0
        ? Math.hypot(point.x - a.x, point.y - a.y)
        : Math.abs((b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x)) / length;
    if (away > best.away) best = { index, away };
  }
  return best;
}
