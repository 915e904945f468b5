import type { IDBPDatabase } from 'idb';
import type { ArchiveSchema } from './schema.ts';

/** Version that this build reads and writes: one step below for each. Steps are never changed once released. */
export const DATABASE_VERSION = 3;

type Step = (database: IDBPDatabase<ArchiveSchema>) => void;

const STEPS: readonly Step[] = [createStores, addAccess, addDayBlocks];

/** Brings a database from `fromVersion` (0: new) to `DATABASE_VERSION`. */
export function migrate(database: IDBPDatabase<ArchiveSchema>, fromVersion: number): void {
  for (const step of STEPS.slice(fromVersion, DATABASE_VERSION)) step(database);
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
