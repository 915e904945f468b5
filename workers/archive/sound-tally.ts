import type { HeatTally, Tally } from '../../src/contracts/tally.ts';
import type { CountingEvent } from '../../src/core/counting/counting-event.ts';
import { MOST_CELLS_A_SIDE } from '../../src/core/counting/heat-grid.ts';

/** Nothing that is counted lasts longer, and no frame comes later. */
const DAY_MS = 86_400_000;

/** How far a frame may be ahead of the PC's clock. */
const AHEAD_MS = 60_000;

/** Whether a tally's times and the grid of its heat make sense. `nowMs` null: the tally itself is the clock. */
export function isSound(tally: Tally, nowMs: number | null): boolean {
  const { atMs, measuredFromMs } = tally;
  if (!Number.isFinite(atMs) || !Number.isFinite(tally.brightness)) return false;
  if (nowMs !== null && Math.abs(atMs - nowMs) > (atMs > nowMs ? AHEAD_MS : DAY_MS)) return false;
  if (tally.heat && !isSoundHeat(tally.heat)) return false;
  return isSpan(measuredFromMs, atMs) && tally.events.every((event) => isSoundEvent(event, atMs));
}

/** The same tally, later. */
export function shiftTally(tally: Tally, byMs: number): Tally {
  if (byMs === 0) return tally;
  return {
    ...tally,
    atMs: tally.atMs + byMs,
    measuredFromMs: tally.measuredFromMs + byMs,
    events: tally.events.map((event) =>
      'atMs' in event
        ? { ...event, atMs: event.atMs + byMs }
        : { ...event, fromMs: event.fromMs + byMs, toMs: event.toMs + byMs },
    ),
  };
}

function isSoundEvent(event: CountingEvent, atMs: number): boolean {
  const [fromMs, toMs] = 'atMs' in event ? [event.atMs, event.atMs] : [event.fromMs, event.toMs];
  return isSpan(fromMs, toMs) && toMs <= atMs + AHEAD_MS && fromMs >= atMs - DAY_MS;
}

function isSoundHeat({ columns, rows, stays }: HeatTally): boolean {
  const isSide = (cells: number): boolean =>
    Number.isInteger(cells) && cells >= 1 && cells <= MOST_CELLS_A_SIDE;
  return isSide(columns) && isSide(rows) && stays.every(({ ms }) => ms >= 0 && ms <= DAY_MS);
}

function isSpan(fromMs: number, toMs: number): boolean {
  return fromMs <= toMs && toMs - fromMs <= DAY_MS;
}
