import { student95 } from '../accuracy-check/student-t.ts';
import { captureRate } from './ratios.ts';
import { estimateOf, type CheckedCount, type Estimate } from './uncertainty.ts';

/** Whether a difference can be told: `within-error` where its 95 % interval holds none, and none may be claimed. */
export type DifferenceVerdict = 'within-error' | 'more' | 'less';

/** After against before. Of counts: the change as a share of before. Of rates: in points, 0–1. */
export interface Comparison {
  readonly change: number;
  /** 95 % interval of the change. */
  readonly from: number;
  readonly to: number;
  readonly verdict: DifferenceVerdict;
}

/** Why two figures cannot be compared; `not-checked` also where a check is too vague to give a range. */
export type NotComparable = 'not-checked' | 'nothing-counted';

/**
 * Whether two sums over lines differ by more than they may be wrong: the logarithm of their ratio, each less its own
 * bias, with the relative variances of both added. The two errors are taken as independent even where both rest on one
 * check, since nothing shows that an error was the same in both periods: that claims fewer differences, never more.
 */
export function compareCounts(
  before: readonly CheckedCount[],
  after: readonly CheckedCount[],
): Comparison | NotComparable {
  if (isNobody(before) || isNobody(after)) return 'nothing-counted';
  const [past, present] = [estimateOf(before), estimateOf(after)];
  if (!past || !present) return 'not-checked';
  const ratio = present.value / past.value;
  const factor = Math.exp(reachOf([past, present], past.variance + present.variance));
  return withVerdict({ change: ratio - 1, from: ratio / factor - 1, to: ratio * factor - 1 });
}

/** Counts that a 入店率 is made of. */
export interface RateCounts {
  readonly entered: readonly CheckedCount[];
  readonly passersby: readonly CheckedCount[];
}

/** The same for the 入店率 r, whose variance is that of the logarithm of in ÷ passers-by times (r·(1 − r))². */
export function compareCaptureRates(before: RateCounts, after: RateCounts): Comparison | NotComparable {
  const counts = [before.entered, before.passersby, after.entered, after.passersby];
  if (counts.some(isNobody)) return 'nothing-counted';
  const [pastIn, pastBy, presentIn, presentBy] = counts.map(estimateOf);
  if (!pastIn || !pastBy || !presentIn || !presentBy) return 'not-checked';
  const [past, present] = [rateOf(pastIn, pastBy), rateOf(presentIn, presentBy)];
  const change = present.rate - past.rate;
  const reach = reachOf([pastIn, pastBy, presentIn, presentBy], past.variance + present.variance);
  return withVerdict({ change, from: change - reach, to: change + reach });
}

/** What a 買上率 is made of. */
export interface ConversionCounts {
  readonly transactions: number;
  readonly entered: readonly CheckedCount[];
}

/** The same for the 買上率: transactions are exact, so its relative variance is that of the visitors. */
export function compareConversions(
  before: ConversionCounts,
  after: ConversionCounts,
): Comparison | NotComparable {
  if (isNobody(before.entered) || isNobody(after.entered)) return 'nothing-counted';
  const [past, present] = [estimateOf(before.entered), estimateOf(after.entered)];
  if (!past || !present) return 'not-checked';
  const [one, other] = [before.transactions / past.value, after.transactions / present.value];
  const change = other - one;
  const reach = reachOf([past, present], past.variance * one ** 2 + present.variance * other ** 2);
  return withVerdict({ change, from: change - reach, to: change + reach });
}

function rateOf(some: Estimate, others: Estimate): { readonly rate: number; readonly variance: number } {
  const rate = captureRate(some.value, others.value) ?? 0;
  return { rate, variance: (some.variance + others.variance) * (rate * (1 - rate)) ** 2 };
}

function reachOf(estimates: readonly Estimate[], variance: number): number {
  return student95(Math.min(...estimates.map(({ degrees }) => degrees))) * Math.sqrt(variance);
}

function withVerdict(change: Omit<Comparison, 'verdict'>): Comparison {
  return { ...change, verdict: change.from > 0 ? 'more' : change.to < 0 ? 'less' : 'within-error' };
}

function isNobody(counts: readonly CheckedCount[]): boolean {
  return counts.reduce((sum, { count }) => sum + count, 0) === 0;
}
