import type { Page } from 'playwright-core';

/** Everything that an origin keeps in the browser, looked at from outside of the app's own code. */
export interface Inventory {
  readonly databases: readonly { readonly name: string; readonly stores: readonly string[] }[];
  readonly records: number;
  /** Values that are no integer, no short text and no list of them: path and kind. */
  readonly oddValues: readonly string[];
  readonly localStorage: number;
  readonly sessionStorage: number;
  readonly cookies: string;
  readonly cached: readonly string[];
  /** Names in the origin private file system. */
  readonly originFiles: readonly string[];
}

/** Enumerates IndexedDB, web storage, cookies, Cache Storage and the origin private file system. */
export function inventoryOf(page: Page): Promise<Inventory> {
  return page.evaluate(async () => {
    const LONGEST_TEXT = 200; // measures: export recipient and purpose
    const databases: { name: string; stores: string[] }[] = [];
    const oddValues: string[] = [];
    let records = 0;

    const finished = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('IndexedDB'));
      });
    const look = (value: unknown, path: string): void => {
      if (value === null || typeof value === 'boolean') return;
      if (typeof value === 'number') {
        if (!Number.isFinite(value)) oddValues.push(`${path}: ${value}`);
      } else if (typeof value === 'string') {
        if (value.length > LONGEST_TEXT) oddValues.push(`${path}: text of ${value.length}`);
      } else if (Array.isArray(value)) {
        value.forEach((item, at) => look(item, `${path}[${at}]`));
      } else if (typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) {
        for (const [key, item] of Object.entries(value)) look(item, `${path}.${key}`);
      } else oddValues.push(`${path}: ${Object.prototype.toString.call(value)}`);
    };

    for (const { name } of await indexedDB.databases()) {
      if (name === undefined) continue;
      const database = await finished(indexedDB.open(name));
      const stores = [...database.objectStoreNames];
      databases.push({ name, stores });
      for (const store of stores) {
        const all = await finished<unknown[]>(database.transaction(store).objectStore(store).getAll());
        records += all.length;
        all.forEach((record, at) => look(record, `${name}/${store}[${at}]`));
      }
      database.close();
    }
    const cached: string[] = [];
    for (const name of await caches.keys()) {
      for (const request of await (await caches.open(name)).keys()) cached.push(request.url);
    }
    const originFiles: string[] = [];
    const folder = await navigator.storage.getDirectory();
    for await (const file of (folder as unknown as { keys(): AsyncIterable<string> }).keys()) {
      originFiles.push(file);
    }
    return {
      databases,
      records,
      oddValues,
      localStorage: localStorage.length,
      sessionStorage: sessionStorage.length,
      cookies: document.cookie,
      cached,
      originFiles,
    };
  });
}
