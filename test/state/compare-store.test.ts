import { computed, signal } from '@preact/signals-core';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { HistoryQuery, IntervalFigures } from '../../src/contracts/archive.ts';
import { createStoreCalendar } from '../../src/core/time/store-calendar.ts';
import {
  baselineOf,
  daysOf,
  monthOf,
  periodOf,
  weekOf,
  type Period,
} from '../../src/state/compare-periods.ts';
import { createCompareStore } from '../../src/state/compare-store.ts';
import { aSite } from './builders.ts';
import { settle } from './ports/manual-clock.ts';
import { anInterval, MemoryArchive } from './ports/memory-archive.ts';

const calendar = createStoreCalendar({ timeZone: 'Asia/Tokyo', dayStartsAtMinute: 300 });
const at = (date: string) => calendar.dayAt(Date.parse(`${date}T12:00:00+09:00`));
const dates = ({ fromMs, lastDayMs }: Period): string[] =>
  [fromMs, lastDayMs].map((atMs) => new Date(atMs + 9 * 3_600_000).toISOString().slice(0, 10));

describe('periods', () => {
  it('of a week go from Monday to Sunday', () => {
    for (const day of ['2026-11-23', '2026-11-24', '2026-11-29']) {
      expect(dates(weekOf(calendar, at(day)))).toEqual(['2026-11-23', '2026-11-29']);
    }
  });

  test.each([
    { baseline: 'before', days: ['2026-11-24', '2026-11-24'], other: ['2026-11-23', '2026-11-23'] },
    { baseline: 'week', days: ['2026-11-24', '2026-11-24'], other: ['2026-11-17', '2026-11-17'] },
    { baseline: 'year', days: ['2026-11-24', '2026-11-24'], other: ['2025-11-25', '2025-11-25'] },
    { baseline: 'before', days: ['2026-11-20', '2026-11-22'], other: ['2026-11-17', '2026-11-19'] },
    { baseline: 'week', days: ['2026-11-20', '2026-11-22'], other: ['2026-11-13', '2026-11-15'] },
    { baseline: 'week', days: ['2026-11-01', '2026-11-10'], other: ['2026-10-18', '2026-10-27'] },
  ] as const)('$baseline $days is $other', ({ baseline, days: [first, last], other }) => {
    const period = periodOf(calendar, at(first), at(last));
    expect(dates(baselineOf(calendar, period, baseline))).toEqual(other);
  });

  it('before have as many days, and the same weekdays where those are asked for, wherever clocks are changed', () => {
    const berlin = createStoreCalendar({ timeZone: 'Europe/Berlin', dayStartsAtMinute: 0 });
    const weekday = (atMs: number): number => new Date(atMs + berlin.offsetMsAt(atMs)).getUTCDay();
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2028, 0, 1) }),
        fc.integer({ min: 0, max: 40 }),
        fc.constantFrom('before' as const, 'week' as const, 'year' as const),
        (atMs, more, baseline) => {
          const period = periodOf(berlin, berlin.dayAt(atMs), berlin.dayAt(atMs + more * 86_400_000));
          const other = baselineOf(berlin, period, baseline);
          expect(daysOf(berlin, other)).toHaveLength(daysOf(berlin, period).length);
          expect(other.toMs).toBeLessThanOrEqual(period.fromMs);
          if (baseline !== 'before') expect(weekday(other.fromMs)).toBe(weekday(period.fromMs));
        },
      ),
    );
  });

  it('are never turned round nor endless', () => {
    expect(dates(periodOf(calendar, at('2026-11-24'), at('2026-11-20')))).toEqual([
      '2026-11-24',
      '2026-11-24',
    ]);
    expect(daysOf(calendar, periodOf(calendar, at('2020-01-01'), at('2026-01-01')))).toHaveLength(366);
  });
});

/** An hour from 9 to 10 on each day of the query, with as many people in as the day of the month. */
function someDays(query: HistoryQuery): readonly IntervalFigures[] {
  if (query.intervalMinutes === 1440) return [];
  const hours: IntervalFigures[] = [];
  for (let dayMs = query.fromMs; dayMs < query.toMs; dayMs += 86_400_000) {
    const fromMs = dayMs + 9 * 3_600_000;
    const count = new Date(fromMs).getUTCDate();
    hours.push(
      anInterval({
        fromMs,
        toMs: fromMs + 3_600_000,
        coverage: 1,
        cameras: [{ camera: 1, measuredS: 3600, gapS: {}, framesAnalysed: 1 }],
        lines: [{ line: 2, in: count, out: 0, inRaw: 0, outRaw: 0, parties: 0 }],
      }),
    );
  }
  return hours;
}

function aComparison() {
  const archive = new MemoryArchive();
  archive.days = someDays;
  const site = aSite();
  const tokyo = createStoreCalendar(site.store);
  const day = signal(tokyo.dayAt(Date.UTC(2026, 10, 24, 3)));
  const store = createCompareStore(archive, {
    site: signal(site),
    day,
    shown: computed(() => periodOf(tokyo, day.value, day.value)),
  });
  const entered = () => {
    const { value } = store.compared;
    const row = value.kind === 'ready' ? value.figures.find(({ kind }) => kind === 'in') : undefined;
    return [row?.after?.value, row?.before?.value];
  };
  return { archive, store, day, tokyo, entered };
}

describe('comparing', () => {
  it('begins with the day that is shown and the same weekday a week before, and follows it', async () => {
    const { store, day, tokyo, entered } = aComparison();
    const stop = store.follow();
    await settle();
    expect(entered()).toEqual([24, 17]);
    day.value = tokyo.dayAt(Date.UTC(2026, 10, 20, 3));
    await settle();
    expect(entered()).toEqual([20, 13]);
    stop();
  });

  it('of a week is with the week before', async () => {
    const { store, entered } = aComparison();
    store.follow();
    store.chooseBaseline('before');
    store.chooseSpan('week');
    await settle();
    expect(store.baseline.value).toBe('week');
    expect(entered()).toEqual([7 * 26, 7 * 19]);
  });

  it('of ranges begins with what was shown and takes any days', async () => {
    const { store, entered } = aComparison();
    store.follow();
    store.chooseSpan('range');
    store.chooseBaseline('range');
    await settle();
    expect(entered()).toEqual([24, 17]);
    store.chooseRange('other', { fromMs: Date.UTC(2026, 10, 2, 3), toMs: Date.UTC(2026, 10, 4, 3) });
    store.chooseRange('period', { fromMs: Date.UTC(2026, 10, 10, 3), toMs: Date.UTC(2026, 10, 11, 3) });
    await settle();
    expect(entered()).toEqual([10 + 11, 2 + 3]); // the third day has no fellow
  });

  it('tells why it cannot', async () => {
    const { archive, store } = aComparison();
    archive.problems.history = 'storage-unavailable';
    await store.refresh();
    expect(store.compared.value).toMatchObject({ kind: 'failed' });
  });
});

test('a month has its days, whatever their number', () => {
  const tokyo = createStoreCalendar({ timeZone: 'Asia/Tokyo', dayStartsAtMinute: 300 });
  for (const [month, days] of [
    [1, 28],
    [10, 30],
    [11, 31],
  ] as const) {
    const period = monthOf(tokyo, tokyo.dayAt(Date.UTC(2026, month, 9, 3)));
    expect(daysOf(tokyo, period)).toHaveLength(days);
    expect(period.fromMs).toBe(Date.UTC(2026, month, 1, 5) - 9 * 3_600_000);
  }
  const leap = createStoreCalendar({ timeZone: 'Europe/Berlin', dayStartsAtMinute: 0 });
  expect(daysOf(leap, monthOf(leap, leap.dayAt(Date.UTC(2026, 9, 25, 12))))).toHaveLength(31);
});
