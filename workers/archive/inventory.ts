import { wrap, type IDBPDatabase } from 'idb';
import type { Inventory, StoreInventory, WalkScope } from '../../src/contracts/archive.ts';
import { rowLength, type DayBlock } from '../../src/core/measures/day-block.ts';
import { isTotalOf, type DayTotal } from '../../src/core/measures/day-total.ts';
import { DATABASE_NAMES } from './database.ts';
import { partsOf, rangesOf, type PartRanges } from './inventory-parts.ts';
import { SHAPES, type StoreName } from './schema.ts';
import type { Shape } from './shape.ts';

/** Records looked at in one go: in between, the worker does what else is asked of it. */
const BATCH = 500;
/** Days of a kind that are looked at in one go: each holds some hundred records. */
const PACKED_BATCH = 12;

/** An hourly walk takes so much of the older records that a day of them goes through all. */
const SHARES = 20;

const PACKED: StoreName = 'day_block';
const TOTALS: StoreName = 'day_total';

/** What was found in some records. */
interface Look {
  readonly records: number;
  readonly bytes: number;
  readonly foreign: number;
  readonly fields: readonly string[];
  readonly packed: Readonly<Record<string, number>>;
}

/** Of older records, with the round of walks in which they were last looked at. */
interface KnownLook extends Look {
  readonly round: number;
}

/**
 * Every store of every database of the origin, known or not: how many records, which fields, how large. Never a value.
 * Of the shop's older records it remembers what it found, so that a walk can take a share of them.
 */
export class InventoryWalk {
  readonly #factory: IDBFactory;
  readonly #nowMs: () => number;
  #known = new Map<string, ReadonlyMap<number, KnownLook>>();
  #round = 1;
  #wholeAtMs: number | null = null;

  constructor(factory: IDBFactory, nowMs: () => number) {
    this.#factory = factory;
    this.#nowMs = nowMs;
  }

  /** Looks at all records, or at those that are new or recent, and at some of those not looked at in this round. */
  async take(scope: WalkScope): Promise<Inventory> {
    if (scope === 'all') this.#round += 1;
    const places: StoreInventory[] = [];
    let lookedAt = 0;
    for (const { name } of await this.#factory.databases()) {
      if (name === undefined) continue;
      const database = (await wrap(this.#factory.open(name))) as unknown as IDBPDatabase;
      try {
        for (const store of database.objectStoreNames) {
          const found = await this.#walk(database, store, scope);
          places.push(found.place);
          lookedAt += found.lookedAt;
        }
      } finally {
        database.close();
      }
    }
    const looks = [...this.#known.values()].flatMap((parts) => [...parts.values()]);
    if (looks.every(({ round }) => round === this.#round)) {
      this.#wholeAtMs = this.#nowMs();
      this.#round += 1;
    }
    return { places, lookedAt, wholeAtMs: this.#wholeAtMs };
  }

  async #walk(
    database: IDBPDatabase,
    store: string,
    scope: WalkScope,
  ): Promise<{ readonly place: StoreInventory; readonly lookedAt: number }> {
    const place = `${database.name}/${store}`;
    const parts = partsOf(database.name, store);
    const ranges = parts && (await rangesOf(database, { store, parts, nowMs: this.#nowMs() }));
    const always: Look[] = [];
    for (const range of ranges?.always ?? [null]) always.push(await lookAt(database, store, range));
    const fresh = ranges ? await this.#walkParts(database, { store, place, ranges, scope }) : [];
    const older = [...(this.#known.get(place)?.values() ?? [])];
    return {
      place: { place, ...toInventory([...always, ...older]) },
      lookedAt: [...always, ...fresh].reduce((sum, { records }) => sum + records, 0),
    };
  }

  /** Remembers what it finds, and forgets parts that are gone. */
  async #walkParts(
    database: IDBPDatabase,
    { store, place, ranges, scope }: { store: string; place: string; ranges: PartRanges; scope: WalkScope },
  ): Promise<readonly Look[]> {
    const known = this.#known.get(place);
    const waiting = ranges.parts.filter(({ part }) => {
      const look = known?.get(part);
      return look !== undefined && look.round !== this.#round;
    });
    const share = scope === 'all' ? waiting.length : Math.ceil(ranges.parts.length / SHARES);
    const due = new Set(waiting.slice(0, share).map(({ part }) => part));
    const looks = new Map<number, KnownLook>();
    const fresh: Look[] = [];
    for (const { part, range } of ranges.parts) {
      const before = known?.get(part);
      if (before && !due.has(part)) {
        looks.set(part, before);
        continue;
      }
      const look = await lookAt(database, store, range);
      fresh.push(look);
      looks.set(part, { ...look, round: this.#round });
    }
    this.#known.set(place, looks);
    return fresh;
  }
}

async function lookAt(database: IDBPDatabase, store: string, range: IDBKeyRange | null): Promise<Look> {
  const fields = new Set<string>();
  const shape = shapeOf(database.name, store);
  const batch = store === PACKED ? PACKED_BATCH : BATCH;
  const packed: Record<string, number> = {};
  let records = 0;
  let bytes = 0;
  let foreign = 0;
  let rest = range;
  for (;;) {
    const [keys, values]: [IDBValidKey[], unknown[]] = await Promise.all([
      database.getAllKeys(store, rest, batch),
      database.getAll(store, rest, batch),
    ]);
    for (const value of values) {
      bytes += JSON.stringify([value]).length - 2; // a foreign value may have no JSON of its own
      if (shape?.check(value) !== null || !(await isProven(database, store, value))) foreign += 1;
      else if (store === PACKED) countPacked(packed, value as DayBlock);
      for (const field of Object.keys(Object(value) as object)) fields.add(field);
    }
    records += values.length;
    const last = keys.at(-1);
    if (values.length < batch || last === undefined)
      return { records, bytes, foreign, fields: [...fields], packed };
    rest = after(last, range);
  }
}

/** What of a range comes after a key. */
function after(key: IDBValidKey, range: IDBKeyRange | null): IDBKeyRange {
  return range?.upper === undefined
    ? IDBKeyRange.lowerBound(key, true)
    : IDBKeyRange.bound(key, range.upper, true, range.upperOpen);
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

function toInventory(looks: readonly Look[]): Omit<StoreInventory, 'place'> {
  const packed: Record<string, number> = {};
  for (const [kind, count] of looks.flatMap((look) => Object.entries(look.packed))) {
    packed[kind] = (packed[kind] ?? 0) + count;
  }
  const sum = (of: (look: Look) => number): number => looks.reduce((all, look) => all + of(look), 0);
  return {
    records: sum((look) => look.records),
    fields: [...new Set(looks.flatMap((look) => look.fields))].sort(),
    bytes: sum((look) => look.bytes),
    foreign: sum((look) => look.foreign),
    ...(Object.keys(packed).length > 0 && { packed }),
  };
}

/** Null: no place of this build. */
function shapeOf(database: string, store: string): Shape | null {
  const isOurs = Object.values(DATABASE_NAMES).includes(database);
  return isOurs && Object.hasOwn(SHAPES, store) ? SHAPES[store as keyof typeof SHAPES] : null;
}
