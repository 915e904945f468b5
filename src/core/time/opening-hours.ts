import { instantOf, type Interval } from './store-calendar.ts';

/** Local opening time; closes on the next date where `toMinute` is not the later one. Alike: the whole 24 hours. */
export interface DayHours {
  /** Minutes of the local day, 0–1439. */
  readonly fromMinute: number;
  readonly toMinute: number;
}

/** A date that is not like its weekday; hours of null: closed. */
export interface HoursException {
  /** `2026-12-31`, on the store's clock: the date on which the hours begin. */
  readonly date: string;
  readonly hours: DayHours | null;
}

/** What the operator wrote about a date, such as a sale or the weather. */
export interface DayNote {
  readonly date: string;
  /** 1–80 characters. */
  readonly text: string;
}

/** 営業カレンダー: when the store is open, and what was special about a day. A way of reading: no figure is changed. */
export interface OpeningCalendar {
  /** Sunday first, seven of them; null in it: closed. Null: no hours are set, all time counts as open. */
  readonly week: readonly (DayHours | null)[] | null;
  readonly exceptions: readonly HoursException[];
  /** Public holidays of Japan stand beside the dates. They change no hours. */
  readonly holidays: boolean;
  readonly notes: readonly DayNote[];
}

/** The store's lead over UTC at any instant, ms. */
export interface Offsets {
  offsetMsAt(atMs: number): number;
}

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** Hours that begin on a local date; `undefined`: none are set. */
export function hoursOn(
  { week, exceptions }: Pick<OpeningCalendar, 'week' | 'exceptions'>,
  date: string,
): DayHours | null | undefined {
  if (!week) return undefined;
  const exception = exceptions.find((one) => one.date === date);
  return exception ? exception.hours : (week[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? null);
}

/**
 * When the store is open within a range: in order, apart from each other, cut to the range. Null where no hours are
 * set. Hours are read off the store's clock, so a day on which the clock is changed is longer or shorter.
 */
export function openTimes(
  calendar: Pick<OpeningCalendar, 'week' | 'exceptions'> | undefined,
  clock: Offsets,
  range: Interval,
): readonly Interval[] | null {
  if (!calendar?.week) return null;
  const times: { fromMs: number; toMs: number }[] = [];
  for (const midnightMs of midnights(clock, range)) {
    const hours = hoursOn(calendar, new Date(midnightMs).toISOString().slice(0, 10));
    if (!hours) continue;
    const { fromMinute, toMinute } = hours;
    const closesMinute = toMinute > fromMinute ? toMinute : toMinute + 1440;
    const fromMs = Math.max(range.fromMs, instantOf(clock, midnightMs + fromMinute * MINUTE_MS));
    const toMs = Math.min(range.toMs, instantOf(clock, midnightMs + closesMinute * MINUTE_MS));
    if (toMs <= fromMs) continue;
    const last = times.at(-1);
    // A night that runs into the next opening is one time.
    if (last && last.toMs >= fromMs) last.toMs = Math.max(last.toMs, toMs);
    else times.push({ fromMs, toMs });
  }
  return times;
}

/** Whether the store is open at an instant; without hours it always is. */
export function isOpenAt(
  calendar: Pick<OpeningCalendar, 'week' | 'exceptions'> | undefined,
  clock: Offsets,
  atMs: number,
): boolean {
  return openTimes(calendar, clock, { fromMs: atMs, toMs: atMs + 1 })?.length !== 0;
}

/** Whether a business day has ended, or the store has closed for the last time in it. */
export function isTradingOver(
  calendar: Pick<OpeningCalendar, 'week' | 'exceptions'> | undefined,
  clock: Offsets,
  { day, nowMs }: { readonly day: Interval; readonly nowMs: number },
): boolean {
  if (day.toMs <= nowMs) return true;
  const times = openTimes(calendar, clock, day);
  return times !== null && times.length > 0 && times.every(({ toMs }) => toMs <= nowMs);
}

/** Local midnights, as local readings, of the dates whose hours may touch the range: one before it on. */
function* midnights(clock: Offsets, { fromMs, toMs }: Interval): Generator<number> {
  const dayOf = (atMs: number): number => Math.floor((atMs + clock.offsetMsAt(atMs)) / DAY_MS) * DAY_MS;
  // Two days of room: opening for 24 hours, and a clock that is put back.
  for (let at = dayOf(fromMs) - 2 * DAY_MS; at <= dayOf(toMs) + DAY_MS; at += DAY_MS) yield at;
}
