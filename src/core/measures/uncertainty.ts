import type { RatioEstimate } from '../accuracy-check/ratio-estimate.ts';
import { student95 } from '../accuracy-check/student-t.ts';
import { MEASURED_FROM } from './data-status.ts';

/** A count of crossings, with the accuracy check that holds for it. */
export interface CheckedCount {
  readonly count: number;
  /** 計測率 of the time it was counted in, 0–1; null when the store was not open. */
  readonly coverage: number | null;
  /** Of the direction counted; null where there is no check that still holds. */
  readonly check: RatioEstimate | null;
}

/** What the true number of crossings lay between, for the time that was measured, with 95 % confidence. */
export interface CountRange {
  readonly from: number;
  readonly to: number;
  /** The ± of the figure as it is shown: the farther of the two ends. A figure is not corrected for its bias. */
  readonly plusMinus: number;
  /** False where time is missing: the range says nothing about that time, and nothing is put in its place. */
  readonly isComplete: boolean;
}

/**
 * The true numbers T that a count N does not contradict: those with |N − R·T| ≤ t·√(V·T² + φ·T), where R is the
 * check's ratio, V its variance and φ = V · (crossings checked) what single crossings scatter (inverse prediction by
 * Fieller's theorem; Fieller 1954, J. R. Statist. Soc. B 16, 175). Null without a check, or with one so vague that
 * the range has no end.
 */
export function rangeOf({ count, coverage, check }: CheckedCount): CountRange | null {
  if (!check) return null;
  const { ratio, variance, degrees, manual } = check;
  const square = student95(degrees) ** 2;
  const leading = ratio * ratio - square * variance;
  if (leading <= 0) return null;
  const middle = 2 * count * ratio + square * variance * manual;
  const root = Math.sqrt(Math.max(0, middle * middle - 4 * leading * count * count));
  const [from, to] = [(middle - root) / (2 * leading), (middle + root) / (2 * leading)];
  return {
    from,
    to,
    plusMinus: Math.max(count - from, to - count),
    isComplete: coverage !== null && coverage >= MEASURED_FROM,
  };
}

/** After ÷ before, with its 95 % interval. */
export interface Comparison {
  readonly ratio: number;
  readonly from: number;
  readonly to: number;
  /** `within-error`: the interval holds 1, and no difference may be claimed. */
  readonly verdict: 'within-error' | 'more' | 'less';
}

/** Why two counts cannot be compared; `not-checked` also where a check is too vague to give a range. */
export type NotComparable = 'not-checked' | 'nothing-counted' | 'not-measured';

/**
 * Whether two counts differ by more than they may be wrong: the logarithm of their ratio, each count corrected by its
 * own check, with the relative variances V/R² + φ/(R·N) of both added (delta method; Cochran, Sampling Techniques,
 * 3rd ed., §6.5). The two errors are taken as independent even where both rest on one check, since nothing shows that
 * an error was the same in both periods: that claims fewer differences, never more.
 */
export function compareCounts(before: CheckedCount, after: CheckedCount): Comparison | NotComparable {
  if (!isMeasured(before) || !isMeasured(after)) return 'not-measured';
  if (!before.check || !after.check || !rangeOf(before) || !rangeOf(after)) return 'not-checked';
  if (before.count === 0 || after.count === 0) return 'nothing-counted';
  const ratio = after.count / after.check.ratio / (before.count / before.check.ratio);
  const variance = relativeVariance(before.count, before.check) + relativeVariance(after.count, after.check);
  const degrees = Math.min(before.check.degrees, after.check.degrees);
  const factor = Math.exp(student95(degrees) * Math.sqrt(variance));
  const [from, to] = [ratio / factor, ratio * factor];
  return { ratio, from, to, verdict: from > 1 ? 'more' : to < 1 ? 'less' : 'within-error' };
}

function isMeasured({ coverage }: CheckedCount): boolean {
  return coverage !== null && coverage >= MEASURED_FROM;
}

function relativeVariance(count: number, { ratio, variance, manual }: RatioEstimate): number {
  return variance / ratio ** 2 + (variance * manual) / (ratio * count);
}
