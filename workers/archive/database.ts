import { wrap, type IDBPDatabase } from 'idb';
import type { DatabaseName } from '../../src/contracts/archive.ts';
import { STORED_SITE } from '../../src/contracts/stored-site.ts';
import { failed, ok, type Problem, type Result } from '../../src/core/result.ts';
import { DATABASE_VERSION, migrate } from './migrations.ts';
import type { ArchiveSchema, StoreName } from './schema.ts';

export type Database = IDBPDatabase<ArchiveSchema>;

/** Names on disk. Figures of the demo store and of the sample never share one with the shop's. */
export const DATABASE_NAMES: Readonly<Record<DatabaseName, string>> = {
  store: STORED_SITE.database,
  demo: 'kazoe-demo',
  sample: 'kazoe-sample',
};

/** How long another tab with an older version may hold up the opening. */
const BLOCKED_MS = 10_000;

/** Opens and migrates. `storage-unavailable`: no IndexedDB (private window), blocked, or broken. */
export async function openDatabase(
  factory: IDBFactory | undefined,
  name: DatabaseName,
): Promise<Result<Database>> {
  if (!factory) return failed('storage-unavailable');
  try {
    return ok(await request(factory, DATABASE_NAMES[name]));
  } catch (error) {
    return { ok: false, problem: storageProblem(error) };
  }
}

async function request(factory: IDBFactory, name: string): Promise<Database> {
  const opening = factory.open(name, DATABASE_VERSION);
  opening.addEventListener('upgradeneeded', (event) => {
    const { result, transaction } = opening;
    if (!transaction) return; // there always is one while a database is being upgraded
    const upgrade = wrap(transaction) as unknown as Parameters<typeof migrate>[1];
    upgrade.done.catch(() => undefined); // told by the opening, which fails with it
    migrate(wrap(result) as unknown as Database, upgrade, event.oldVersion).catch(() => upgrade.abort());
  });
  const opened = wrap(opening) as unknown as Promise<Database>;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const blocked = new Promise<never>((_, reject) => {
    opening.addEventListener('blocked', () => {
      timer = setTimeout(() => reject(new DOMException('blocked', 'TimeoutError')), BLOCKED_MS);
    });
  });
  try {
    const database = await Promise.race([opened, blocked]);
    // A newer build in another tab may migrate; this one then finds the database closed and says so.
    database.addEventListener('versionchange', () => database.close());
    return database;
  } catch (error) {
    void opened.then((database) => database.close()).catch(() => undefined);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** Removes every record but the structure: for the demo store's figures, which are about nobody. */
export async function emptyDatabase(database: Database): Promise<void> {
  const names = [...database.objectStoreNames];
  const transaction = database.transaction(names, 'readwrite');
  await Promise.all([
    ...names.map((name: StoreName) => transaction.objectStore(name).clear()),
    transaction.done,
  ]);
}

/** Deletes a whole database; other tabs let go of it. */
export async function dropDatabase(factory: IDBFactory, name: DatabaseName): Promise<void> {
  await wrap(factory.deleteDatabase(DATABASE_NAMES[name]));
}

/** Whether there is one, without making it. */
export async function hasDatabase(factory: IDBFactory, name: DatabaseName): Promise<boolean> {
  const known = await factory.databases();
  return known.some((database) => database.name === DATABASE_NAMES[name]);
}

/** What an exception of IndexedDB means to the operator. */
export function storageProblem(error: unknown): Problem {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  return { code: name === 'QuotaExceededError' ? 'storage-full' : 'storage-unavailable' };
}
