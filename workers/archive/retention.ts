import { slotKey } from '../../src/core/time/slot-key.ts';
import { monthsBefore } from '../../src/core/time/months.ts';
import type { StoreCalendar } from '../../src/core/time/store-calendar.ts';
import type { Database } from './database.ts';
import { purgeBlocks } from './day-blocks.ts';
import { SLOT_STORES, type StoreName } from './schema.ts';

export interface Purge {
  /** Records removed. */
  readonly purged: number;
  /** Everything before this slot is gone. */
  readonly beforeSlot: number;
}

/** Removes the figures of business days that began more than so many months ago, and checks made before then. */
export async function purge(
  database: Database,
  calendar: StoreCalendar,
  at: { readonly nowMs: number; readonly months: number },
): Promise<Purge> {
  const before = slotKey(calendar.dayAt(monthsBefore(calendar, at.nowMs, at.months)).fromMs);
  const byFirstPart = IDBKeyRange.upperBound([before], true);
  const transaction = database.transaction(
    [...SLOT_STORES, 'tally', 'day_block', 'day_total'] as StoreName[],
    'readwrite',
  );
  const remove = async (
    name: (typeof SLOT_STORES)[number] | 'tally',
    range: IDBKeyRange,
  ): Promise<number> => {
    const store = transaction.objectStore(name);
    const old = await store.count(range);
    if (old > 0) await store.delete(range);
    return old;
  };
  const counts = await Promise.all([
    ...SLOT_STORES.map((name) =>
      remove(name, name === 'store_slot' ? IDBKeyRange.upperBound(before, true) : byFirstPart),
    ),
    remove('tally', IDBKeyRange.upperBound([before * 60], true)),
    purgeBlocks(transaction, before, calendar),
  ]);
  await transaction.done;
  return { purged: counts.reduce((a, b) => a + b, 0), beforeSlot: before };
}
