import { createLocalClock, type LocalClock } from './local-clock.ts';

/** [fromMs, toMs), epoch ms. */
export interface Interval {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Lengths that figures are kept and shown in; 1440 is a business day, also one of 23 or 25 hours. */
export type IntervalMinutes = 15 | 60 | 1440;

/** Slots (集計枠), hours and business days of a store. Slots nest in hours, hours in days. */
export interface StoreCalendar {
  /** 15 minutes, aligned to the local clock. */
  slotAt(atMs: number): Interval;
  /** An hour of the local clock, cut where a business day begins or the clock is changed. */
  hourAt(atMs: number): Interval;
  /** From the local minute at which the business day begins to the same minute of the next date. */
  dayAt(atMs: number): Interval;
  intervalAt(atMs: number, minutes: IntervalMinutes): Interval;
  /** The local clock's lead over UTC, ms. */
  offsetMsAt(atMs: number): number;
}

export const SLOT_MS = 900_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** `dayStartsAtMinute` (0–1439) is rounded down to a slot. Throws a RangeError for an unknown time zone. */
export function createStoreCalendar(store: {
  readonly timeZone: string;
  readonly dayStartsAtMinute: number;
}): StoreCalendar {
  const clock = createLocalClock(store.timeZone);
  const dayStartMs = Math.floor((store.dayStartsAtMinute * 60_000) / SLOT_MS) * SLOT_MS;
  let lastDay: Interval = { fromMs: 0, toMs: 0 };

  const slotAt = (atMs: number): Interval => {
    const fromMs = atMs - modulo(atMs + clock.offsetMsAt(atMs), SLOT_MS);
    return { fromMs, toMs: fromMs + SLOT_MS };
  };
  const dayAt = (atMs: number): Interval => {
    if (atMs < lastDay.fromMs || atMs >= lastDay.toMs) lastDay = findDay(clock, atMs, dayStartMs);
    return lastDay;
  };
  const hourAt = (atMs: number): Interval => findHour(clock, slotAt(atMs), dayAt(atMs));
  return {
    slotAt,
    hourAt,
    dayAt,
    intervalAt: (atMs, minutes) => (minutes === 15 ? slotAt : minutes === 60 ? hourAt : dayAt)(atMs),
    offsetMsAt: (atMs) => clock.offsetMsAt(atMs),
  };
}

/** Whole intervals that touch [fromMs, toMs), in order. */
export function* intervalsBetween(
  calendar: StoreCalendar,
  range: Interval,
  minutes: IntervalMinutes,
): Generator<Interval> {
  let atMs = range.fromMs;
  while (atMs < range.toMs) {
    const interval = calendar.intervalAt(atMs, minutes);
    yield interval;
    atMs = interval.toMs;
  }
}

function findDay(clock: LocalClock, atMs: number, dayStartMs: number): Interval {
  let index = Math.floor((atMs + clock.offsetMsAt(atMs) - dayStartMs) / DAY_MS);
  // Near a change of the clock the local reading may name the day before or after.
  while (instantOf(clock, index * DAY_MS + dayStartMs) > atMs) index -= 1;
  while (instantOf(clock, (index + 1) * DAY_MS + dayStartMs) <= atMs) index += 1;
  return {
    fromMs: instantOf(clock, index * DAY_MS + dayStartMs),
    toMs: instantOf(clock, (index + 1) * DAY_MS + dayStartMs),
  };
}

/** The instant of a local reading: the earlier of two, and as much later as the clock skips for one that is skipped. */
export function instantOf(clock: Pick<LocalClock, 'offsetMsAt'>, localMs: number): number {
  const before = localMs - clock.offsetMsAt(localMs - DAY_MS);
  const after = localMs - clock.offsetMsAt(localMs + DAY_MS);
  const isBefore = before + clock.offsetMsAt(before) === localMs;
  const isAfter = after + clock.offsetMsAt(after) === localMs;
  return isBefore || !isAfter ? before : after;
}

function findHour(clock: LocalClock, slot: Interval, day: Interval): Interval {
  const offset = clock.offsetMsAt(slot.fromMs);
  const earliest = Math.max(slot.fromMs - modulo(slot.fromMs + offset, HOUR_MS), day.fromMs);
  const latest = Math.min(slot.fromMs - modulo(slot.fromMs + offset, HOUR_MS) + HOUR_MS, day.toMs);
  let { fromMs, toMs } = slot;
  while (fromMs > earliest && clock.offsetMsAt(fromMs - 1) === offset) fromMs -= SLOT_MS;
  while (toMs < latest && clock.offsetMsAt(toMs) === offset) toMs += SLOT_MS;
  return { fromMs, toMs };
}

function modulo(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor;
}
