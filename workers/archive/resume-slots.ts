import { GAP_CAUSES, type GapCause } from '../../src/core/measures/gap-cause.ts';
import type { SlotRecords } from '../../src/core/measures/slot-record.ts';
import { cameraOf, type SlotTotals } from '../../src/core/measures/slot-totals.ts';
import type { Site } from '../../src/core/site/site.ts';
import { slotKey, slotStartMs } from '../../src/core/time/slot-key.ts';
import type { StoreCalendar } from '../../src/core/time/store-calendar.ts';
import { SlotBook } from './slot-book.ts';

/** A book that goes on with the plain totals that were stored of the open slot, and with the people in the store. */
export function resumeSlots(
  site: Site,
  calendar: StoreCalendar,
  from: { readonly nowMs: number; readonly day: SlotRecords; readonly missedAs: GapCause },
): SlotBook {
  const { nowMs, day, missedAs } = from;
  const book = new SlotBook(site, calendar, nowMs);
  const dayFromMs = calendar.dayAt(nowMs).fromMs;
  const last = day.store
    .filter((record) => slotStartMs(record.slot) >= dayFromMs && slotStartMs(record.slot) <= nowMs)
    .reduce<SlotRecords['store'][number] | null>((a, b) => (a && a.slot > b.slot ? a : b), null);
  if (last)
    book.slots.resumeOccupancy(nowMs, {
      level: last.occupancy_end,
      drift: last.drift,
      ...(last.recount !== undefined && { recount: last.recount }),
    });
  restoreSlot(book.slots.at(nowMs), day);
  book.setSite(site, missedAs);
  return book;
}

function restoreSlot(slot: SlotTotals, day: SlotRecords): void {
  const key = slotKey(slot.interval.fromMs);
  for (const record of day.lines.filter((line) => line.slot === key)) {
    slot.lines.set(record.line, {
      in: record.in,
      out: record.out,
      inRaw: record.in_raw,
      outRaw: record.out_raw,
      parties: record.parties,
    });
  }
  for (const record of day.store.filter((store) => store.slot === key)) {
    slot.occupancy = {
      personMs: record.occupancy_person_s * 1000,
      max: record.occupancy_max,
      end: record.occupancy_end,
      drift: record.drift,
      ...(record.recount !== undefined && { recount: record.recount }),
      measuredMs: record.measured_s * 1000,
    };
  }
  for (const record of day.coverage.filter((coverage) => coverage.slot === key)) {
    const totals = cameraOf(slot, record.camera);
    totals.measuredMs = record.measured_s * 1000;
    totals.restoredMs = totals.measuredMs;
    totals.frames = record.frames;
    totals.brightnessSum = record.brightness * record.frames;
    const { signature, sharpness } = record;
    totals.look = signature && sharpness !== undefined ? { levels: signature, sharpness } : null;
    for (const cause of GAP_CAUSES) {
      const seconds = record.gap_s[cause];
      if (seconds !== undefined) totals.gapMs[cause] = seconds * 1000;
    }
  }
}
