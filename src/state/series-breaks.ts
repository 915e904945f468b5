import type { IntervalFigures } from '../contracts/archive.ts';

/** Starts of the intervals in which something was counted otherwise than in all before them. */
export function breaksOf(intervals: readonly IntervalFigures[]): readonly number[] {
  const known = new Set<number>();
  const breaks: number[] = [];
  for (const { fromMs, configIds } of intervals) {
    const isNew = configIds.some((id) => !known.has(id));
    if (isNew && (known.size > 0 || configIds.length > 1)) breaks.push(fromMs);
    for (const id of configIds) known.add(id);
  }
  return breaks;
}
