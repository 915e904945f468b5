import type { PeriodChecks } from '../contracts/accuracy.ts';
import type { IntervalFigures } from '../contracts/archive.ts';
import { NO_CHECKS } from '../core/accuracy-check/period-checks.ts';
import { countedSite, type CountedSite } from '../core/measures/counted-site.ts';
import { plusMinusOf, rangeOfCaptureRate, rangeOfSum } from '../core/measures/headline-range.ts';
import { ENTERED, LEFT, lineCounts, PASSED_BY, totalOf, type LineSum } from '../core/measures/line-sums.ts';
import { captureRate } from '../core/measures/ratios.ts';
import type { CountRange } from '../core/measures/uncertainty.ts';
import type { Site } from '../core/site/site.ts';

/** A figure that stands large above the others. */
export type Headline = 'in' | 'out' | 'occupancy' | 'passersby' | 'capture-rate';

/** What the ± of a headline figure rests on. */
export interface CheckedTotal {
  readonly total: Pick<IntervalFigures, 'lines' | 'configIds' | 'occupancy'>;
  readonly checks: PeriodChecks;
  readonly site: Site;
}

/** How wrong a figure may be. */
export interface HeadlineError {
  readonly plusMinus: number;
  /** When the line whose last check is the oldest was checked. */
  readonly checkedAtMs: number;
}

const SUMS: Readonly<Record<Headline, readonly LineSum[]>> = {
  in: [ENTERED],
  out: [LEFT],
  occupancy: [ENTERED, LEFT],
  passersby: [PASSED_BY],
  'capture-rate': [ENTERED, PASSED_BY],
};

/** The ± of a figure; null unless every line that it is counted at has a check that holds for it. */
export function errorOfHeadline(headline: Headline, of: CheckedTotal): HeadlineError | null {
  const counted = countedSite(of.site);
  const plusMinus = plusMinusOf(valueOf(headline, of, counted), rangeOf(headline, of, counted));
  const times = SUMS[headline]
    .flatMap(({ kind }) => [...counted.lines.values()].filter(({ line }) => line.kind === kind))
    .map(({ line }) => of.checks.lines.find((check) => check.line === line.id)?.checkedAtMs ?? -Infinity);
  const checkedAtMs = Math.min(...times);
  return plusMinus === null || !Number.isFinite(checkedAtMs) ? null : { plusMinus, checkedAtMs };
}

/** 入店率 of an interval; null where nobody came in and nobody passed. */
export function captureRateOf({ total, site }: Omit<CheckedTotal, 'checks'>): number | null {
  const counted = countedSite(site);
  const count = (sum: LineSum): number =>
    totalOf(lineCounts([total], sum, { site: counted, checks: NO_CHECKS }));
  return captureRate(count(ENTERED), count(PASSED_BY));
}

function valueOf(headline: Headline, of: CheckedTotal, site: CountedSite): number {
  if (headline === 'occupancy') {
    // The range is one of in less out: what somebody recounted is in the figure and not in the range.
    return (of.total.occupancy?.end ?? 0) - (of.total.occupancy?.recount ?? 0);
  }
  if (headline === 'capture-rate') return captureRateOf(of) ?? 0;
  return SUMS[headline].reduce((all, sum) => all + totalOf(lineCounts([of.total], sum, { ...of, site })), 0);
}

function rangeOf(headline: Headline, of: CheckedTotal, site: CountedSite): CountRange | null {
  const [first, second] = SUMS[headline].map((sum) => lineCounts([of.total], sum, { ...of, site }));
  if (!first) return null;
  if (headline === 'capture-rate') return rangeOfCaptureRate(first, second ?? []);
  return rangeOfSum(first, second);
}
