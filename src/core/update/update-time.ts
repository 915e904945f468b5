import { openTimes, type Offsets, type OpeningCalendar } from '../time/opening-hours.ts';
import { instantOf, SLOT_MS, type Interval } from '../time/store-calendar.ts';

/** When a build that waits may take over by itself. */
export interface UpdateWindow extends Interval {
  /** `closed`: the store is closed then. `quiet`: no hours say when it is, so only while nobody is in view. */
  readonly kind: 'closed' | 'quiet';
}

/** What is known at a moment of an update that waits. */
export interface UpdateMoment {
  readonly nowMs: number;
  /** When somebody used the page last, and when a camera last saw somebody; −∞: never. */
  readonly usedAtMs: number;
  readonly seenAtMs: number;
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** Staff count the till and the last customers leave; cameras are back well before the doors open. */
const AFTER_CLOSING_MS = 30 * MINUTE_MS;
const BEFORE_OPENING_MS = 15 * MINUTE_MS;
/** A shorter break is no closing time. */
const LEAST_CLOSED_MS = 60 * MINUTE_MS;
/** The local hour in which fewest people are in a store that says no hours. */
const QUIET_MINUTE = 4 * 60;
const QUIET_MS = 60 * MINUTE_MS;
/** Closing times are looked for so far around now: a week with its exceptions. */
const LOOK_MS = 8 * DAY_MS;

/** Somebody types or looks: what they have not saved must not be lost. */
const UNUSED_MS = 5 * MINUTE_MS;
const UNSEEN_MS = MINUTE_MS;
/** A slot that has ended is written some seconds later, and one that is about to end would lose its last seconds. */
const WRITTEN_MS = 20_000;
const NEAR_END_MS = 30_000;

/** The time of an update that has begun or comes next. Without closing times: the quiet hour of each day. */
export function updateWindow(
  calendar: Pick<OpeningCalendar, 'week' | 'exceptions'> | undefined,
  clock: Offsets,
  nowMs: number,
): UpdateWindow {
  const around = { fromMs: nowMs - LOOK_MS, toMs: nowMs + LOOK_MS };
  const open = openTimes(calendar, clock, around);
  const closed = open === null ? [] : closedTimes(open, around).flatMap(updateTimeIn);
  const next = closed.find(({ toMs }) => toMs > nowMs);
  return next ? { kind: 'closed', ...next } : quietHour(clock, nowMs);
}

/** Whether it is time. Never while somebody uses the page, nor where a slot ends. */
export function isTimeToUpdate(window: UpdateWindow, { nowMs, usedAtMs, seenAtMs }: UpdateMoment): boolean {
  const intoSlotMs = nowMs % SLOT_MS;
  return (
    nowMs >= window.fromMs &&
    nowMs < window.toMs &&
    intoSlotMs >= WRITTEN_MS &&
    intoSlotMs < SLOT_MS - NEAR_END_MS &&
    nowMs - usedAtMs >= UNUSED_MS &&
    (window.kind === 'closed' || nowMs - seenAtMs >= UNSEEN_MS)
  );
}

/** What is left of a span between opening times. */
function closedTimes(open: readonly Interval[], { fromMs, toMs }: Interval): readonly Interval[] {
  const starts = [fromMs, ...open.map((time) => time.toMs)];
  const ends = [...open.map((time) => time.fromMs), toMs];
  return starts.map((startMs, index) => ({ fromMs: startMs, toMs: ends[index] ?? toMs }));
}

/** From the first slot that begins half an hour after closing; none where the store is hardly closed at all. */
function updateTimeIn(closed: Interval): readonly Interval[] {
  if (closed.toMs - closed.fromMs < LEAST_CLOSED_MS) return [];
  // Offsets of time zones are whole quarters of an hour, so slots begin on those of UTC too.
  const fromMs = Math.ceil((closed.fromMs + AFTER_CLOSING_MS) / SLOT_MS) * SLOT_MS;
  const toMs = closed.toMs - BEFORE_OPENING_MS;
  return fromMs < toMs ? [{ fromMs, toMs }] : [];
}

function quietHour(clock: Offsets, nowMs: number): UpdateWindow {
  const midnightMs = Math.floor((nowMs + clock.offsetMsAt(nowMs)) / DAY_MS) * DAY_MS;
  const windows = [0, 1].map((days): UpdateWindow => {
    const fromMs = instantOf(clock, midnightMs + days * DAY_MS + QUIET_MINUTE * MINUTE_MS);
    return { kind: 'quiet', fromMs, toMs: fromMs + QUIET_MS };
  });
  const [today, tomorrow] = windows as [UpdateWindow, UpdateWindow];
  return nowMs < today.toMs ? today : tomorrow;
}
