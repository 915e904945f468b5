import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLocalClock } from '../../../src/core/time/local-clock.ts';
import {
  hoursOn,
  isOpenAt,
  isTradingOver,
  openTimes,
  type DayHours,
} from '../../../src/core/time/opening-hours.ts';
import { createStoreCalendar } from '../../../src/core/time/store-calendar.ts';

const at = (text: string): number => Date.parse(text);
const tokyo = createLocalClock('Asia/Tokyo');
const TEN_TO_TEN: DayHours = { fromMinute: 600, toMinute: 1320 };
const BAR: DayHours = { fromMinute: 1080, toMinute: 120 };
const week = (hours: DayHours | null): (DayHours | null)[] => Array.from({ length: 7 }, () => hours);

const said = (times: ReturnType<typeof openTimes>): string[] | null =>
  times &&
  times.map(({ fromMs, toMs }) => `${new Date(fromMs).toISOString()}/${new Date(toMs).toISOString()}`);

describe('opening hours', () => {
  it('are none where no week is set: the store is always open', () => {
    const calendar = { week: null, exceptions: [{ date: '2026-11-24', hours: null }] };
    expect(openTimes(calendar, tokyo, { fromMs: 0, toMs: 1 })).toBeNull();
    expect(openTimes(undefined, tokyo, { fromMs: 0, toMs: 1 })).toBeNull();
    expect(isOpenAt(undefined, tokyo, 0)).toBe(true);
    expect(hoursOn(calendar, '2026-11-24')).toBeUndefined();
  });

  it('follow the weekday, and an exception before it', () => {
    const calendar = {
      week: week(TEN_TO_TEN).with(2, null),
      exceptions: [{ date: '2026-11-25', hours: { fromMinute: 720, toMinute: 900 } }],
    };
    const range = { fromMs: at('2026-11-23T00:00:00+09:00'), toMs: at('2026-11-26T00:00:00+09:00') };
    expect(said(openTimes(calendar, tokyo, range))).toEqual([
      '2026-11-23T01:00:00.000Z/2026-11-23T13:00:00.000Z',
      '2026-11-25T03:00:00.000Z/2026-11-25T06:00:00.000Z',
    ]);
    expect(isOpenAt(calendar, tokyo, at('2026-11-24T12:00:00+09:00'))).toBe(false);
    expect(isOpenAt(calendar, tokyo, at('2026-11-23T21:59:59+09:00'))).toBe(true);
    expect(isOpenAt(calendar, tokyo, at('2026-11-23T22:00:00+09:00'))).toBe(false);
  });

  it('run on after midnight, also after a day before a closed one', () => {
    const calendar = { week: week(BAR), exceptions: [{ date: '2026-11-25', hours: null }] };
    expect(isOpenAt(calendar, tokyo, at('2026-11-25T01:59:00+09:00'))).toBe(true);
    expect(isOpenAt(calendar, tokyo, at('2026-11-25T02:00:00+09:00'))).toBe(false);
    expect(isOpenAt(calendar, tokyo, at('2026-11-25T19:00:00+09:00'))).toBe(false);
    expect(isOpenAt(calendar, tokyo, at('2026-11-26T01:00:00+09:00'))).toBe(false);
  });

  it('lie in one business day where that begins after closing', () => {
    const calendar = { week: week(BAR), exceptions: [] };
    const day = createStoreCalendar({ timeZone: 'Asia/Tokyo', dayStartsAtMinute: 300 }).dayAt(
      at('2026-11-25T01:00:00+09:00'),
    );
    expect(said(openTimes(calendar, tokyo, day))).toEqual([
      '2026-11-24T09:00:00.000Z/2026-11-24T17:00:00.000Z',
    ]);
  });

  it('are cut where the range is', () => {
    const midnight = at('2026-11-25T00:00:00+09:00');
    const range = { fromMs: midnight, toMs: midnight + 86_400_000 };
    expect(said(openTimes({ week: week(BAR), exceptions: [] }, tokyo, range))).toEqual([
      '2026-11-24T15:00:00.000Z/2026-11-24T17:00:00.000Z',
      '2026-11-25T09:00:00.000Z/2026-11-25T15:00:00.000Z',
    ]);
  });

  it('are the whole time where opening and closing are alike', () => {
    const always = { week: week({ fromMinute: 540, toMinute: 540 }), exceptions: [] };
    const range = { fromMs: at('2026-11-23T00:00:00+09:00'), toMs: at('2026-11-26T00:00:00+09:00') };
    expect(openTimes(always, tokyo, range)).toEqual([range]);
  });

  it('are read off the clock on days on which it is changed', () => {
    const berlin = createLocalClock('Europe/Berlin');
    const night = { week: week({ fromMinute: 60, toMinute: 240 }), exceptions: [] };
    const hours = (from: string, to: string): number => {
      const times = openTimes(night, berlin, { fromMs: at(from), toMs: at(to) }) ?? [];
      return times.reduce((sum, { fromMs, toMs }) => sum + (toMs - fromMs) / 3_600_000, 0);
    };
    expect(hours('2026-03-29T00:00:00+01:00', '2026-03-30T00:00:00+02:00')).toBe(2);
    expect(hours('2026-10-25T00:00:00+02:00', '2026-10-26T00:00:00+01:00')).toBe(4);
    expect(hours('2026-07-01T00:00:00+02:00', '2026-07-02T00:00:00+02:00')).toBe(3);
  });

  it('come in order, apart, within the range, and agree with the instant, whatever they are', () => {
    const minute = fc.integer({ min: 0, max: 1439 });
    const day = fc.option(fc.record({ fromMinute: minute, toMinute: minute }), { nil: null });
    const zones = fc.constantFrom('Asia/Tokyo', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe');
    const start = fc.integer({ min: at('2026-01-01T00:00:00Z'), max: at('2026-12-31T00:00:00Z') });
    fc.assert(
      fc.property(fc.array(day, { minLength: 7, maxLength: 7 }), zones, start, (days, zone, fromMs) => {
        const clock = createLocalClock(zone);
        const calendar = { week: days, exceptions: [] };
        const range = { fromMs, toMs: fromMs + 3 * 86_400_000 };
        const times = openTimes(calendar, clock, range) ?? [];
        let lastMs = fromMs - 1;
        for (const time of times) {
          expect(time.fromMs).toBeGreaterThan(lastMs);
          expect(time.toMs).toBeGreaterThan(time.fromMs);
          expect(time.toMs).toBeLessThanOrEqual(range.toMs);
          lastMs = time.toMs;
        }
        const probeMs = fromMs + 86_400_000;
        expect(isOpenAt(calendar, clock, probeMs)).toBe(
          times.some((time) => time.fromMs <= probeMs && probeMs < time.toMs),
        );
      }),
      { numRuns: 60 },
    );
  });
});

describe('trading of a business day', () => {
  const day = {
    fromMs: Date.parse('2026-11-24T05:00:00+09:00'),
    toMs: Date.parse('2026-11-25T05:00:00+09:00'),
  };
  const at = (time: string): number => Date.parse(`2026-11-24T${time}:00+09:00`);
  const shop = {
    week: Array.from({ length: 7 }, () => ({ fromMinute: 600, toMinute: 1200 })),
    exceptions: [],
  };
  const isOver = (nowMs: number, calendar: Parameters<typeof isTradingOver>[0]): boolean =>
    isTradingOver(calendar, tokyo, { day, nowMs });

  it('is over once the store has closed for the last time in it', () => {
    expect([at('09:00'), at('19:59'), at('20:00')].map((nowMs) => isOver(nowMs, shop))).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('is over with the day where there are no hours, or the store does not open', () => {
    expect(isOver(at('23:00'), undefined)).toBe(false);
    expect(isOver(at('23:00'), { ...shop, week: Array.from({ length: 7 }, () => null) })).toBe(false);
    expect(isOver(day.toMs, undefined)).toBe(true);
  });
});
