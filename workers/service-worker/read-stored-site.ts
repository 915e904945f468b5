import { STORED_SITE } from '../../src/contracts/stored-site.ts';

/** The stored settings, unchecked. Undefined when there are none yet; rejects when they cannot be read. */
export async function readStoredSite(): Promise<unknown> {
  const database = await openExisting(STORED_SITE.database);
  if (!database) return undefined;
  try {
    if (!database.objectStoreNames.contains(STORED_SITE.store)) return undefined;
    const store = database.transaction(STORED_SITE.store, 'readonly').objectStore(STORED_SITE.store);
    return await settled(store.get(STORED_SITE.key));
  } finally {
    database.close();
  }
}

/** Null when the database does not exist: opening must neither create nor migrate it, so that is undone. */
function openExisting(name: string): Promise<IDBDatabase | null> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    let isNew = false;
    request.onupgradeneeded = () => {
      isNew = true;
      request.transaction?.abort();
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => {
      if (isNew) resolve(null);
      else reject(new Error('settings cannot be opened', { cause: request.error }));
    };
  });
}

function settled(request: IDBRequest<unknown>): Promise<unknown> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error('settings cannot be read', { cause: request.error }));
  });
}
