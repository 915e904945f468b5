import { describe, expect, it } from 'vitest';
import type { RatioEstimate } from '../../../src/core/accuracy-check/ratio-estimate.ts';
import { NO_CHECKS } from '../../../src/core/accuracy-check/period-checks.ts';
import { compareConversions } from '../../../src/core/measures/compare-counts.ts';
import { comparePeriods } from '../../../src/core/measures/compare-periods.ts';
import { conversionOf, type ConversionParts } from '../../../src/core/measures/conversion.ts';
import { countedSite } from '../../../src/core/measures/counted-site.ts';
import { aCamera, aLine, aSite } from '../../state/builders.ts';
import { anInterval } from '../../state/ports/memory-archive.ts';

const DAY_MS = 86_400_000;
const site = countedSite(aSite([aCamera({ lines: [aLine({ id: 2 })] })]));
const check: RatioEstimate = { ratio: 1, variance: 0.012 ** 2, degrees: 20, manual: 400 };
const checks = { lines: [{ line: 2, in: check, out: check, checkedAtMs: 0 }], configIds: [1] };

/** A day on which so many came in, of which staff are taken out, and a share was measured. */
const aDay = (day: number, entered: number, measured = 1) =>
  anInterval({
    fromMs: day * DAY_MS,
    toMs: (day + 1) * DAY_MS,
    status: measured === 1 ? 'measured' : 'partial',
    coverage: measured,
    lines: [{ line: 2, in: entered, out: 0, inRaw: entered + 10, outRaw: 0, parties: 0 }],
    cameras: [
      {
        camera: 1,
        measuredS: 86_400 * measured,
        gapS: { stalled: 86_400 * (1 - measured) },
        framesAnalysed: 1,
      },
    ],
  });
const typed = (day: number, transactions: number) => ({ fromMs: day * DAY_MS, transactions });
const conversion = (given: Partial<ConversionParts>) =>
  conversionOf({ days: [], typed: [], site, checks, isOver: () => true, ...given });

describe('conversion', () => {
  it('is transactions ÷ visitors in without staff, over the days whose transactions were typed', () => {
    const days = [aDay(0, 200), aDay(1, 300), aDay(2, 900)];
    expect(conversion({ days, typed: [typed(0, 50), typed(1, 75)] })).toMatchObject({
      days: 2,
      transactions: 125,
      entered: 500,
      rate: 0.25,
      coverage: 1,
      leftOut: 0,
    });
  });

  it('is wrong by as much as the visitors are: twice as narrow for half the rate', () => {
    const days = [aDay(0, 1000)];
    const one = conversion({ days, typed: [typed(0, 500)] }).plusMinus!;
    const half = conversion({ days, typed: [typed(0, 250)] }).plusMinus!;
    expect(one).toBeGreaterThan(0.01);
    expect(one).toBeLessThan(0.05);
    expect(half).toBeCloseTo(one / 2, 9);
    expect(conversion({ days, typed: [typed(0, 500)], checks: NO_CHECKS }).plusMinus).toBeNull();
  });

  it('claims no error where time is missing, and says how much was measured', () => {
    expect(conversion({ days: [aDay(0, 100, 0.5)], typed: [typed(0, 50)] })).toMatchObject({
      rate: 0.5,
      coverage: 0.5,
      plusMinus: null,
    });
  });

  it('leaves out days that are not over or were not measured, and has no rate where nobody came in', () => {
    const days = [aDay(0, 100, 0), aDay(1, 100)];
    const isOver = ({ fromMs }: { fromMs: number }) => fromMs < DAY_MS;
    const both = [typed(0, 5), typed(1, 5)];
    expect(conversion({ days, typed: both, isOver })).toMatchObject({ days: 0, rate: null, leftOut: 2 });
    expect(conversion({ days: [aDay(1, 0)], typed: both })).toMatchObject({ days: 1, rate: null });
    expect(conversion({ days })).toMatchObject({ days: 0, rate: null, coverage: null, leftOut: 0 });
  });
});

describe('two conversions', () => {
  const counts = (transactions: number, count: number, known: RatioEstimate | null = check) => ({
    transactions,
    entered: [{ count, check: known }],
  });

  it('differ where their intervals say so, in points', () => {
    expect(compareConversions(counts(200, 1000), counts(400, 1000))).toMatchObject({ verdict: 'more' });
    expect(compareConversions(counts(200, 1000), counts(201, 1000))).toMatchObject({
      verdict: 'within-error',
    });
    expect(compareConversions(counts(200, 1000, null), counts(400, 1000))).toBe('not-checked');
    expect(compareConversions(counts(200, 0), counts(400, 1000))).toBe('nothing-counted');
  });

  it('are compared over the days that were typed and measured whole in both periods', () => {
    const period = (days: ReturnType<typeof aDay>[], transactions: [number, number][]) => ({
      hours: [],
      days: days.map((figures, day) => ({ day, minute: 0, figures })),
      transactions: new Map(transactions),
      checks,
    });
    const before = period([aDay(0, 100), aDay(1, 100), aDay(2, 100, 0.5)], [[0, 20], [2, 90]]); // prettier-ignore
    const after = period([aDay(7, 100), aDay(8, 100), aDay(9, 100)], [[0, 40], [1, 50], [2, 60]]); // prettier-ignore
    const rows = comparePeriods(before, after, { site, configurations: [] });
    expect(rows.find(({ kind }) => kind === 'conversion')).toMatchObject({
      before: { value: 0.2 },
      after: { value: 0.4 },
      change: 0.2,
      verdict: 'more',
    });
    const none = comparePeriods(period([aDay(0, 1)], []), period([aDay(7, 1)], []), {
      site,
      configurations: [],
    });
    expect(none.some(({ kind }) => kind === 'conversion')).toBe(false);
  });
});
