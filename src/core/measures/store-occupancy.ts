import type { Interval } from '../time/store-calendar.ts';

/**
 * 店内人数 since the business day began. `level` = Σin − Σout + `drift` + `recount`, never below 0:
 * somebody who leaves an empty store was missed on the way in and makes the drift grow.
 */
export interface OccupancyState {
  level: number;
  drift: number;
  /** People that recounts by hand put in or took out this day; absent: nobody recounted. */
  recount?: number;
}

/** Occupancy of one slot. */
export interface OccupancyTotals {
  personMs: number;
  max: number;
  end: number;
  drift: number;
  recount?: number;
  measuredMs: number;
}

/** A slot that begins with so many people. */
export function openOccupancyTotals(state: OccupancyState): OccupancyTotals {
  const { level, drift, recount } = state;
  return {
    personMs: 0,
    max: level,
    end: level,
    drift,
    measuredMs: 0,
    ...(recount !== undefined && { recount }),
  };
}

/** One person in (+1) or out (−1). Returns the change of the level. */
export function stepOccupancy(state: OccupancyState, change: 1 | -1): number {
  if (change === -1 && state.level === 0) {
    state.drift += 1;
    return 0;
  }
  state.level += change;
  return change;
}

/** Somebody counted so many people in the store (0 or more). Returns the change of the level. */
export function recountOccupancy(state: OccupancyState, people: number): number {
  const change = people - state.level;
  state.level = people;
  state.recount = (state.recount ?? 0) + change;
  return change;
}

/**
 * Puts a change of the level that happened at `atMs` into a slot whose time up to `measuredToMs` has already
 * been added with the old level: crossings are known only some time after they happened.
 */
export function applyLevelChange(
  totals: OccupancyTotals,
  slot: Interval,
  step: {
    readonly atMs: number;
    readonly change: number;
    readonly measuredToMs: number;
    readonly drift: number;
    readonly recount?: number | undefined;
  },
): void {
  const missedMs = Math.min(step.measuredToMs, slot.toMs) - Math.max(step.atMs, slot.fromMs);
  // Time without measurement inside the stretch would make the sum too small: people are never negative.
  totals.personMs = Math.max(0, totals.personMs + step.change * Math.max(0, missedMs));
  totals.end += step.change;
  totals.max = Math.max(totals.max, totals.end);
  totals.drift = step.drift;
  if (step.recount !== undefined) totals.recount = step.recount;
}

/** Adds measured time in which nobody came or went. */
export function addMeasured(totals: OccupancyTotals, measuredMs: number): void {
  totals.measuredMs += measuredMs;
  totals.personMs += totals.end * measuredMs;
}
