import type { PeriodChecks } from '../accuracy-check/period-checks.ts';
import type { DifferenceVerdict, NotComparable } from './compare-counts.ts';
import type { CountedSite } from './counted-site.ts';
import type { CountedWith, CountingChange } from './counted-with.ts';
import type { IntervalFigures } from './figures.ts';

/** Figures of an interval, and where in its period it lies. */
export interface PlacedFigures {
  /** Days since the period began. */
  readonly day: number;
  /** Minute of the local clock; 0 for a day as a whole. */
  readonly minute: number;
  readonly figures: IntervalFigures;
}

export interface ComparedPeriod {
  readonly hours: readonly PlacedFigures[];
  readonly days: readonly PlacedFigures[];
  /** 取引件数 by day of the period, as far as they were typed. */
  readonly transactions: ReadonlyMap<number, number>;
  readonly checks: PeriodChecks;
}

/** `changed`: a line, zone, rule or model did, so that a difference may come from that. */
export type FigureVerdict = DifferenceVerdict | NotComparable | 'changed' | 'nothing-matched';

export interface ComparedSide {
  readonly value: number;
  /** Null: the error is not known. */
  readonly plusMinus: number | null;
}

/** One figure of two periods, over the hours that were measured in both. */
export interface ComparedFigure {
  readonly kind: 'in' | 'out' | 'passersby' | 'capture-rate' | 'conversion' | 'visits' | 'dwell' | 'wait';
  /** Null for the store. */
  readonly zone: number | null;
  /** Null where nothing is to be told. Rates are 0–1, dwell and wait are medians in seconds. */
  readonly before: ComparedSide | null;
  readonly after: ComparedSide | null;
  /** As a share of before; of rates in points, 0–1. */
  readonly change: number | null;
  /** 95 % interval of the change; null while the error is not known. */
  readonly range: { readonly from: number; readonly to: number } | null;
  readonly verdict: FigureVerdict;
  readonly matchedHours: number;
  readonly leftOutHours: number;
  readonly changes: readonly CountingChange[];
}

export interface CompareContext {
  readonly site: CountedSite;
  readonly configurations: readonly CountedWith[];
}

/** As a share of before; of rates in points. Null where there is nothing to compare or to divide by. */
export function changeOf(
  kind: ComparedFigure['kind'],
  before: ComparedSide | null,
  after: ComparedSide | null,
): number | null {
  if (!before || !after) return null;
  if (isRate(kind)) return after.value - before.value;
  return before.value === 0 ? null : after.value / before.value - 1;
}

/** Whether a figure is a share, 0–1, whose change is told in points. */
export function isRate(kind: ComparedFigure['kind']): boolean {
  return kind === 'capture-rate' || kind === 'conversion';
}
