import {
  compareCaptureRates,
  compareConversions,
  compareCounts,
  type Comparison,
  type NotComparable,
} from './compare-counts.ts';
import { rangeOfConversion } from './conversion.ts';
import { compareZones } from './compare-zones.ts';
import {
  changeOf,
  type CompareContext,
  type ComparedFigure,
  type ComparedPeriod,
  type ComparedSide,
} from './compared-figure.ts';
import { changesAmong, type CountedWith } from './counted-with.ts';
import type { IntervalFigures } from './figures.ts';
import { plusMinusOf, rangeOfCaptureRate, rangeOfSum } from './headline-range.ts';
import { ENTERED, LEFT, lineCounts, lineCoverage, PASSED_BY, totalOf, type LineSum } from './line-sums.ts';
import { matchPeriods, type MatchedPeriods } from './matched-periods.ts';
import { captureRate, conversionRate } from './ratios.ts';

/** Every figure of the site in both periods: the store's, then those of each zone. */
export function comparePeriods(
  before: ComparedPeriod,
  after: ComparedPeriod,
  context: CompareContext,
): readonly ComparedFigure[] {
  const kinds = new Set([...context.site.lines.values()].map(({ line }) => line.kind));
  const pair = { before, after, ...context };
  return [
    ...(kinds.has('entrance') ? [compareSum('in', ENTERED, pair), compareSum('out', LEFT, pair)] : []),
    ...(kinds.has('outside') ? [compareSum('passersby', PASSED_BY, pair)] : []),
    ...(kinds.has('entrance') && kinds.has('outside') ? [compareRate(pair)] : []),
    ...(kinds.has('entrance') ? compareConversion(pair) : []),
    ...compareZones(before, after, context),
  ];
}

type Pair = CompareContext & { readonly before: ComparedPeriod; readonly after: ComparedPeriod };

function compareSum(kind: 'in' | 'out' | 'passersby', sum: LineSum, pair: Pair): ComparedFigure {
  const matched = matchHours([sum], pair);
  const counts = (side: 'before' | 'after') =>
    lineCounts(matched[side], sum, { site: pair.site, checks: pair[side].checks });
  const sideOf = (side: 'before' | 'after'): ComparedSide => {
    const value = totalOf(counts(side));
    return { value, plusMinus: plusMinusOf(value, rangeOfSum(counts(side))) };
  };
  return told({
    kind,
    matched,
    before: sideOf('before'),
    after: sideOf('after'),
    comparison: compareCounts(counts('before'), counts('after')),
    configurations: pair.configurations,
  });
}

function compareRate(pair: Pair): ComparedFigure {
  const matched = matchHours([ENTERED, PASSED_BY], pair);
  const counts = (side: 'before' | 'after') => {
    const of = (sum: LineSum) =>
      lineCounts(matched[side], sum, { site: pair.site, checks: pair[side].checks });
    return { entered: of(ENTERED), passersby: of(PASSED_BY) };
  };
  const sideOf = (side: 'before' | 'after'): ComparedSide | null => {
    const { entered, passersby } = counts(side);
    const value = captureRate(totalOf(entered), totalOf(passersby));
    return value === null
      ? null
      : { value, plusMinus: plusMinusOf(value, rangeOfCaptureRate(entered, passersby)) };
  };
  return told({
    kind: 'capture-rate',
    matched,
    before: sideOf('before'),
    after: sideOf('after'),
    comparison: compareCaptureRates(counts('before'), counts('after')),
    configurations: pair.configurations,
  });
}

/** Over whole days, as transactions are typed by day. No row where none were typed for either period. */
function compareConversion(pair: Pair): readonly ComparedFigure[] {
  if (pair.before.transactions.size + pair.after.transactions.size === 0) return [];
  const matched = matchDays(pair);
  const counts = (side: 'before' | 'after') => ({
    transactions: matched[side].reduce((sum, day) => sum + day.transactions, 0),
    entered: lineCounts(
      matched[side].map(({ figures }) => figures),
      ENTERED,
      { site: pair.site, checks: pair[side].checks },
    ),
  });
  const sideOf = (side: 'before' | 'after'): ComparedSide | null => {
    const { transactions, entered } = counts(side);
    const value = conversionRate(transactions, totalOf(entered));
    return value === null
      ? null
      : { value, plusMinus: plusMinusOf(value, rangeOfConversion(transactions, entered)) };
  };
  const figuresOf = (side: 'before' | 'after') => matched[side].map(({ figures }) => figures);
  return [
    told({
      kind: 'conversion',
      matched: { ...matched, before: figuresOf('before'), after: figuresOf('after') },
      before: sideOf('before'),
      after: sideOf('after'),
      comparison: compareConversions(counts('before'), counts('after')),
      configurations: pair.configurations,
    }),
  ];
}

/** Days that have ended, with the transactions typed for them. */
function matchDays({ before, after, site }: Pair) {
  const partsOf = ({ days, transactions }: ComparedPeriod) =>
    days.map(({ day, figures }) => {
      const { coverage, wantedS } = lineCoverage(figures, [ENTERED.kind], site);
      const typed = transactions.get(day);
      return {
        place: String(day),
        coverage: figures.status === 'open' || typed === undefined ? null : coverage,
        wantedS,
        isClosed: figures.status === 'closed',
        value: { figures, transactions: typed ?? 0 },
      };
    });
  return matchPeriods(partsOf(before), partsOf(after));
}

/** Hours that have ended and were measured by every camera that counts for these sums, in both periods. */
function matchHours(
  sums: readonly LineSum[],
  { before, after, site }: Pair,
): MatchedPeriods<IntervalFigures> {
  const kinds = sums.map(({ kind }) => kind);
  const partsOf = ({ hours }: ComparedPeriod) =>
    hours.map(({ day, minute, figures }) => {
      const { coverage, wantedS } = lineCoverage(figures, kinds, site);
      return {
        place: `${day}:${minute}`,
        coverage: figures.status === 'open' ? null : coverage,
        wantedS,
        isClosed: figures.status === 'closed',
        value: figures,
      };
    });
  return matchPeriods(partsOf(before), partsOf(after));
}

function told({
  kind,
  matched,
  before,
  after,
  comparison,
  configurations,
}: {
  readonly kind: ComparedFigure['kind'];
  readonly matched: MatchedPeriods<IntervalFigures>;
  readonly before: ComparedSide | null;
  readonly after: ComparedSide | null;
  readonly comparison: Comparison | NotComparable;
  readonly configurations: readonly CountedWith[];
}): ComparedFigure {
  const hours = { zone: null, matchedHours: matched.after.length, leftOutHours: matched.leftOut };
  const nothing = { before: null, after: null, change: null, range: null };
  if (matched.after.length === 0)
    return { kind, ...hours, ...nothing, verdict: 'nothing-matched', changes: [] };
  const configIds = [...matched.before, ...matched.after].flatMap((figures) => figures.configIds);
  const changes = changesAmong(configurations, configIds, 'lines');
  return {
    kind,
    ...hours,
    before,
    after,
    change: changeOf(kind, before, after),
    range: typeof comparison === 'object' && changes.length === 0 ? comparison : null,
    verdict:
      changes.length > 0 ? 'changed' : typeof comparison === 'object' ? comparison.verdict : comparison,
    changes,
  };
}
