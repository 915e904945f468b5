import { BINARY_MARK, INVENTORY, type KeptByOrigin, type KeptRecord } from './kept-by-origin.ts';

interface PageScope {
  readonly localStorage: Readonly<Record<string, string>>;
  readonly sessionStorage: Readonly<Record<string, string>>;
  readonly document: { readonly cookie: string };
  readonly navigator: {
    readonly serviceWorker: {
      getRegistrations(): Promise<readonly { readonly active: { readonly scriptURL: string } | null }[]>;
    };
  };
}

/** Enumerates all storage of the page's origin. */
async function takeInventory(): Promise<KeptByOrigin> {
  const page = globalThis as unknown as PageScope;
  const finished = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('IndexedDB'));
    });
  const plain = (value: unknown): unknown => {
    if (value === undefined) return `${BINARY_MARK}undefined`;
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(plain);
    if (Object.getPrototypeOf(value) === Object.prototype) {
      return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, plain(item)]));
    }
    const size = (value as { byteLength?: number; size?: number }).byteLength ?? (value as Blob).size;
    return `${BINARY_MARK}${Object.prototype.toString.call(value).slice(8, -1)} of ${size} bytes`;
  };
  const records: KeptRecord[] = [];
  for (const { name = '' } of await indexedDB.databases()) {
    const database = await finished(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      const values = await finished<unknown[]>(database.transaction(store).objectStore(store).getAll());
      for (const value of values) records.push({ database: name, store, value: plain(value) });
    }
    database.close();
  }
  const cached: { url: string; bytes: number }[] = [];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const response = await cache.match(request);
      cached.push({ url: request.url, bytes: (await response?.arrayBuffer())?.byteLength ?? 0 });
    }
  }
  const files: string[] = [];
  const walk = async (folder: FileSystemDirectoryHandle, path: string): Promise<void> => {
    const entries = folder as unknown as { values(): AsyncIterable<FileSystemHandle> };
    for await (const entry of entries.values()) {
      files.push(`${path}${entry.name}`);
      if (entry.kind === 'directory') await walk(entry as FileSystemDirectoryHandle, `${path}${entry.name}/`);
    }
  };
  await walk(await navigator.storage.getDirectory(), '/');
  const workers = await page.navigator.serviceWorker.getRegistrations();
  return {
    records,
    texts: [
      ...Object.entries(page.localStorage).map(([name]) => `localStorage ${name}`),
      ...Object.entries(page.sessionStorage).map(([name]) => `sessionStorage ${name}`),
      ...(page.document.cookie === '' ? [] : ['a cookie']),
    ],
    cached,
    files,
    serviceWorkers: workers.map(({ active }) => active?.scriptURL ?? ''),
  };
}

Object.defineProperty(globalThis, INVENTORY, { value: takeInventory, configurable: true });
