import { describe, expect, it, test } from 'vitest';
import { createLocalClock } from '../../../src/core/time/local-clock.ts';
import type { DayHours } from '../../../src/core/time/opening-hours.ts';
import { isTimeToUpdate, updateWindow, type UpdateWindow } from '../../../src/core/update/update-time.ts';

const tokyo = createLocalClock('Asia/Tokyo');
const at = (local: string): number => Date.parse(`${local}+09:00`);
const hours = (from: number, to: number): DayHours => ({ fromMinute: from * 60, toMinute: to * 60 });
const everyDay = (day: DayHours | null) => ({ week: Array.from({ length: 7 }, () => day), exceptions: [] });
const closed = (from: string, to: string): UpdateWindow => ({
  kind: 'closed',
  fromMs: at(from),
  toMs: at(to),
});
const quiet = (from: string, to: string): UpdateWindow => ({ kind: 'quiet', fromMs: at(from), toMs: at(to) });

describe('an update that waits', () => {
  it.each([
    {
      name: 'is for half an hour after closing',
      calendar: everyDay(hours(10, 22)),
      now: '2026-11-24T15:00:00',
      window: closed('2026-11-24T22:30:00', '2026-11-25T09:45:00'),
    },
    {
      name: 'is for now while the store is closed',
      calendar: everyDay(hours(10, 22)),
      now: '2026-11-25T02:00:00',
      window: closed('2026-11-24T22:30:00', '2026-11-25T09:45:00'),
    },
    {
      name: 'is not for the last quarter of an hour before the doors open',
      calendar: everyDay(hours(10, 22)),
      now: '2026-11-25T09:45:00',
      window: closed('2026-11-25T22:30:00', '2026-11-26T09:45:00'),
    },
    {
      name: 'knows a business day that ends after midnight',
      calendar: everyDay(hours(18, 2)),
      now: '2026-11-24T23:00:00',
      window: closed('2026-11-25T02:30:00', '2026-11-25T17:45:00'),
    },
    {
      name: 'begins with a slot where the store closes between two',
      calendar: everyDay({ fromMinute: 600, toMinute: 21 * 60 + 50 }),
      now: '2026-11-24T15:00:00',
      window: closed('2026-11-24T22:30:00', '2026-11-25T09:45:00'),
    },
    {
      name: 'knows a day on which the store stays closed',
      calendar: { ...everyDay(hours(10, 22)), exceptions: [{ date: '2026-11-25', hours: null }] },
      now: '2026-11-24T15:00:00',
      window: closed('2026-11-24T22:30:00', '2026-11-26T09:45:00'),
    },
    {
      name: 'takes four in the morning where no hours are set',
      calendar: undefined,
      now: '2026-11-24T15:00:00',
      window: quiet('2026-11-25T04:00:00', '2026-11-25T05:00:00'),
    },
    {
      name: 'takes this morning where four has not gone by',
      calendar: undefined,
      now: '2026-11-24T04:59:59',
      window: quiet('2026-11-24T04:00:00', '2026-11-24T05:00:00'),
    },
    {
      name: 'takes four in the morning where the store never closes',
      calendar: everyDay(hours(0, 0)),
      now: '2026-11-24T15:00:00',
      window: quiet('2026-11-25T04:00:00', '2026-11-25T05:00:00'),
    },
    {
      name: 'does not take half an hour of cleaning for closing time',
      calendar: everyDay({ fromMinute: 330, toMinute: 300 }),
      now: '2026-11-24T15:00:00',
      window: quiet('2026-11-25T04:00:00', '2026-11-25T05:00:00'),
    },
  ])('$name', ({ calendar, now, window }) => {
    expect(updateWindow(calendar, tokyo, at(now))).toEqual(window);
  });

  it('is for any time of a store that stays closed for weeks', () => {
    const now = at('2026-11-24T15:00:00');
    const window = updateWindow(everyDay(null), tokyo, now);
    expect(isTimeToUpdate(window, { ...unused, nowMs: now + 60_000 })).toBe(true);
  });
});

const unused = { usedAtMs: -Infinity, seenAtMs: -Infinity };
const night = closed('2026-11-24T22:30:00', '2026-11-25T09:45:00');
const four = quiet('2026-11-25T04:00:00', '2026-11-25T05:00:00');

describe('the moment of an update', () => {
  it.each([
    { name: 'before its time', window: night, now: '2026-11-24T22:29:00', is: false },
    { name: 'once the last slot is written', window: night, now: '2026-11-24T22:30:20', is: true },
    { name: 'while the last slot is being written', window: night, now: '2026-11-24T22:30:19', is: false },
    { name: 'just before a slot ends', window: night, now: '2026-11-24T22:44:30', is: false },
    { name: 'the whole night', window: night, now: '2026-11-25T09:40:00', is: true },
    { name: 'when it is over', window: night, now: '2026-11-25T09:45:20', is: false },
    { name: 'in the quiet hour', window: four, now: '2026-11-25T04:03:00', is: true },
  ])('$name: $is', ({ window, now, is }) => {
    expect(isTimeToUpdate(window, { ...unused, nowMs: at(now) })).toBe(is);
  });

  test('does not come while somebody uses the page, and five minutes after', () => {
    const nowMs = at('2026-11-24T23:05:00');
    expect(isTimeToUpdate(night, { ...unused, nowMs, usedAtMs: nowMs - 299_000 })).toBe(false);
    expect(isTimeToUpdate(night, { ...unused, nowMs, usedAtMs: nowMs - 300_000 })).toBe(true);
  });

  test('waits for a minute without anybody in view where no hours are set, and not where they are', () => {
    const seen = (nowMs: number) => ({ nowMs, usedAtMs: -Infinity, seenAtMs: nowMs - 59_000 });
    expect(isTimeToUpdate(four, seen(at('2026-11-25T04:05:00')))).toBe(false);
    expect(isTimeToUpdate(night, seen(at('2026-11-24T23:05:00')))).toBe(true);
  });
});
