import { student95 } from './student-t.ts';

/** What the system counted for each crossing that there was, and how well that is known. */
export interface RatioEstimate {
  /** System ÷ manual, over all intervals. */
  readonly ratio: number;
  /** Of the ratio. */
  readonly variance: number;
  /** Degrees of freedom of the variance: intervals with people, less one. */
  readonly degrees: number;
  /** Crossings counted by the person: what the variance rests on. */
  readonly manual: number;
}

/** One interval's counts of one direction. */
export interface CountPair {
  readonly manual: number;
  readonly system: number;
}

/** The least variance is that of one error per so many crossings: nobody's count is without error. */
export const CROSSINGS_PER_ERROR = 200;

/**
 * The ratio estimator over intervals (Cochran, Sampling Techniques, 3rd ed., eq. 6.13 without the finite-population
 * correction), with a floor under its variance (measures.md "Exact contracts", Tally). Intervals without anybody say
 * nothing and are left out. Null under two intervals, and when the person counted nobody.
 */
export function estimateRatio(pairs: readonly CountPair[]): RatioEstimate | null {
  const busy = pairs.filter(({ manual, system }) => manual + system > 0);
  const manual = busy.reduce((sum, pair) => sum + pair.manual, 0);
  if (busy.length < 2 || manual === 0) return null;
  const ratio = busy.reduce((sum, pair) => sum + pair.system, 0) / manual;
  const squares = busy.reduce((sum, pair) => sum + (pair.system - ratio * pair.manual) ** 2, 0);
  const degrees = busy.length - 1;
  const variance = (busy.length / degrees) * (squares / manual ** 2);
  return { ratio, variance: Math.max(variance, 1 / (CROSSINGS_PER_ERROR * manual)), degrees, manual };
}

/** The 95 % interval of the ratio. */
export function ratioInterval({ ratio, variance, degrees }: RatioEstimate): {
  readonly from: number;
  readonly to: number;
} {
  const reach = student95(degrees) * Math.sqrt(variance);
  return { from: ratio - reach, to: ratio + reach };
}
