import { intervalsBetween, type Interval, type StoreCalendar } from '../core/time/store-calendar.ts';

/** What is compared: the day or days that the history shows (`day`), its week, or a range that was chosen. */
export type Span = 'day' | 'week' | 'range';
/** With what: the time just before it, the same weekdays before it, those of the year before, or a chosen range. */
export type Baseline = 'before' | 'week' | 'year' | 'range';

/** Days that a compared period may have. */
export const MOST_DAYS = 366;
const DAY_MS = 86_400_000;
const WEEK = 7;
/** Whole weeks, so that weekdays meet. */
const YEAR = 52 * WEEK;

/** Whole business days in a row. */
export interface Period extends Interval {
  /** Start of the last of them. */
  readonly lastDayMs: number;
}

/** From one business day to another one; one day where the second lies before the first, never more than `MOST_DAYS`. */
export function periodOf(calendar: StoreCalendar, first: Interval, last: Interval): Period {
  const latest = dayFrom(calendar, first, MOST_DAYS - 1);
  const to = last.fromMs < first.fromMs ? first : last;
  const end = to.fromMs > latest.fromMs ? latest : to;
  return { fromMs: first.fromMs, toMs: end.toMs, lastDayMs: end.fromMs };
}

/** The week from Monday to Sunday that holds a business day. */
export function weekOf(calendar: StoreCalendar, day: Interval): Period {
  const middleMs = middleOf(day);
  const weekday = new Date(middleMs + calendar.offsetMsAt(middleMs)).getUTCDay();
  const monday = dayFrom(calendar, day, -((weekday + 6) % WEEK));
  return periodOf(calendar, monday, dayFrom(calendar, monday, WEEK - 1));
}

/** The month of the local calendar that holds a business day. */
export function monthOf(calendar: StoreCalendar, day: Interval): Period {
  const middleMs = middleOf(day);
  const local = new Date(middleMs + calendar.offsetMsAt(middleMs));
  const days = new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth() + 1, 0)).getUTCDate();
  const first = dayFrom(calendar, day, 1 - local.getUTCDate());
  return periodOf(calendar, first, dayFrom(calendar, first, days - 1));
}

/** The period that another one is compared with, of the same number of days. */
export function baselineOf(
  calendar: StoreCalendar,
  period: Period,
  baseline: Exclude<Baseline, 'range'>,
): Period {
  const days = daysOf(calendar, period).length;
  const weeks = Math.ceil(days / WEEK) * WEEK;
  const shift = { before: days, week: weeks, year: YEAR }[baseline];
  const first = dayFrom(calendar, calendar.dayAt(period.fromMs), -shift);
  return periodOf(calendar, first, dayFrom(calendar, first, days - 1));
}

/** The business days of a period, in order. */
export function daysOf(calendar: StoreCalendar, { fromMs, toMs }: Period): readonly Interval[] {
  return [...intervalsBetween(calendar, { fromMs, toMs }, 1440)];
}

/** So many business days after the one given; before it where negative. A change of the clock moves no day. */
function dayFrom(calendar: StoreCalendar, day: Interval, days: number): Interval {
  return calendar.dayAt(middleOf(day) + days * DAY_MS);
}

function middleOf({ fromMs, toMs }: Interval): number {
  return (fromMs + toMs) / 2;
}
