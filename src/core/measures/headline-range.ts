import type { RatioEstimate } from '../accuracy-check/ratio-estimate.ts';
import { rangeOf } from './uncertainty.ts';

/** One line's part of a headline figure, with the accuracy check of its direction. */
export interface HeadlinePart {
  readonly count: number;
  readonly check: RatioEstimate | null;
}

/**
 * The ± of a sum over lines: the lines were checked each by itself, so their errors add as squares. Null unless every
 * line has a check that holds.
 */
export function plusMinusOf(parts: readonly HeadlinePart[], coverage: number | null): number | null {
  const ranges = parts.map(({ count, check }) => rangeOf({ count, coverage, check }));
  if (ranges.length === 0 || ranges.some((range) => range === null)) return null;
  return Math.hypot(...ranges.map((range) => range?.plusMinus ?? 0));
}
