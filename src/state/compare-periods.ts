import type { Interval, StoreCalendar } from '../core/time/store-calendar.ts';

/** What is compared: the day that is shown, its week, or a range that was chosen. */
export type Span = 'day' | 'week' | 'range';
/** With what: the time just before it, the same weekdays before it, those of the year before, or a chosen range. */
export type Baseline = 'before' | 'week' | 'year' | 'range';

/** Days that a compared period may have. */
export const MOST_DAYS = 366;
const DAY_MS = 86_400_000;
const WEEK = 7;
/** Whole weeks, so that weekdays meet. */
const YEAR = 52 * WEEK;

/** The week from Monday to Sunday that holds a business day. */
export function weekOf(calendar: StoreCalendar, day: Interval): Interval {
  const middleMs = middleOf(day);
  const weekday = new Date(middleMs + calendar.offsetMsAt(middleMs)).getUTCDay();
  const sinceMonday = (weekday + 6) % WEEK;
  const monday = dayFrom(calendar, day, -sinceMonday);
  return { fromMs: monday.fromMs, toMs: dayFrom(calendar, monday, WEEK - 1).toMs };
}

/** The period that another one is compared with, of the same number of days. */
export function baselineOf(
  calendar: StoreCalendar,
  period: Interval,
  baseline: Exclude<Baseline, 'range'>,
): Interval {
  const days = daysOf(calendar, period);
  const first = days[0] ?? calendar.dayAt(period.fromMs);
  const weeks = Math.ceil(days.length / WEEK) * WEEK;
  const shift = { before: days.length, week: weeks, year: YEAR }[baseline];
  const from = dayFrom(calendar, first, -shift);
  return { fromMs: from.fromMs, toMs: dayFrom(calendar, from, days.length - 1).toMs };
}

/** The business days of a period, in order; no more than `MOST_DAYS`. */
export function daysOf(calendar: StoreCalendar, { fromMs, toMs }: Interval): readonly Interval[] {
  const days: Interval[] = [];
  for (let atMs = fromMs; atMs < toMs && days.length < MOST_DAYS;) {
    const day = calendar.dayAt(atMs);
    days.push(day);
    atMs = day.toMs;
  }
  return days;
}

/** So many business days after the one given; before it where negative. A change of the clock moves no day. */
function dayFrom(calendar: StoreCalendar, day: Interval, days: number): Interval {
  return calendar.dayAt(middleOf(day) + days * DAY_MS);
}

function middleOf({ fromMs, toMs }: Interval): number {
  return (fromMs + toMs) / 2;
}
