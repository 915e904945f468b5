import type { DetailLedger } from '../../src/core/disclosure/detail-ledger.ts';
import { STORAGE_K } from '../../src/core/disclosure/held-detail.ts';
import { toQueueSlot, toZoneSlot } from '../../src/core/measures/detail-record.ts';
import { NO_RECORDS, type SlotRecords } from '../../src/core/measures/slot-record.ts';
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
      return detailRecords(book, place, (zone, camera) => ({
        totals: slot.zones.get(zone) ?? emptyZoneTotals(),
        measuredMs: slot.cameras.get(camera)?.measuredMs ?? 0,
      }));
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
  return detailRecords(book, place, (zone, camera) => ({
    totals: [
      writtenTotals(day.written, zone),
      day.ledger.held(zone),
      ...open.flatMap((slot) => slot.zones.get(zone) ?? []),
    ].reduce(mergeZoneTotals),
    measuredMs: measuredMs(day.written, camera, open),
  }));
}

function detailRecords(
  book: SlotBook,
  place: { readonly slot: number; readonly length: 15 | 1440; readonly configId: number },
  find: (zone: number, camera: number) => { readonly totals: ZoneTotals; readonly measuredMs: number },
): SlotRecords {
  const found = [...book.site.zones.values()].flatMap(({ zone, camera }) => {
    const detail = find(zone.id, camera);
    return detail.totals.visits >= STORAGE_K ? [{ zone, ...detail }] : [];
  });
  const placeOf = ({ zone, measuredMs: ms }: (typeof found)[number]): Parameters<typeof toZoneSlot>[0] => ({
    ...place,
    zone: zone.id,
    measuredS: Math.round(ms / 1000),
  });
  return {
    ...NO_RECORDS,
    zones: found
      .filter(({ zone }) => zone.kind === 'area')
      .map((detail) => toZoneSlot(placeOf(detail), detail.totals)),
    queues: found
      .filter(({ zone }) => zone.kind === 'queue')
      .map((detail) => toQueueSlot(placeOf(detail), detail.totals)),
  };
}

function writtenTotals(written: SlotRecords, zone: number): ZoneTotals {
  const zones = written.zones.flatMap((record) =>
    record.zone !== zone || record.suppressed === 1
      ? []
      : [
          {
            visits: record.visits,
            bands: [...record.dwell_bands],
            personMs: record.occupancy_person_s * 1000,
            max: record.occupancy_max,
          },
        ],
  );
  const queues = written.queues.flatMap((record) =>
    record.zone !== zone || record.suppressed === 1
      ? []
      : [
          {
            visits: record.wait_bands.reduce((a, b) => a + b, 0),
            bands: [...record.wait_bands],
            personMs: record.length_person_s * 1000,
            max: record.length_max,
          },
        ],
  );
  return [...zones, ...queues].reduce(mergeZoneTotals, emptyZoneTotals());
}

function measuredMs(written: SlotRecords, camera: number, open: SlotBook['slots']['all']): number {
  const closed = written.coverage.filter((record) => record.camera === camera);
  return (
    closed.reduce((sum, record) => sum + record.measured_s * 1000, 0) +
    open.reduce((sum, slot) => sum + (slot.cameras.get(camera)?.measuredMs ?? 0), 0)
  );
}
