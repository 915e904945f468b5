import { describe, expect, it, test } from 'vitest';
import { createStoreCalendar } from '../../src/core/time/store-calendar.ts';
import {
  busyHours,
  daysBegun,
  gapsOf,
  rowCaptureRate,
  slotRows,
  trimRows,
  zoneDays,
} from '../../src/state/history-figures.ts';
import { aCamera, aLine, aSite, aZone } from './builders.ts';
import { anInterval } from './ports/memory-archive.ts';

const site = aSite([
  aCamera({
    lines: [aLine(), aLine({ id: 10, kind: 'outside' }), aLine({ id: 11, kind: 'passage' })],
    zones: [aZone(), aZone({ id: 4, kind: 'queue' }), aZone({ id: 5, kind: 'staff' })],
  }),
]);
const line = (id: number, entered: number, left: number) => ({
  line: id,
  in: entered,
  out: left,
  inRaw: entered,
  outRaw: left,
  parties: entered,
});

describe('hours of several days', () => {
  const HOUR_MS = 3_600_000;
  const calendar = createStoreCalendar({ timeZone: 'Asia/Tokyo', dayStartsAtMinute: 300 });
  const startMs = Date.UTC(2026, 10, 23, 20); // 5:00 in Tokyo
  const rows = (closed: readonly number[] = []) =>
    slotRows(
      Array.from({ length: 48 }, (_, index) => {
        const fromMs = startMs + index * HOUR_MS;
        const hour = index % 24;
        const isBusy = index === 5 || index === 24 + 20; // 10:00 of the first day, 1:00 at the end of the second
        return anInterval({
          fromMs,
          toMs: fromMs + HOUR_MS,
          status: closed.includes(hour) ? 'closed' : 'measured',
          coverage: 1,
          lines: isBusy ? [line(2, 3, 3)] : [],
        });
      }),
      site,
      1,
    );
  const hoursOf = (some: readonly { readonly fromMs: number }[]): number[] =>
    some.map(({ fromMs }) => ((fromMs - startMs) / HOUR_MS) % 24);

  it('are those between the first and the last in which anybody went in or out, over midnight too', () => {
    const shown = hoursOf(busyHours(rows(), { calendar, hasHours: false }));
    expect(shown).toHaveLength(32);
    expect([Math.min(...shown), Math.max(...shown)]).toEqual([5, 20]);
  });

  it('hold all opening hours, also where nobody came', () => {
    const closed = Array.from({ length: 24 }, (_, hour) => hour).filter((hour) => hour < 4 || hour > 21);
    const shown = hoursOf(busyHours(rows(closed), { calendar, hasHours: true }));
    expect([Math.min(...shown), Math.max(...shown)]).toEqual([4, 21]);
  });

  it('begin anew with each business day, not at midnight', () => {
    const begun = daysBegun(rows(), calendar).flatMap((dayMs, index) =>
      dayMs === null ? [] : [[index, dayMs]],
    );
    expect(begun).toEqual([
      [0, startMs],
      [24, startMs + 24 * HOUR_MS],
    ]);
  });

  it('of days on which nobody came are none', () => {
    expect(busyHours([], { calendar, hasHours: false })).toEqual([]);
  });
});

test('a rate of capture needs somebody who passes by', () => {
  const rate = (lines: ReturnType<typeof line>[]): number | null =>
    slotRows([anInterval({ coverage: 1, lines })], site, 1).map(rowCaptureRate)[0] ?? null;
  expect(rate([line(2, 5, 4), line(10, 7, 8)])).toBe(0.25);
  expect(rate([line(2, 5, 4)])).toBeNull();
});

describe('rows of the history', () => {
  it('sum the lines of each kind and leave passages out', () => {
    const [row] = slotRows(
      [anInterval({ coverage: 1, lines: [line(2, 5, 4), line(10, 7, 8), line(11, 100, 100)] })],
      site,
      1,
    );
    expect(row).toMatchObject({ in: 5, out: 4, passersby: 15 });
  });

  it('show nothing where nothing was measured, which is not zero', () => {
    const [gap, quiet] = slotRows(
      [anInterval({ coverage: 0, status: 'gap' }), anInterval({ coverage: 1 })],
      site,
      1,
    );
    expect(gap?.in).toBeNull();
    expect(quiet?.in).toBe(0);
  });

  it('know the interval under way', () => {
    const rows = slotRows(
      [anInterval({ fromMs: 0, toMs: 10 }), anInterval({ fromMs: 10, toMs: 20 })],
      site,
      10,
    );
    expect(rows.map(({ present }) => present)).toEqual([false, true]);
  });

  it('are trimmed to what was measured, with a row on each side', () => {
    const intervals = [0, 0, 1, 0, 1, 0, 0].map((coverage, index) =>
      anInterval({ fromMs: index * 10, toMs: index * 10 + 10, coverage }),
    );
    const rows = trimRows(slotRows(intervals, site, 1000));
    expect(rows.map(({ fromMs }) => fromMs)).toEqual([10, 20, 30, 40, 50]);
  });

  it('are none for a day without any measurement', () => {
    expect(trimRows(slotRows([anInterval({ coverage: 0 })], site, 1000))).toEqual([]);
  });
});

describe('zones of a day', () => {
  it('come queues first and without staff', () => {
    expect(zoneDays(anInterval({}), site).map(({ zone }) => zone.id)).toEqual([4, 3]);
  });
});

describe('gaps of a day', () => {
  it('are summed by cause over the cameras, longest first', () => {
    const cameras = [
      { camera: 1, measuredS: 0, gapS: { stalled: 5, paused: 100 }, framesAnalysed: 0 },
      { camera: 2, measuredS: 0, gapS: { stalled: 7, connecting: 0 }, framesAnalysed: 0 },
    ];
    expect(gapsOf(anInterval({ cameras }))).toEqual([
      { cause: 'paused', seconds: 100 },
      { cause: 'stalled', seconds: 12 },
    ]);
  });
});
