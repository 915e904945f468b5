import { openSlotTotals, type SlotTotals } from '../../src/core/measures/slot-totals.ts';
import {
  addMeasured,
  applyLevelChange,
  openOccupancyTotals,
  recountOccupancy,
  stepOccupancy,
  type OccupancyState,
} from '../../src/core/measures/store-occupancy.ts';
import type { Interval, StoreCalendar } from '../../src/core/time/store-calendar.ts';

/** The slots that figures can still land in: the current one and, for some seconds, the one before. */
export class OpenSlots {
  readonly #calendar: StoreCalendar;
  #open: SlotTotals[] = [];
  #closedToMs: number;
  /** Time of the entrances up to here is in the occupancy. */
  #occupancyToMs = -Infinity;
  #day: { readonly interval: Interval; readonly state: OccupancyState } | null = null;

  /** Slots before that of `fromMs` are closed. */
  constructor(calendar: StoreCalendar, fromMs: number) {
    this.#calendar = calendar;
    this.#closedToMs = calendar.slotAt(fromMs).fromMs;
  }

  /** Oldest first. */
  get all(): readonly SlotTotals[] {
    return this.#open;
  }

  /** The open slot of an instant; the oldest one for figures that come too late for theirs. */
  at(atMs: number): SlotTotals {
    const landsAtMs = Math.max(atMs, this.#closedToMs);
    const found = this.#open.find(
      ({ interval }) => landsAtMs < interval.toMs && landsAtMs >= interval.fromMs,
    );
    if (found) return found;
    const interval = this.#calendar.slotAt(landsAtMs);
    const slot = openSlotTotals(interval, this.#dayState(interval));
    this.#open = [...this.#open, slot].sort((a, b) => a.interval.fromMs - b.interval.fromMs);
    return slot;
  }

  /** The slots that a stretch of time runs through, as far as they are not closed. */
  over(time: Interval): SlotTotals[] {
    const slots: SlotTotals[] = [];
    let atMs = Math.max(time.fromMs, this.#closedToMs);
    while (atMs < time.toMs) {
      const slot = this.at(atMs);
      slots.push(slot);
      atMs = slot.interval.toMs;
    }
    return slots;
  }

  /** Nothing lands before `atMs` (the start of a slot) any more. Returns the slots that are over, oldest first. */
  closeBefore(atMs: number): SlotTotals[] {
    const ended = this.#open.filter(({ interval }) => interval.toMs <= atMs);
    this.#open = this.#open.filter((slot) => !ended.includes(slot));
    this.#closedToMs = Math.max(this.#closedToMs, atMs);
    return ended;
  }

  /** Goes on with the people who were in the store when recording broke off. */
  resumeOccupancy(atMs: number, state: OccupancyState): void {
    this.#day = { interval: this.#calendar.dayAt(atMs), state };
  }

  /** Somebody entered or left the store. */
  step(atMs: number, change: 1 | -1): void {
    const slot = this.at(atMs);
    this.#moveLevel(slot, atMs, stepOccupancy(slot.day, change));
  }

  /** So many people are in the store, whatever was counted. Returns how many there were said to be. */
  recount(atMs: number, people: number): number {
    const slot = this.at(atMs);
    const before = slot.day.level;
    this.#moveLevel(slot, atMs, recountOccupancy(slot.day, people));
    return before;
  }

  #moveLevel(slot: SlotTotals, atMs: number, moved: number): void {
    const { level, drift, recount } = slot.day;
    for (const later of this.#open) {
      if (later.day !== slot.day || later.interval.fromMs < slot.interval.fromMs) continue;
      later.occupancy ??= openOccupancyTotals({ level: level - moved, drift });
      applyLevelChange(later.occupancy, later.interval, {
        atMs,
        change: moved,
        measuredToMs: this.#occupancyToMs,
        drift,
        recount,
      });
    }
  }

  /** An entrance was measured; time that another entrance's camera has told already is not added twice. */
  addOccupancyTime(slot: SlotTotals, time: Interval): void {
    const fromMs = Math.max(time.fromMs, slot.interval.fromMs, this.#occupancyToMs);
    const toMs = Math.min(time.toMs, slot.interval.toMs);
    slot.occupancy ??= openOccupancyTotals(slot.day);
    if (toMs <= fromMs) return;
    addMeasured(slot.occupancy, toMs - fromMs);
    this.#occupancyToMs = toMs;
  }

  /** Business days follow each other, so only the newest is kept; the slots of the one before hold their own. */
  #dayState(slot: Interval): OccupancyState {
    const interval = this.#calendar.dayAt(slot.fromMs);
    if (this.#day?.interval.fromMs === interval.fromMs) return this.#day.state;
    const state = { level: 0, drift: 0 };
    if (!this.#day || this.#day.interval.fromMs < interval.fromMs) this.#day = { interval, state };
    return state;
  }
}
