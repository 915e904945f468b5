import { describe, expect, it, test } from 'vitest';
import type { PeriodChecks } from '../../../src/core/accuracy-check/period-checks.ts';
import type { RatioEstimate } from '../../../src/core/accuracy-check/ratio-estimate.ts';
import { comparePeriods } from '../../../src/core/measures/compare-periods.ts';
import type { ComparedFigure, ComparedPeriod } from '../../../src/core/measures/compared-figure.ts';
import { countedSite } from '../../../src/core/measures/counted-site.ts';
import type { CountedWith } from '../../../src/core/measures/counted-with.ts';
import type { IntervalFigures } from '../../../src/core/measures/figures.ts';
import { aCamera, aLine, aSite, aZone } from '../../state/builders.ts';
import { anInterval } from '../../state/ports/memory-archive.ts';

const HOUR_MS = 3_600_000;
const DOOR = aLine({ id: 2 });
const STREET = aLine({ id: 5, kind: 'outside' });
const SHELF = aZone({ id: 3 });
const QUEUE = aZone({ id: 4, kind: 'queue' });
const site = countedSite(aSite([aCamera({ lines: [DOOR, STREET], zones: [SHELF, QUEUE] })]));
const check: RatioEstimate = { ratio: 1, variance: 0.012 ** 2, degrees: 20, manual: 400 };
const checks: PeriodChecks = {
  lines: [2, 5].map((line) => ({ line, in: check, out: check, checkedAtMs: 0 })),
  configIds: [1],
};
const one: CountedWith = {
  configId: 1,
  ruleVersion: 1,
  modelSha256: 'm',
  linesSha256: 'l',
  zonesSha256: 'z',
};
const configurations = [
  one,
  { ...one, configId: 2, linesSha256: 'x' },
  { ...one, configId: 3, zonesSha256: 'x' },
];

const lineOf = (line: number, count: number) => ({
  line,
  in: count,
  out: count,
  inRaw: count,
  outRaw: count,
  parties: 0,
});

/** An hour in which so many came in and went out, and as many passed each way. */
function anHour(hour: number, count: number, given: Partial<IntervalFigures> = {}): IntervalFigures {
  return anInterval({
    fromMs: hour * HOUR_MS,
    toMs: (hour + 1) * HOUR_MS,
    coverage: 1,
    cameras: [{ camera: 1, measuredS: 3600, gapS: {}, framesAnalysed: 1 }],
    lines: [lineOf(2, count), lineOf(5, count)],
    ...given,
  });
}

const halfMeasured = [{ camera: 1, measuredS: 1800, gapS: { stalled: 1800 }, framesAnalysed: 1 }];

function aPeriod(hours: readonly IntervalFigures[], given: Partial<ComparedPeriod> = {}): ComparedPeriod {
  return {
    hours: hours.map((figures) => ({ day: 0, minute: figures.fromMs / 60_000, figures })),
    days: [],
    transactions: new Map(),
    checks,
    ...given,
  };
}

function figure(
  kind: ComparedFigure['kind'],
  [before, after]: readonly [ComparedPeriod, ComparedPeriod],
  zone: number | null = null,
): ComparedFigure {
  const found = comparePeriods(before, after, { site, configurations }).find(
    (row) => row.kind === kind && row.zone === zone,
  );
  if (!found) throw new Error(`no ${kind}`);
  return found;
}

const bands = (count: number): number[] => [0, 0, count, 0, 0, 0, 0, 0, 0];
const stay = (zone: number, count: number, measuredS = 3600) => ({
  zone,
  suppressed: false,
  measuredS,
  lostS: 0,
  visits: count,
  dwellBands: bands(count),
  dwellMedianS: null,
  dwellP90S: null,
  personSeconds: 0,
  occupancyMax: 1,
});
const few = (zone: number) => ({ ...stay(zone, 0, 0), suppressed: true, visits: null, dwellBands: null });

describe('figures of lines', () => {
  it('are added up over the hours measured in both periods', () => {
    const before = aPeriod([anHour(9, 100), anHour(10, 500, { cameras: halfMeasured }), anHour(11, 100)]);
    const after = aPeriod([anHour(9, 150), anHour(10, 100), anHour(11, 150, { status: 'open' })]);
    expect(figure('in', [before, after])).toMatchObject({
      before: { value: 100 },
      after: { value: 150 },
      change: 0.5,
      verdict: 'more',
      matchedHours: 1,
      leftOutHours: 2,
      changes: [],
    });
  });

  it('are those of the hours in which the store was open, where it has opening hours', () => {
    const camera = (measuredS: number, openS: number, missedS = 0) => [
      {
        camera: 1,
        measuredS,
        gapS: { 'app-closed': 3600 - measuredS },
        framesAnalysed: 1,
        open: { measuredS: openS, gapS: { 'app-closed': missedS } },
      },
    ];
    const closed = { status: 'closed' as const, coverage: null, cameras: camera(0, 0) };
    const opening = { cameras: camera(1800, 1800) };
    const before = aPeriod([anHour(9, 9, closed), anHour(10, 100, opening), anHour(11, 100)]);
    const after = aPeriod([anHour(9, 9, closed), anHour(10, 150, opening), anHour(11, 300, opening)]);
    expect(figure('in', [before, after])).toMatchObject({
      before: { value: 100 },
      after: { value: 150 },
      matchedHours: 1,
      leftOutHours: 1,
    });
  });

  it('carry their error, and so does the difference', () => {
    const { before, after, range } = figure('in', [aPeriod([anHour(9, 1000)]), aPeriod([anHour(9, 1020)])]);
    expect(before?.plusMinus).toBeGreaterThan(20);
    expect(after?.plusMinus).toBeGreaterThan(20);
    expect(range!.from).toBeLessThan(0);
    expect(range!.to).toBeGreaterThan(0.02);
  });

  it('of passers-by are both directions, and the capture rate is in points', () => {
    const [before, after] = [aPeriod([anHour(9, 1000)]), aPeriod([anHour(9, 1020)])];
    expect(figure('passersby', [before, after])).toMatchObject({
      before: { value: 2000 },
      verdict: 'within-error',
    });
    const rate = figure('capture-rate', [before, after]);
    expect(rate.after?.value).toBeCloseTo(1 / 3, 9);
    expect(rate.after?.plusMinus).toBeGreaterThan(0);
    expect(rate.change).toBeCloseTo(0, 9);
    expect(rate.verdict).toBe('within-error');
  });

  test.each([
    { name: 'no check', given: { checks: { lines: [], configIds: [1] } } },
    { name: 'checks of another set-up', given: { checks: { ...checks, configIds: [2] } } },
  ])('claim no difference with $name', ({ given }) => {
    const row = figure('in', [aPeriod([anHour(9, 100)], given), aPeriod([anHour(9, 300)])]);
    expect(row).toMatchObject({
      verdict: 'not-checked',
      range: null,
      before: { value: 100, plusMinus: null },
      change: 2,
    });
  });

  it('say that nothing can be compared where no hour was measured in both', () => {
    expect(figure('in', [aPeriod([]), aPeriod([anHour(9, 300)])])).toMatchObject({
      verdict: 'nothing-matched',
      before: null,
      after: null,
      leftOutHours: 1,
    });
  });

  it('are broken by another line, but not by another zone', () => {
    const after = (configId: number) => aPeriod([anHour(9, 300, { configIds: [configId] })]);
    expect(figure('in', [aPeriod([anHour(9, 100)]), after(2)])).toMatchObject({
      verdict: 'changed',
      changes: ['lines'],
      range: null,
    });
    expect(figure('in', [aPeriod([anHour(9, 100)]), after(3)]).changes).toEqual([]);
  });

  it('are not there where the site has no such line', () => {
    const indoors = countedSite(aSite([aCamera({ lines: [], zones: [SHELF] })]));
    const rows = comparePeriods(aPeriod([]), aPeriod([]), { site: indoors, configurations });
    expect(rows.map(({ kind }) => kind)).toEqual(['visits', 'dwell']);
  });
});

describe('figures of zones', () => {
  const day = (count: number, given: Partial<IntervalFigures> = {}) => [
    {
      day: 0,
      minute: 0,
      figures: anInterval({
        fromMs: 0,
        toMs: 24 * HOUR_MS,
        cameras: [{ camera: 1, measuredS: 24 * 3600, gapS: {}, framesAnalysed: 1 }],
        zones: [stay(3, count, 24 * 3600)],
        ...given,
      }),
    },
  ];
  const hoursWith = (zones: IntervalFigures['zones']) => [anHour(9, 1, { zones }), anHour(10, 1, { zones })];

  it('are those of whole days, where both can be told whole', () => {
    const before = aPeriod(hoursWith([few(3)]), { days: day(20) });
    const after = aPeriod(hoursWith([few(3)]), { days: day(30) });
    expect(figure('visits', [before, after], 3)).toMatchObject({
      before: { value: 20, plusMinus: null },
      after: { value: 30 },
      change: 0.5,
      verdict: 'not-checked',
      matchedHours: 2,
      leftOutHours: 0,
    });
    expect(figure('dwell', [before, after], 3).after?.value).toBeCloseTo(22.5);
  });

  it('are those of hours on a day that is not over', () => {
    const before = aPeriod([anHour(9, 1, { zones: [stay(4, 6)] }), anHour(10, 1, { zones: [few(4)] })], {
      days: day(20),
    });
    const after = aPeriod(hoursWith([stay(4, 7)]), { days: day(30, { status: 'open' }) });
    expect(figure('visits', [before, after], 4)).toMatchObject({
      before: { value: 6 },
      after: { value: 7 },
      matchedHours: 1,
      leftOutHours: 1,
    });
    expect(figure('wait', [before, after], 4).verdict).toBe('not-checked');
  });

  it('come queues first', () => {
    const rows = comparePeriods(aPeriod([]), aPeriod([]), { site, configurations });
    expect(rows.map(({ zone }) => zone)).toEqual([null, null, null, null, 4, 4, 3, 3]);
  });

  it('are broken by another zone', () => {
    const before = aPeriod([anHour(9, 1, { zones: [stay(3, 6)] })]);
    const after = aPeriod([anHour(9, 1, { zones: [stay(3, 6)], configIds: [3] })]);
    expect(figure('visits', [before, after], 3)).toMatchObject({ verdict: 'changed', changes: ['zones'] });
  });
});
