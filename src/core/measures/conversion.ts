import type { PeriodChecks } from '../accuracy-check/period-checks.ts';
import type { CountedSite } from './counted-site.ts';
import { MEASURED_FROM } from './data-status.ts';
import type { IntervalFigures } from './figures.ts';
import { plusMinusOf, rangeOfSum } from './headline-range.ts';
import { ENTERED, lineCounts, lineCoverage, totalOf } from './line-sums.ts';
import { conversionRate } from './ratios.ts';
import type { CheckedCount, CountRange } from './uncertainty.ts';

/** 取引件数 that the operator typed for a business day. */
export interface DayTransactions {
  /** Start of the business day. */
  readonly fromMs: number;
  readonly transactions: number;
}

/** 買上率 over business days. */
export interface ConversionFigures {
  /** Days that it is made of: their transactions were typed, trading is over, and something was measured. */
  readonly days: number;
  /** Of these days. */
  readonly transactions: number;
  readonly entered: number;
  /** Transactions ÷ in, 0 or more; null without any day, or where nobody came in. */
  readonly rate: number | null;
  /** Null: the error is not known, which it never is where time is missing. */
  readonly plusMinus: number | null;
  /** The lowest coverage of the entrances among the days, 0–1. */
  readonly coverage: number | null;
  /** Days whose transactions were typed and that are not among them. */
  readonly leftOut: number;
}

/** What 買上率 is made of: figures of whole business days, and what was typed about them. */
export interface ConversionParts {
  readonly days: readonly IntervalFigures[];
  readonly typed: readonly DayTransactions[];
  readonly site: CountedSite;
  readonly checks: PeriodChecks;
  /** Whether nobody is to come in any more on a day. */
  readonly isOver: (day: IntervalFigures) => boolean;
}

/** 買上率 of some days. Staff are taken out of the visitors as everywhere; a day without transactions is in no sum. */
export function conversionOf({ days, typed, site, checks, isOver }: ConversionParts): ConversionFigures {
  const counts = new Map(typed.map(({ fromMs, transactions }) => [fromMs, transactions]));
  const known = days.filter(({ fromMs }) => counts.has(fromMs));
  const coverageOf = (day: IntervalFigures): number => lineCoverage(day, [ENTERED.kind], site).coverage ?? 0;
  const used = known.filter((day) => isOver(day) && coverageOf(day) > 0);
  const transactions = used.reduce((sum, { fromMs }) => sum + (counts.get(fromMs) ?? 0), 0);
  const entered = lineCounts(used, ENTERED, { site, checks });
  const rate = conversionRate(transactions, totalOf(entered));
  const coverage = used.length === 0 ? null : Math.min(...used.map(coverageOf));
  const isWhole = coverage !== null && coverage >= MEASURED_FROM;
  return {
    days: used.length,
    transactions,
    entered: totalOf(entered),
    rate,
    plusMinus: rate !== null && isWhole ? plusMinusOf(rate, rangeOfConversion(transactions, entered)) : null,
    coverage,
    leftOut: known.length - used.length,
  };
}

/**
 * What the 買上率 lies between: transactions are typed and taken as exact, so it is wrong by as much as the visitors are.
 * Null without checks of all entrances.
 */
export function rangeOfConversion(transactions: number, entered: readonly CheckedCount[]): CountRange | null {
  const visitors = rangeOfSum(entered);
  if (!visitors || visitors.from <= 0) return null;
  return { from: transactions / visitors.to, to: transactions / visitors.from };
}
