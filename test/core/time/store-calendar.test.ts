import { describe, expect, it, test } from 'vitest';
import fc from 'fast-check';
import {
  createStoreCalendar,
  intervalsBetween,
  type StoreCalendar,
} from '../../../src/core/time/store-calendar.ts';
import { toIsoInstant } from '../../../src/core/time/iso-instant.ts';
import { monthsBefore } from '../../../src/core/time/months.ts';
import { slotKey, slotStartMs } from '../../../src/core/time/slot-key.ts';

const calendarOf = (timeZone: string, dayStartsAtMinute = 0): StoreCalendar =>
  createStoreCalendar({ timeZone, dayStartsAtMinute });

function read(calendar: StoreCalendar, interval: { fromMs: number; toMs: number }): [string, string] {
  const iso = (atMs: number): string => toIsoInstant(atMs, calendar.offsetMsAt(atMs));
  return [iso(interval.fromMs), iso(interval.toMs)];
}

describe('slots', () => {
  test.each([
    ['Asia/Tokyo', '2026-11-24T10:07:31+09:00', '2026-11-24T10:00:00+09:00'],
    ['Asia/Kolkata', '2026-11-24T10:29:59+05:30', '2026-11-24T10:15:00+05:30'],
    ['Asia/Kathmandu', '2026-11-24T10:50:00+05:45', '2026-11-24T10:45:00+05:45'],
    ['America/St_Johns', '2026-11-24T10:14:59-03:30', '2026-11-24T10:00:00-03:30'],
  ])('start on a quarter of the local clock in %s', (timeZone, at, start) => {
    const calendar = calendarOf(timeZone);
    expect(read(calendar, calendar.slotAt(Date.parse(at)))[0]).toBe(start);
  });

  it('have the epoch minute of their start as key', () => {
    const startMs = Date.parse('2026-11-24T10:15:00+09:00');
    expect(slotKey(startMs)).toBe(startMs / 60_000);
    expect(slotStartMs(slotKey(startMs))).toBe(startMs);
  });
});

describe('the business day', () => {
  test.each([
    [
      'Asia/Tokyo',
      0,
      '2026-11-24T00:00:00+09:00',
      ['2026-11-24T00:00:00+09:00', '2026-11-25T00:00:00+09:00'],
      24,
    ],
    [
      'Asia/Tokyo',
      300,
      '2026-11-24T04:59:00+09:00',
      ['2026-11-23T05:00:00+09:00', '2026-11-24T05:00:00+09:00'],
      24,
    ],
    [
      'Asia/Tokyo',
      300,
      '2026-11-24T05:00:00+09:00',
      ['2026-11-24T05:00:00+09:00', '2026-11-25T05:00:00+09:00'],
      24,
    ],
    [
      'Europe/Berlin',
      0,
      '2026-03-29T12:00:00+02:00',
      ['2026-03-29T00:00:00+01:00', '2026-03-30T00:00:00+02:00'],
      23,
    ],
    [
      'Europe/Berlin',
      0,
      '2026-10-25T12:00:00+01:00',
      ['2026-10-25T00:00:00+02:00', '2026-10-26T00:00:00+01:00'],
      25,
    ],
    [
      'Europe/Berlin',
      150,
      '2026-03-29T12:00:00+02:00',
      ['2026-03-29T03:30:00+02:00', '2026-03-30T02:30:00+02:00'],
      23,
    ],
    [
      'Europe/Berlin',
      150,
      '2026-10-25T02:15:00+01:00',
      ['2026-10-25T02:30:00+02:00', '2026-10-26T02:30:00+01:00'],
      25,
    ],
    [
      'America/St_Johns',
      0,
      '2026-03-08T12:00:00-02:30',
      ['2026-03-08T00:00:00-03:30', '2026-03-09T00:00:00-02:30'],
      23,
    ],
    [
      'Africa/Cairo',
      0,
      '2026-04-24T12:00:00+03:00',
      ['2026-04-24T01:00:00+03:00', '2026-04-25T00:00:00+03:00'],
      23,
    ],
    [
      'Australia/Lord_Howe',
      0,
      '2026-10-04T12:00:00+11:00',
      ['2026-10-04T00:00:00+10:30', '2026-10-05T00:00:00+11:00'],
      23.5,
    ],
  ] as const)('in %s from minute %i holds %s', (...[timeZone, start, at, expected, hours]) => {
    const calendar = calendarOf(timeZone, start);
    const day = calendar.dayAt(Date.parse(at));
    expect(read(calendar, day)).toEqual(expected);
    expect((day.toMs - day.fromMs) / 3_600_000).toBe(hours);
  });
});

describe('hours', () => {
  test.each([
    [
      'Asia/Kolkata',
      0,
      '2026-11-24T10:29:00+05:30',
      ['2026-11-24T10:00:00+05:30', '2026-11-24T11:00:00+05:30'],
    ],
    [
      'Europe/Berlin',
      0,
      '2026-10-25T02:15:00+02:00',
      ['2026-10-25T02:00:00+02:00', '2026-10-25T02:00:00+01:00'],
    ],
    [
      'Europe/Berlin',
      0,
      '2026-10-25T02:15:00+01:00',
      ['2026-10-25T02:00:00+01:00', '2026-10-25T03:00:00+01:00'],
    ],
    [
      'Europe/Berlin',
      0,
      '2026-03-29T01:30:00+01:00',
      ['2026-03-29T01:00:00+01:00', '2026-03-29T03:00:00+02:00'],
    ],
    [
      'Australia/Lord_Howe',
      0,
      '2026-04-05T01:50:00+10:30',
      ['2026-04-05T01:30:00+10:30', '2026-04-05T02:00:00+10:30'],
    ],
    [
      'Asia/Tokyo',
      330,
      '2026-11-24T05:10:00+09:00',
      ['2026-11-24T05:00:00+09:00', '2026-11-24T05:30:00+09:00'],
    ],
  ] as const)(
    'of the local clock in %s (day from minute %i) around %s',
    (...[timeZone, start, at, expected]) => {
      const calendar = calendarOf(timeZone, start);
      expect(read(calendar, calendar.hourAt(Date.parse(at)))).toEqual(expected);
    },
  );
});

const zones = [
  'Asia/Tokyo',
  'Europe/Berlin',
  'Asia/Kathmandu',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Africa/Cairo',
];

it('slots nest in hours, hours in days, and each kind follows itself without a gap', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.integer({ min: 0, max: 1439 }),
      fc.integer({ min: Date.parse('2025-01-01'), max: Date.parse('2028-01-01') }),
      (timeZone, start, atMs) => {
        const calendar = calendarOf(timeZone, start);
        const [slot, hour, day] = [calendar.slotAt(atMs), calendar.hourAt(atMs), calendar.dayAt(atMs)];
        for (const interval of [slot, hour, day]) {
          expect(interval.fromMs).toBeLessThanOrEqual(atMs);
          expect(interval.toMs).toBeGreaterThan(atMs);
        }
        expect(hour.fromMs).toBeLessThanOrEqual(slot.fromMs);
        expect(hour.toMs).toBeGreaterThanOrEqual(slot.toMs);
        expect(day.fromMs).toBeLessThanOrEqual(hour.fromMs);
        expect(day.toMs).toBeGreaterThanOrEqual(hour.toMs);
        expect(calendar.hourAt(hour.toMs).fromMs).toBe(hour.toMs);
        expect(calendar.dayAt(day.toMs).fromMs).toBe(day.toMs);
        expect(calendar.dayAt(day.toMs - 1)).toEqual(day);
        expect([...intervalsBetween(calendar, day, 60)].at(-1)?.toMs).toBe(day.toMs);
      },
    ),
    { numRuns: 300 },
  );
});

test.each([
  ['2026-11-24T10:00:00+09:00', 13, '2025-10-24T10:00:00+09:00'],
  ['2027-03-31T10:00:00+09:00', 13, '2026-02-28T10:00:00+09:00'],
  ['2028-03-30T10:00:00+09:00', 1, '2028-02-29T10:00:00+09:00'],
])('%s, %i months earlier, is %s', (at, months, expected) => {
  const calendar = calendarOf('Asia/Tokyo');
  expect(monthsBefore(calendar, Date.parse(at), months)).toBe(Date.parse(expected));
});
