import { withoutEntities, type Entities } from '../../src/core/measures/entity-records.ts';
import type { StoreCalendar } from '../../src/core/time/store-calendar.ts';
import type { Database } from './database.ts';
import { rewriteBlocks, type Writing } from './day-blocks.ts';
import type { StoreName } from './schema.ts';

/** Stores of single records whose key names an entity, and where in the key. */
const PLACES = {
  line_slot: [1],
  zone_slot: [1],
  queue_slot: [1],
  flow_slot: [1, 2],
  heat_slot: [1],
  coverage: [1],
} as const satisfies Partial<Record<StoreName, readonly number[]>>;

/**
 * Deletes every record of some cameras, lines and zones, packed days and accuracy checks too, all or nothing. Returns how
 * many records that were.
 */
export async function removeEntities(
  database: Database,
  calendar: StoreCalendar,
  gone: Entities,
): Promise<number> {
  const transaction = database.transaction(
    [...Object.keys(PLACES), 'tally', 'day_block', 'day_total'] as StoreName[],
    'readwrite',
  );
  const counts = await Promise.all([
    ...(Object.keys(PLACES) as (keyof typeof PLACES)[]).map((store) => removeLoose(transaction, store, gone)),
    removeChecks(transaction, gone),
    rewriteBlocks(transaction, calendar, (records) => withoutEntities(records, gone)),
  ]);
  await transaction.done;
  return counts.reduce((sum, count) => sum + count, 0);
}

async function removeLoose(transaction: Writing, name: keyof typeof PLACES, gone: Entities): Promise<number> {
  const store = transaction.objectStore(name);
  const keys: readonly (readonly number[])[] = await store.getAllKeys();
  const wanted = keys.filter((key) => PLACES[name].some((place) => gone.has(key[place] ?? 0)));
  await Promise.all(wanted.map((key) => store.delete(IDBKeyRange.only(key))));
  return wanted.length;
}

async function removeChecks(transaction: Writing, gone: Entities): Promise<number> {
  const store = transaction.objectStore('tally');
  const wanted = (await store.getAll()).filter(({ line, camera }) => gone.has(line) || gone.has(camera));
  await Promise.all(wanted.map(({ session, interval }) => store.delete([session, interval])));
  return wanted.length;
}
