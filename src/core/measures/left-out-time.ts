import type { Offsets } from '../time/opening-hours.ts';
import { instantOf, type Interval } from '../time/store-calendar.ts';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1440;

/** Why figures of a time are left out. Codes, so that nothing is typed about people. */
export const LEFT_OUT_REASONS = [
  'works',
  'camera-moved',
  'event',
  'training',
  'implausible',
  'other',
] as const;
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

/** 除外した時間: a time whose figures are not shown. A way of reading: records stay, and it can be taken back. */
export interface LeftOut {
  readonly fromMs: number;
  readonly toMs: number;
  /** Id of the camera; null: all of them. */
  readonly camera: number | null;
  readonly reason: LeftOutReason;
}

/**
 * The part of a business day between two readings of the store's clock, in minutes of the day. An end that is the day's
 * start is its end. Null where the end does not come after the start.
 */
export function timeOnDay(
  day: Interval,
  clock: Offsets,
  { fromMinute, toMinute }: { readonly fromMinute: number; readonly toMinute: number },
): Interval | null {
  const startMs = day.fromMs + clock.offsetMsAt(day.fromMs);
  const startMinute = Math.floor(startMs / MINUTE_MS) % DAY_MINUTES;
  const sinceStart = (minute: number): number => (minute - startMinute + DAY_MINUTES) % DAY_MINUTES;
  const from = sinceStart(fromMinute);
  const to = sinceStart(toMinute) || DAY_MINUTES;
  if (to <= from) return null;
  const at = (minutes: number): number => instantOf(clock, startMs + minutes * MINUTE_MS);
  return { fromMs: at(from), toMs: at(to) };
}
