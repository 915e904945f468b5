import type { IDBPDatabase, IDBPTransaction } from 'idb';
import type { ArchiveSchema, StoreName } from './schema.ts';

/** Version that this build reads and writes: one step below for each. Steps are never changed once released. */
export const DATABASE_VERSION = 5;

type Upgrade = IDBPTransaction<ArchiveSchema, StoreName[], 'versionchange'>;
type Step = (database: IDBPDatabase<ArchiveSchema>, upgrade: Upgrade) => void | Promise<void>;

const STEPS: readonly Step[] = [createStores, addAccess, addDayBlocks, addUpdateGaps, addDayTotals];

/** Brings a database from `fromVersion` (0: new) to `DATABASE_VERSION`; all of it or, where it rejects, nothing. */
export async function migrate(
  database: IDBPDatabase<ArchiveSchema>,
  upgrade: Upgrade,
  fromVersion: number,
): Promise<void> {
  for (const step of STEPS.slice(fromVersion, DATABASE_VERSION)) await step(database, upgrade);
}

function createStores(database: IDBPDatabase<ArchiveSchema>): void {
  database.createObjectStore('site');
  database.createObjectStore('configuration', { keyPath: 'config_id' });
  database.createObjectStore('line_slot', { keyPath: ['slot', 'line'] });
  database.createObjectStore('store_slot', { keyPath: 'slot' });
  database.createObjectStore('zone_slot', { keyPath: ['slot', 'zone', 'length'] });
  database.createObjectStore('queue_slot', { keyPath: ['slot', 'zone', 'length'] });
  database.createObjectStore('flow_slot', { keyPath: ['slot', 'from', 'to', 'length'] });
  database.createObjectStore('heat_slot', { keyPath: ['slot', 'camera', 'length'] });
  database.createObjectStore('coverage', { keyPath: ['slot', 'camera'] });
  database.createObjectStore('tally', { keyPath: ['session', 'interval'] });
  database.createObjectStore('transactions', { keyPath: ['slot', 'length'] });
  database.createObjectStore('journal', { keyPath: 'sequence' });
  database.createObjectStore('credentials', { keyPath: 'camera' });
}

/** PINs came in. */
function addAccess(database: IDBPDatabase<ArchiveSchema>): void {
  database.createObjectStore('access', { keyPath: 'key' });
}

/** Days that are over are packed from now on; what is stored of older ones is packed by and by (`day-blocks.ts`). */
function addDayBlocks(database: IDBPDatabase<ArchiveSchema>): void {
  database.createObjectStore('day_block', { keyPath: ['day', 'kind'] });
}

/** Where the seconds of an update stand in a packed row of coverage, and how long a row was without them. */
const UPDATE_AT = 20;
const COVERAGE_ROW = 32;

/**
 * Time of an update came in as a cause of gaps: −1, none, in each packed row of coverage from before. The gate is not
 * asked here, as its rules are those of the newest version: only a day of whole numbers is written anew. Any other is
 * left as it lies, for the walk to tell.
 */
async function addUpdateGaps(_database: IDBPDatabase<ArchiveSchema>, upgrade: Upgrade): Promise<void> {
  let cursor = await upgrade.objectStore('day_block').openCursor();
  while (cursor) {
    const block = cursor.value;
    const { day, kind, rows } = block;
    if (kind === 'coverage' && [day, ...rows].every(Number.isSafeInteger)) {
      const renewed = rows.flatMap((value, at) => (at % COVERAGE_ROW === UPDATE_AT ? [-1, value] : value));
      await cursor.update({ day, kind, rows: renewed });
    }
    cursor = await cursor.continue();
  }
}

/** Packed days are summed up from now on, those of older builds by and by (`day-packer.ts`). */
function addDayTotals(database: IDBPDatabase<ArchiveSchema>): void {
  database.createObjectStore('day_total', { keyPath: 'day' });
}
