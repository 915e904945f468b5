import type { Direction } from '../counting/counting-event.ts';

/** Counts of one interval of a session: all that is kept of it. */
export interface TallyInterval {
  readonly manualIn: number;
  readonly manualOut: number;
  readonly systemIn: number;
  readonly systemOut: number;
}

type Counts = { -readonly [Field in keyof TallyInterval]: number };

/** 実測照合: somebody counts a line with two keys while the system counts unseen. Lives in memory until it ends. */
export interface TallySession {
  readonly startedAtMs: number;
  /** Null while it goes on. */
  endedAtMs: number | null;
  readonly counts: Counts[];
  /** Intervals in which the system could not count: they are left out. */
  readonly gaps: Set<number>;
  /** Newest last; what `undo` takes back. */
  readonly presses: Press[];
}

interface Press {
  readonly direction: Direction;
  readonly interval: number;
}

export const TALLY_INTERVAL_MS = 300_000;
/** A session ends by itself after three hours: nobody counts well for longer. */
export const MOST_INTERVALS = 36;
/** A crossing is known this long after it happened at the latest; wait so long before reading a session's intervals. */
export const TALLY_SETTLE_MS = 4000;
const MOST_UNDO = 20;

export function openTally(atMs: number): TallySession {
  return { startedAtMs: atMs, endedAtMs: null, counts: [], gaps: new Set(), presses: [] };
}

/** A key was pressed for somebody who crosses now. False when the session is over: it was not counted. */
export function pressKey(session: TallySession, direction: Direction, atMs: number): boolean {
  const interval = intervalAt(session, atMs);
  if (interval === null) return false;
  countsAt(session, interval)[direction === 'in' ? 'manualIn' : 'manualOut'] += 1;
  session.presses.push({ direction, interval });
  if (session.presses.length > MOST_UNDO) session.presses.shift();
  return true;
}

/** Takes the newest press back; null when there is none left to take back. */
export function undoPress(session: TallySession): Direction | null {
  if (session.endedAtMs !== null) return null;
  const press = session.presses.pop();
  if (!press) return null;
  countsAt(session, press.interval)[press.direction === 'in' ? 'manualIn' : 'manualOut'] -= 1;
  return press.direction;
}

/** The system counted a crossing of the line at `atMs`; staff too, since the person counts everybody. */
export function noteCrossing(session: TallySession, direction: Direction, atMs: number): void {
  const interval = intervalAt(session, atMs);
  if (interval === null) return;
  countsAt(session, interval)[direction === 'in' ? 'systemIn' : 'systemOut'] += 1;
}

/** The camera was not measured in this time. */
export function noteTallyGap(session: TallySession, fromMs: number, toMs: number): void {
  if (toMs <= fromMs) return;
  const first = Math.max(0, Math.floor((fromMs - session.startedAtMs) / TALLY_INTERVAL_MS));
  const end = Math.ceil((toMs - session.startedAtMs) / TALLY_INTERVAL_MS);
  for (let interval = first; interval < Math.min(end, MOST_INTERVALS); interval++) session.gaps.add(interval);
}

/** Nothing that happens from now on counts; crossings from before may still become known. */
export function endTally(session: TallySession, atMs: number): void {
  session.endedAtMs ??= Math.min(atMs, session.startedAtMs + MOST_INTERVALS * TALLY_INTERVAL_MS);
}

/** What the person has counted so far. What the system has counted is not told before the end. */
export function manualCounts({ counts }: TallySession): { readonly in: number; readonly out: number } {
  return {
    in: counts.reduce((sum, { manualIn }) => sum + manualIn, 0),
    out: counts.reduce((sum, { manualOut }) => sum + manualOut, 0),
  };
}

/** The counts of all intervals without a gap, the last one perhaps short; empty while the session goes on. */
export function intervalsOf(session: TallySession): readonly TallyInterval[] {
  if (session.endedAtMs === null) return [];
  return session.counts.flatMap((counts, interval) => (session.gaps.has(interval) ? [] : [{ ...counts }]));
}

function intervalAt({ startedAtMs, endedAtMs }: TallySession, atMs: number): number | null {
  const interval = Math.floor((atMs - startedAtMs) / TALLY_INTERVAL_MS);
  const isOver = endedAtMs !== null && atMs >= endedAtMs;
  return interval < 0 || interval >= MOST_INTERVALS || isOver ? null : interval;
}

function countsAt(session: TallySession, interval: number): Counts {
  while (session.counts.length < interval) session.counts.push(nobody());
  const counts = session.counts[interval] ?? nobody();
  session.counts[interval] = counts;
  return counts;
}

function nobody(): Counts {
  return { manualIn: 0, manualOut: 0, systemIn: 0, systemOut: 0 };
}
