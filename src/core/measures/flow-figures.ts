import type { FlowSlot } from './slot-record.ts';

/** 動線: visits that went from one zone to another inside one camera. */
export interface FlowFigures {
  readonly from: number;
  readonly to: number;
  readonly visits: number;
}

/**
 * Pair totals of some span of time, the busiest first. A pair that is missing was walked by nobody, or by too few
 * people to tell; hours and days never hold the same visit.
 */
export function sumFlows(
  records: readonly Pick<FlowSlot, 'from' | 'to' | 'visits'>[],
): readonly FlowFigures[] {
  const sums = new Map<string, FlowFigures>();
  for (const { from, to, visits } of records) {
    const key = `${from}>${to}`;
    sums.set(key, { from, to, visits: (sums.get(key)?.visits ?? 0) + visits });
  }
  return [...sums.values()].sort((a, b) => b.visits - a.visits || a.from - b.from || a.to - b.to);
}
