import type { IDBPDatabase } from 'idb';
import { blockDay, firstSlotOf } from '../../src/core/measures/day-block.ts';
import { DATABASE_NAMES } from './database.ts';
import { firstOpenDay } from './day-blocks.ts';
import { SLOT_STORES, type StoreName } from './schema.ts';

/** Entries of the journal that are looked at together. */
const ENTRIES = 200;
/** Packed a moment ago: looked at each time, as what is still open. */
const RECENT_DAYS = 1;
/** More than eleven years; what claims to be older is looked at each time. */
const MOST_PARTS = 4_100;

/** How a store is cut into parts that are looked at in turn: days of UTC, or entries in a row. */
export interface Parts {
  /** The least key that a part may have. */
  startOf(part: number): IDBValidKey;
  /** The part that a key lies in; NaN for a key that the store should not have. */
  partOf(key: IDBValidKey): number;
  /** The first part that is looked at each time. */
  recentFrom(at: { readonly nowMs: number; readonly lastKey: IDBValidKey }): number;
}

/** What of a store is looked at each time, and its older parts. Together they are all of it. */
export interface PartRanges {
  readonly always: readonly (IDBKeyRange | null)[];
  readonly parts: readonly { readonly part: number; readonly range: IDBKeyRange }[];
}

const recentFrom: Parts['recentFrom'] = ({ nowMs }) => firstOpenDay(nowMs) - RECENT_DAYS;
const numberOf = (key: unknown): number => (typeof key === 'number' ? key : Number.NaN);
const firstOf = (key: IDBValidKey): number => numberOf(Array.isArray(key) ? key[0] : undefined);

const BY_SLOT: Parts = {
  startOf: (day) => [firstSlotOf(day)],
  partOf: (key) => blockDay(firstOf(key)),
  recentFrom,
};
const PARTS: Partial<Record<StoreName, Parts>> = {
  ...Object.fromEntries(SLOT_STORES.map((store) => [store, BY_SLOT])),
  store_slot: { startOf: firstSlotOf, partOf: (key) => blockDay(numberOf(key)), recentFrom },
  day_block: { startOf: (day) => [day], partOf: (key) => Math.floor(firstOf(key)), recentFrom },
  day_total: { startOf: (day) => day, partOf: (key) => Math.floor(numberOf(key)), recentFrom },
  journal: {
    startOf: (part) => part * ENTRIES,
    partOf: (key) => Math.floor(numberOf(key) / ENTRIES),
    recentFrom: ({ lastKey }) => Math.floor(numberOf(lastKey) / ENTRIES),
  },
};

/** Null where a store is looked at as a whole each time: small ones, those of the demo and the sample, and unknown ones. */
export function partsOf(database: string, store: string): Parts | null {
  if (database !== DATABASE_NAMES.store || !Object.hasOwn(PARTS, store)) return null;
  return PARTS[store as StoreName] ?? null;
}

/** Cuts a store as it is now. */
export async function rangesOf(
  database: IDBPDatabase,
  { store, parts, nowMs }: { readonly store: string; readonly parts: Parts; readonly nowMs: number },
): Promise<PartRanges> {
  const keys = database.transaction(store).store;
  const [[firstKey], last] = await Promise.all([keys.getAllKeys(null, 1), keys.openKeyCursor(null, 'prev')]);
  if (firstKey === undefined || !last) return { always: [], parts: [] };
  const end = parts.recentFrom({ nowMs, lastKey: last.key });
  const from = Math.max(parts.partOf(firstKey), end - MOST_PARTS);
  if (!(from < end)) return { always: [null], parts: [] };
  return {
    always: [IDBKeyRange.upperBound(parts.startOf(from), true), IDBKeyRange.lowerBound(parts.startOf(end))],
    parts: Array.from({ length: end - from }, (_, index) => ({
      part: from + index,
      range: IDBKeyRange.bound(parts.startOf(from + index), parts.startOf(from + index + 1), false, true),
    })),
  };
}
