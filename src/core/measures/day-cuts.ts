import { slotStartMs } from '../time/slot-key.ts';
import { SLOT_MS, type StoreCalendar } from '../time/store-calendar.ts';
import { firstSlotOf } from './day-block.ts';

const HOUR_MS = 3_600_000;
const QUARTERS_OF_HOUR = 4;

/** Where business days begin in a day of UTC, in quarters of an hour since it began. */
export function cutsOfDay(calendar: StoreCalendar, day: number): readonly number[] {
  const startMs = slotStartMs(firstSlotOf(day));
  const endMs = slotStartMs(firstSlotOf(day + 1));
  const cuts: number[] = [];
  for (let atMs = calendar.dayAt(startMs).toMs; atMs < endMs; atMs = calendar.dayAt(atMs).toMs) {
    cuts.push((atMs - startMs) / SLOT_MS);
  }
  return cuts;
}

/** Whether hours and business days of the store begin with hours of UTC, all through a day. */
export function hasWholeHours(calendar: StoreCalendar, day: number): boolean {
  const ends = [day, day + 1].map((each) => calendar.offsetMsAt(slotStartMs(firstSlotOf(each))));
  return (
    ends.every((offsetMs) => offsetMs % HOUR_MS === 0) &&
    cutsOfDay(calendar, day).every((cut) => cut % QUARTERS_OF_HOUR === 0)
  );
}
