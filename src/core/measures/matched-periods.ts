import { MEASURED_FROM } from './data-status.ts';

/** An interval of a period. `place` says where in the period it lies: the same hour of the same day has the same. */
export interface PeriodPart<T> {
  readonly place: string;
  /** 計測率 of what is compared, 0–1; null where nothing was to be measured. */
  readonly coverage: number | null;
  /** Seconds that were to be measured: like is compared with like only where both had as many. */
  readonly wantedS: number;
  /** The store was closed throughout. */
  readonly isClosed: boolean;
  readonly value: T;
}

/** Two periods, as far as both were measured. */
export interface MatchedPeriods<T> {
  /** Of intervals in the same place, in the order of the later period. */
  readonly before: readonly T[];
  readonly after: readonly T[];
  /**
   * Intervals of either period that are missing, not wholly measured or shorter in the other, or in both. Those in which
   * the store was closed in both periods are none of them.
   */
  readonly leftOut: number;
}

/** The intervals measured in both periods: like is compared with like, and nothing missing is made up. */
export function matchPeriods<T>(
  before: readonly PeriodPart<T>[],
  after: readonly PeriodPart<T>[],
): MatchedPeriods<T> {
  const byPlace = new Map(before.map((part) => [part.place, part]));
  const pairs = after.flatMap((part) => {
    const other = byPlace.get(part.place);
    if (!other || !isMeasured(part) || !isMeasured(other) || !isAsLong(part.wantedS, other.wantedS))
      return [];
    byPlace.delete(part.place); // an hour that the clock repeats has no fellow
    return [{ before: other.value, after: part.value }];
  });
  const places = new Set([...before, ...after].flatMap(({ place, isClosed }) => (isClosed ? [] : [place])));
  return {
    before: pairs.map((pair) => pair.before),
    after: pairs.map((pair) => pair.after),
    leftOut: places.size - pairs.length,
  };
}

function isMeasured({ coverage }: PeriodPart<unknown>): boolean {
  return coverage !== null && coverage >= MEASURED_FROM;
}

/** Whether two parts had as many seconds to be measured, but for rounding. */
export function isAsLong(a: number, b: number): boolean {
  return Math.min(a, b) >= Math.max(a, b) * MEASURED_FROM;
}
