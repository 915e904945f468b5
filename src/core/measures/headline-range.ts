import { student95 } from '../accuracy-check/student-t.ts';
import { captureRate } from './ratios.ts';
import { estimateOf, rangeOf, type CheckedCount, type CountRange } from './uncertainty.ts';

/**
 * What a sum over lines lies between, less what other lines count (occupancy: in less out). What a check found the bias
 * to be adds up with its sign; the rest of the errors, of lines and directions checked each by itself, as squares. Null
 * unless every line has a check that holds.
 */
export function rangeOfSum(
  added: readonly CheckedCount[],
  taken: readonly CheckedCount[] = [],
): CountRange | null {
  const ranges = [...added, ...taken].map(rangeOf).filter((range) => range !== null);
  if (added.length === 0 || ranges.length < added.length + taken.length) return null;
  const middle = ranges.reduce(
    (sum, { from, to }, index) => sum + ((from + to) / 2) * (index < added.length ? 1 : -1),
    0,
  );
  const reach = Math.hypot(...ranges.map(({ from, to }) => (to - from) / 2));
  return { from: middle - reach, to: middle + reach };
}

/** The ± of a figure as it is shown: the farther end of its range. A figure is not corrected for its bias. */
export function plusMinusOf(figure: number, range: CountRange | null): number | null {
  if (!range) return null;
  const plusMinus = Math.max(figure - range.from, range.to - figure, 0);
  // A figure that is no number has no error either.
  return Number.isFinite(plusMinus) ? plusMinus : null;
}

/**
 * What the 入店率 lies between, 0–1: the logarithm of in ÷ passers-by, each less its bias, with the relative variances
 * of both added. Null without checks of all lines, and where nobody came in or nobody passed.
 */
export function rangeOfCaptureRate(
  entered: readonly CheckedCount[],
  passersby: readonly CheckedCount[],
): CountRange | null {
  const [some, others] = [estimateOf(entered), estimateOf(passersby)];
  if (!some || !others) return null;
  const factor = Math.exp(
    student95(Math.min(some.degrees, others.degrees)) * Math.sqrt(some.variance + others.variance),
  );
  return {
    from: captureRate(some.value / factor, others.value) ?? 0,
    to: captureRate(some.value * factor, others.value) ?? 1,
  };
}
