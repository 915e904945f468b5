import { wrap, type IDBPDatabase } from 'idb';
import type { StoreInventory } from '../../src/contracts/archive.ts';
import { rowLength, type DayBlock } from '../../src/core/measures/day-block.ts';
import { isTotalOf, type DayTotal } from '../../src/core/measures/day-total.ts';
import { DATABASE_NAMES } from './database.ts';
import { SHAPES, type StoreName } from './schema.ts';
import type { Shape } from './shape.ts';

/** Records looked at in one go: in between, the worker does what else is asked of it. */
const BATCH = 500;
/** Days of a kind that are looked at in one go: each holds some hundred records. */
const PACKED_BATCH = 12;

const PACKED: StoreName = 'day_block';
const TOTALS: StoreName = 'day_total';

/** Every store of every database of the origin, known or not: how many records, which fields, how large. Never a value. */
export async function takeInventory(factory: IDBFactory): Promise<StoreInventory[]> {
  const places: StoreInventory[] = [];
  for (const { name } of await factory.databases()) {
    if (name === undefined) continue;
    const database = (await wrap(factory.open(name))) as unknown as IDBPDatabase;
    try {
      for (const store of database.objectStoreNames) places.push(await countStore(database, store));
    } finally {
      database.close();
    }
  }
  return places;
}

async function countStore(database: IDBPDatabase, store: string): Promise<StoreInventory> {
  const fields = new Set<string>();
  const shape = shapeOf(database.name, store);
  const batch = store === PACKED ? PACKED_BATCH : BATCH;
  const packed: Record<string, number> = {};
  let records = 0;
  let bytes = 0;
  let foreign = 0;
  let after: IDBKeyRange | null = null;
  for (;;) {
    const [keys, values]: [IDBValidKey[], unknown[]] = await Promise.all([
      database.getAllKeys(store, after, batch),
      database.getAll(store, after, batch),
    ]);
    for (const value of values) {
      bytes += JSON.stringify([value]).length - 2; // a foreign value may have no JSON of its own
      if (shape?.check(value) !== null || !(await isProven(database, store, value))) foreign += 1;
      else if (store === PACKED) countPacked(packed, value as DayBlock);
      for (const field of Object.keys(Object(value) as object)) fields.add(field);
    }
    records += values.length;
    const last = keys.at(-1);
    if (values.length < batch || last === undefined) break;
    after = IDBKeyRange.lowerBound(last, true);
  }
  const place = `${database.name}/${store}`;
  const found = { place, records, fields: [...fields].sort(), bytes, foreign };
  return Object.keys(packed).length > 0 ? { ...found, packed } : found;
}

/** What a day comes to must be what its blocks, as they are now, come to. Nothing else has to be proven. */
async function isProven(database: IDBPDatabase, store: string, value: unknown): Promise<boolean> {
  if (store !== TOTALS) return true;
  const { day } = value as DayTotal;
  const transaction = database.transaction([TOTALS, PACKED]);
  const [total, blocks] = (await Promise.all([
    transaction.objectStore(TOTALS).get(day),
    transaction.objectStore(PACKED).getAll(IDBKeyRange.bound([day], [day + 1], false, true)),
  ])) as [DayTotal | undefined, DayBlock[]];
  return total === undefined || isTotalOf(total, blocks);
}

function countPacked(packed: Record<string, number>, { kind, rows }: DayBlock): void {
  packed[kind] = (packed[kind] ?? 0) + rows.length / rowLength(kind);
}

/** Null: no place of this build. */
function shapeOf(database: string, store: string): Shape | null {
  const isOurs = Object.values(DATABASE_NAMES).includes(database);
  return isOurs && Object.hasOwn(SHAPES, store) ? SHAPES[store as keyof typeof SHAPES] : null;
}
