import type { DayTransactions } from '../../src/contracts/archive.ts';
import { failed, ok, type Result } from '../../src/core/result.ts';
import { slotKey, slotStartMs } from '../../src/core/time/slot-key.ts';
import type { Interval, StoreCalendar } from '../../src/core/time/store-calendar.ts';
import type { Database } from './database.ts';
import { appendNote } from './journal.ts';
import type { Entry } from './schema.ts';
import { faultOf, write } from './write-gate.ts';

const DAY_LENGTH = 1440;

/** What was typed for the business days that a span touches. */
export async function readTransactions(
  database: Database,
  calendar: StoreCalendar,
  { fromMs, toMs }: Interval,
): Promise<readonly DayTransactions[]> {
  const from = slotKey(calendar.dayAt(fromMs).fromMs);
  const records = await database.getAll(
    'transactions',
    IDBKeyRange.bound([from], [slotKey(toMs)], false, true),
  );
  return records
    .filter(({ length }) => length === DAY_LENGTH)
    .map(({ slot, transactions }) => ({
      // A record stays with its day where the store's day begins at another minute since.
      fromMs: calendar.dayAt(slotStartMs(slot)).fromMs,
      transactions,
    }));
}

/** A business day's number as it is stored. */
export function transactionsEntry(day: Interval, transactions: number): Entry {
  return { store: 'transactions', record: { slot: slotKey(day.fromMs), length: DAY_LENGTH, transactions } };
}

/** Keeps what was typed for the business day of an instant, through the gate; null takes it away. Both are noted. */
export async function saveTransactions(
  database: Database,
  day: Interval,
  { transactions, nowMs }: { readonly transactions: number | null; readonly nowMs: number },
): Promise<Result<null>> {
  const slot = slotKey(day.fromMs);
  if (transactions === null) {
    await database.delete('transactions', [slot, DAY_LENGTH]);
  } else {
    const entry = transactionsEntry(day, transactions);
    if (faultOf(entry) !== null)
      return failed('settings-invalid', { field: 'transactions', reason: 'range' });
    const { problem } = await write(database, [entry]);
    if (problem) return { ok: false, problem };
  }
  const numbers = [slot, ...(transactions === null ? [] : [transactions])];
  await appendNote(database, { atMs: nowMs, code: 'transactions-typed', role: 'operator', numbers });
  return ok(null);
}
