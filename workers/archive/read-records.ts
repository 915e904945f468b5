import { NO_RECORDS, type SlotRecords } from '../../src/core/measures/slot-record.ts';
import { slotKey, slotStartMs } from '../../src/core/time/slot-key.ts';
import type { Interval } from '../../src/core/time/store-calendar.ts';
import type { Database } from './database.ts';

/** Stored records whose slot starts in a span of time. One transaction: a view never sees half of a slot. */
export async function readRecords(database: Database, span: Interval): Promise<SlotRecords> {
  if (span.toMs <= span.fromMs) return NO_RECORDS;
  const from = slotKey(span.fromMs);
  const to = slotKey(span.toMs);
  // Arrays sort after numbers, so [to] is the upper bound for every key that starts with a smaller slot.
  const bySlotFirst = IDBKeyRange.bound([from], [to], false, true);
  const transaction = database.transaction(
    ['line_slot', 'store_slot', 'zone_slot', 'queue_slot', 'flow_slot', 'coverage'],
    'readonly',
  );
  const [lines, store, zones, queues, flows, coverage] = await Promise.all([
    transaction.objectStore('line_slot').getAll(bySlotFirst),
    transaction.objectStore('store_slot').getAll(IDBKeyRange.bound(from, to, false, true)),
    transaction.objectStore('zone_slot').getAll(bySlotFirst),
    transaction.objectStore('queue_slot').getAll(bySlotFirst),
    transaction.objectStore('flow_slot').getAll(bySlotFirst),
    transaction.objectStore('coverage').getAll(bySlotFirst),
  ]);
  return { lines, store, zones, queues, flows, coverage };
}

/** Start of the first and of the last slot with coverage; null in an empty database. */
export async function recordedSpan(database: Database): Promise<{ firstMs: number; lastMs: number } | null> {
  const { store } = database.transaction('coverage', 'readonly');
  const first = await store.openKeyCursor();
  const last = await store.openKeyCursor(null, 'prev');
  if (!first || !last) return null;
  return { firstMs: slotStartMs(first.key[0]), lastMs: slotStartMs(last.key[0]) };
}
