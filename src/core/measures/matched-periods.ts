import { MEASURED_FROM } from './data-status.ts';

/** A count of one interval of a period. */
export interface PeriodPart {
  readonly count: number;
  /** 計測率, 0–1; null when the store was not open. */
  readonly coverage: number | null;
  /** Configurations it was counted with. */
  readonly configIds: readonly number[];
}

/** Two periods, as far as both were measured. */
export interface MatchedPeriods {
  readonly before: number;
  readonly after: number;
  /** Pairs of intervals that were measured in both periods, and those left out. */
  readonly matched: number;
  readonly leftOut: number;
  /** A line, zone, rule or model differs between the periods or changed inside one: the series is broken. */
  readonly isBroken: boolean;
}

/**
 * Sums of the intervals measured in both periods: like is compared with like, and nothing missing is made up. Parts
 * are paired by their place in the period (the same hour of the same weekday); the longer period's rest is left out.
 */
export function matchPeriods(before: readonly PeriodPart[], after: readonly PeriodPart[]): MatchedPeriods {
  const pairs = before.flatMap((part, index) => {
    const other = after[index];
    return other && isMeasured(part) && isMeasured(other) ? [{ before: part, after: other }] : [];
  });
  const configIds = new Set(pairs.flatMap((pair) => [...pair.before.configIds, ...pair.after.configIds]));
  return {
    before: pairs.reduce((sum, pair) => sum + pair.before.count, 0),
    after: pairs.reduce((sum, pair) => sum + pair.after.count, 0),
    matched: pairs.length,
    leftOut: Math.max(before.length, after.length) - pairs.length,
    isBroken: configIds.size > 1,
  };
}

function isMeasured({ coverage }: PeriodPart): boolean {
  return coverage !== null && coverage >= MEASURED_FROM;
}
