import type { DetailLedger } from '../../src/core/disclosure/detail-ledger.ts';
import { STORAGE_K, type DetailPart } from '../../src/core/disclosure/held-detail.ts';
import { toQueueSlot, toZoneSlot } from '../../src/core/measures/detail-record.ts';
import { sumBands } from '../../src/core/measures/dwell-bands.ts';
import {
  NO_RECORDS,
  type QueueSlot,
  type SlotRecords,
  type ZoneSlot,
} from '../../src/core/measures/slot-record.ts';
import { detailSeconds, type SlotTotals } from '../../src/core/measures/slot-totals.ts';
import { emptyZoneTotals, mergeZoneTotals, type ZoneTotals } from '../../src/core/measures/zone-totals.ts';
import { slotKey } from '../../src/core/time/slot-key.ts';
import type { SlotBook } from './slot-book.ts';

/** Both, one after the other. */
export function concatRecords(a: SlotRecords, b: SlotRecords): SlotRecords {
  return {
    lines: [...a.lines, ...b.lines],
    store: [...a.store, ...b.store],
    zones: [...a.zones, ...b.zones],
    queues: [...a.queues, ...b.queues],
    flows: [...a.flows, ...b.flows],
    coverage: [...a.coverage, ...b.coverage],
  };
}

/** Detail of the open slots, where k visits have ended in them. For the screen alone. */
export function openDetail(book: SlotBook, configId: number): SlotRecords {
  return book.slots.all
    .map((slot) => {
      const place = { slot: slotKey(slot.interval.fromMs), length: 15 as const, configId };
      return detailRecords(book, place, (zone, camera) => [openPart(slot, zone, camera)]);
    })
    .reduce(concatRecords, NO_RECORDS);
}

/** Detail of the business day so far, written or not, where k visits have ended. For the screen alone. */
export function liveDetail(
  book: SlotBook,
  day: { readonly ledger: DetailLedger; readonly written: SlotRecords; readonly configId: number },
): SlotRecords {
  const { fromMs } = book.calendar.dayAt(book.nowMs);
  const open = book.slots.all.filter(({ interval }) => interval.fromMs >= fromMs);
  const place = { slot: slotKey(fromMs), length: 1440 as const, configId: day.configId };
  return detailRecords(book, place, (zone, camera) => [
    ...writtenParts(day.written, zone),
    ...day.ledger.held(zone),
    ...open.map((slot) => openPart(slot, zone, camera)),
  ]);
}

type Part = Pick<DetailPart<ZoneTotals>, 'measuredS' | 'totals'>;

function detailRecords(
  book: SlotBook,
  place: { readonly slot: number; readonly length: 15 | 1440; readonly configId: number },
  partsOf: (zone: number, camera: number) => readonly Part[],
): SlotRecords {
  const zones: ZoneSlot[] = [];
  const queues: QueueSlot[] = [];
  for (const { zone, camera } of book.site.zones.values()) {
    const parts = partsOf(zone.id, camera);
    const totals = parts.map((part) => part.totals).reduce(mergeZoneTotals, emptyZoneTotals());
    if (totals.visits < STORAGE_K) continue;
    const measuredS = parts.reduce((sum, part) => sum + part.measuredS, 0);
    const at = { ...place, zone: zone.id, measuredS };
    if (zone.kind === 'area') zones.push(toZoneSlot(at, totals));
    else queues.push(toQueueSlot(at, totals));
  }
  return { ...NO_RECORDS, zones, queues };
}

function openPart(slot: SlotTotals, zone: number, camera: number): Part {
  return { totals: slot.zones.get(zone) ?? emptyZoneTotals(), measuredS: detailSeconds(slot, camera) };
}

function writtenParts(written: SlotRecords, zone: number): Part[] {
  const zones = written.zones.flatMap((record): Part[] =>
    record.zone !== zone || record.suppressed === 1
      ? []
      : [
          {
            measuredS: record.measured_s,
            totals: {
              visits: record.visits,
              bands: [...record.dwell_bands],
              personMs: record.occupancy_person_s * 1000,
              max: record.occupancy_max,
            },
          },
        ],
  );
  const queues = written.queues.flatMap((record): Part[] =>
    record.zone !== zone || record.suppressed === 1
      ? []
      : [
          {
            measuredS: record.measured_s,
            totals: {
              visits: sumBands(record.wait_bands),
              bands: [...record.wait_bands],
              personMs: record.length_person_s * 1000,
              max: record.length_max,
            },
          },
        ],
  );
  return [...zones, ...queues];
}
