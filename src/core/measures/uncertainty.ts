import type { RatioEstimate } from '../accuracy-check/ratio-estimate.ts';
import { student95 } from '../accuracy-check/student-t.ts';

/** A count of crossings of one line in one direction, with the accuracy check that holds for it. */
export interface CheckedCount {
  readonly count: number;
  /** Of the direction counted; null where there is no check that still holds. */
  readonly check: RatioEstimate | null;
}

/** What a true number lay between, for the time that was measured, with 95 % confidence. */
export interface CountRange {
  readonly from: number;
  readonly to: number;
}

/**
 * The true numbers T that a count N does not contradict: those with |N − R·T| ≤ t·√(V·T² + φ·T), where R is the
 * check's ratio, V its variance and φ = V · (crossings checked) what single crossings scatter (inverse prediction by
 * Fieller's theorem; Fieller 1954, J. R. Statist. Soc. B 16, 175). Null without a check, or with one so vague that
 * the range has no end; what is no number never becomes a range.
 */
export function rangeOf({ count, check }: CheckedCount): CountRange | null {
  if (!check) return null;
  const { ratio, variance, degrees, manual } = check;
  const square = student95(degrees) ** 2;
  const leading = ratio * ratio - square * variance;
  if (!(leading > 0)) return null;
  const middle = 2 * count * ratio + square * variance * manual;
  const root = Math.sqrt(Math.max(0, middle * middle - 4 * leading * count * count));
  const range = { from: (middle - root) / (2 * leading), to: (middle + root) / (2 * leading) };
  return Number.isFinite(range.from) && Number.isFinite(range.to) ? range : null;
}

/** The true number that counts of several lines stand for, each less the bias that its own check found. */
export interface Estimate {
  readonly value: number;
  /** Of the logarithm of the value. */
  readonly variance: number;
  readonly degrees: number;
}

/**
 * Counts N added up to Σ N/R, with the relative variances V/R² + φ/(R·N) of each (delta method; Cochran, Sampling
 * Techniques, 3rd ed., §6.5). The lines were checked each by itself, so their errors are independent. Null where a line
 * has no check, or one too vague to give a range, and where nothing was counted.
 */
export function estimateOf(counts: readonly CheckedCount[]): Estimate | null {
  const parts = counts.flatMap(({ count, check }) =>
    check && rangeOf({ count, check }) ? [{ count, check }] : [],
  );
  const value = parts.reduce((sum, { count, check }) => sum + count / check.ratio, 0);
  if (parts.length < counts.length || value === 0) return null;
  const variance = parts.reduce((sum, part) => sum + varianceOf(part), 0) / value ** 2;
  return { value, variance, degrees: Math.min(...parts.map(({ check }) => check.degrees)) };
}

/** Of N/R. */
function varianceOf({ count, check }: { readonly count: number; readonly check: RatioEstimate }): number {
  const { ratio, variance, manual } = check;
  return (count * count * variance) / ratio ** 4 + (count * variance * manual) / ratio ** 3;
}
