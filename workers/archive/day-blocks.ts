import type { IDBPTransaction } from 'idb';
import { blockDay, firstSlotOf, packDay, unpackBlocks } from '../../src/core/measures/day-block.ts';
import type { SlotRecords } from '../../src/core/measures/slot-record.ts';
import { cutsOfDay } from '../../src/core/measures/day-cuts.ts';
import { totalOfDay } from '../../src/core/measures/day-total.ts';
import { slotKey } from '../../src/core/time/slot-key.ts';
import type { StoreCalendar } from '../../src/core/time/store-calendar.ts';
import type { Database } from './database.ts';
import { overlay, toEntries } from './entries.ts';
import { PACKED_STORES, type ArchiveSchema, type StoreName } from './schema.ts';
import { faultOf, putBlocks, putTotal } from './write-gate.ts';

/**
 * Days before the current one of UTC that stay unpacked: records are still written of a business day that began up to
 * 25 hours ago.
 */
const OPEN_DAYS = 2;

/** What lies packed or is packed, and what days come to. */
const PACKING_STORES = [...PACKED_STORES, 'day_block', 'day_total'] as StoreName[];

/** Days from one up to but without another one, and when business days begin. */
export interface DaysToPack {
  readonly fromDay: number;
  readonly endDay: number;
  readonly calendar: StoreCalendar;
}

export type Writing = IDBPTransaction<ArchiveSchema, StoreName[], 'readwrite'>;
export type Looking = IDBPTransaction<ArchiveSchema, StoreName[], 'readonly' | 'readwrite'>;

/** The first day that must not be packed yet. */
export function firstOpenDay(nowMs: number): number {
  return blockDay(slotKey(nowMs)) - OPEN_DAYS;
}

/**
 * Packs the oldest day from `fromDay` and before `endDay` that has records of its own: checked by the gate, and in one
 * transaction with the removal of what is packed. A day with a record that differs from the schema is left as it is, for
 * the self-check to find. Returns the day, or null where there was none.
 */
export async function packOldestDay(
  database: Database,
  { fromDay, endDay, calendar }: DaysToPack,
): Promise<number | null> {
  const transaction = database.transaction(PACKING_STORES, 'readwrite');
  const day = await oldestDay(transaction, { fromDay, endDay });
  if (day === null) return null;
  const [from, to] = [firstSlotOf(day), firstSlotOf(day + 1)];
  const loose = await readLoose(transaction, from, to);
  const packed = await transaction.objectStore('day_block').getAll(blocksOf(day, day + 1));
  const isSound = toEntries(loose).every((entry) => faultOf(entry) === null);
  if (
    isSound &&
    (await putDay(transaction, { day, records: overlay(unpackBlocks(packed), loose), calendar }))
  ) {
    await Promise.all(
      PACKED_STORES.map((store) => transaction.objectStore(store).delete(slotRange(store, from, to))),
    );
  }
  await transaction.done;
  return day;
}

/** Puts a day with what it comes to, in place of what was there. False: it differs from the schema. */
async function putDay(
  transaction: Writing,
  { day, records, calendar }: { day: number; records: SlotRecords; calendar: StoreCalendar },
): Promise<boolean> {
  const blocks = packDay(day, records);
  if (!(await putBlocks(transaction, blocks))) return false;
  await transaction.objectStore('day_total').delete(day);
  if (blocks.length > 0)
    await putTotal(transaction, totalOfDay(day, blocks, cutsOfDay(calendar, day)), blocks);
  return true;
}

/**
 * Sums up the first packed day in a span that is not summed up by this calendar's business days: older builds did not
 * do so. Returns the day, or null where there was none.
 */
export async function sumUpOldestDay(
  database: Database,
  { fromDay, endDay, calendar }: DaysToPack,
): Promise<number | null> {
  const transaction = database.transaction(PACKING_STORES, 'readwrite');
  let day = await nextPacked(transaction, fromDay, endDay);
  while (day !== null) {
    const cuts = cutsOfDay(calendar, day);
    const known = await transaction.objectStore('day_total').get(day);
    if (known?.cuts.join() !== cuts.join()) {
      const blocks = await transaction.objectStore('day_block').getAll(blocksOf(day, day + 1));
      await putTotal(transaction, totalOfDay(day, blocks, cuts), blocks);
      break;
    }
    day = await nextPacked(transaction, day + 1, endDay);
  }
  await transaction.done;
  return day;
}

async function nextPacked(transaction: Writing, fromDay: number, endDay: number): Promise<number | null> {
  if (fromDay >= endDay) return null;
  const key = await transaction.objectStore('day_block').getKey(blocksOf(fromDay, endDay));
  return key ? key[0] : null;
}

/** Days from one up to but without another one. Arrays sort after numbers and texts. */
export function blocksOf(fromDay: number, toDay: number): IDBKeyRange {
  return IDBKeyRange.bound([fromDay], [toDay], false, true);
}

/** Records of a store whose slot lies in [from, to). */
export function slotRange(store: (typeof PACKED_STORES)[number], from: number, to: number): IDBKeyRange {
  return store === 'store_slot'
    ? IDBKeyRange.bound(from, to, false, true)
    : IDBKeyRange.bound([from], [to], false, true);
}

/** Removes packed slots before one, and what their days come to. Returns how many records of slots that were. */
export async function purgeBlocks(
  transaction: Writing,
  beforeSlot: number,
  calendar: StoreCalendar,
): Promise<number> {
  const day = blockDay(beforeSlot);
  const store = transaction.objectStore('day_block');
  const old = unpackBlocks(await store.getAll(blocksOf(0, day)));
  await store.delete(blocksOf(0, day));
  await transaction.objectStore('day_total').delete(IDBKeyRange.upperBound(day, true));
  const cut = unpackBlocks(await store.getAll(blocksOf(day, day + 1)));
  const kept = filterRecords(cut, ({ slot }) => slot >= beforeSlot);
  const removed = countRecords(cut) - countRecords(kept);
  if (removed > 0) {
    await store.delete(blocksOf(day, day + 1));
    await putDay(transaction, { day, records: kept, calendar });
  }
  return countRecords(old) + removed;
}

/** Changes what is packed, day by day. Returns how many records fewer that are. */
export async function rewriteBlocks(
  transaction: Writing,
  calendar: StoreCalendar,
  change: (records: SlotRecords) => SlotRecords,
): Promise<number> {
  const store = transaction.objectStore('day_block');
  let removed = 0;
  for (const day of new Set((await store.getAllKeys()).map(([first]) => first))) {
    const packed = unpackBlocks(await store.getAll(blocksOf(day, day + 1)));
    const kept = change(packed);
    const fewer = countRecords(packed) - countRecords(kept);
    if (fewer === 0) continue;
    removed += fewer;
    await store.delete(blocksOf(day, day + 1));
    // What the gate refuses must not be lost: then nothing is changed.
    if (!(await putDay(transaction, { day, records: kept, calendar }))) transaction.abort();
  }
  return removed;
}

/** The records that a condition holds of. */
export function filterRecords(
  records: SlotRecords,
  keep: (record: { readonly slot: number }) => boolean,
): SlotRecords {
  return {
    lines: records.lines.filter(keep),
    store: records.store.filter(keep),
    zones: records.zones.filter(keep),
    queues: records.queues.filter(keep),
    flows: records.flows.filter(keep),
    coverage: records.coverage.filter(keep),
  };
}

function countRecords({ lines, store, zones, queues, flows, coverage }: SlotRecords): number {
  return [lines, store, zones, queues, flows, coverage].reduce((sum, list) => sum + list.length, 0);
}

async function oldestDay(
  transaction: Writing,
  { fromDay, endDay }: { readonly fromDay: number; readonly endDay: number },
): Promise<number | null> {
  const [from, to] = [firstSlotOf(fromDay), firstSlotOf(endDay)];
  if (from >= to) return null;
  const first = await Promise.all(
    PACKED_STORES.map((store) => transaction.objectStore(store).getKey(slotRange(store, from, to))),
  );
  const slots = first.flatMap((key) => (key === undefined ? [] : [typeof key === 'number' ? key : key[0]]));
  return slots.length === 0 ? null : blockDay(Math.min(...slots));
}

/** Records that are not packed, of the slots in [from, to). */
export async function readLoose(transaction: Looking, from: number, to: number): Promise<SlotRecords> {
  const [lines, store, zones, queues, flows, coverage] = await Promise.all([
    transaction.objectStore('line_slot').getAll(slotRange('line_slot', from, to)),
    transaction.objectStore('store_slot').getAll(slotRange('store_slot', from, to)),
    transaction.objectStore('zone_slot').getAll(slotRange('zone_slot', from, to)),
    transaction.objectStore('queue_slot').getAll(slotRange('queue_slot', from, to)),
    transaction.objectStore('flow_slot').getAll(slotRange('flow_slot', from, to)),
    transaction.objectStore('coverage').getAll(slotRange('coverage', from, to)),
  ]);
  return { lines, store, zones, queues, flows, coverage };
}
