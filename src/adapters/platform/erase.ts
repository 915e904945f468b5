import type { ErasedPlace, ErasePort } from '../../contracts/erase.ts';
import { COUNTING_LOCK } from './tab-lock.ts';

/** How long a connection elsewhere may hold up the deletion of a database. */
const BLOCKED_MS = 10_000;
/** A worker that was just asked something may open what was deleted, once. */
const ROUNDS = 3;

interface Place {
  readonly name: ErasedPlace;
  empty(): Promise<void>;
  isEmpty(): Promise<boolean>;
}

/** The browser's storage of this origin. */
export function createEraser(): ErasePort {
  return {
    otherTabs,
    async eraseOrigin() {
      let left: readonly Place[] = PLACES;
      for (let round = 0; round < ROUNDS && left.length > 0; round += 1) {
        for (const place of left) await place.empty().catch(() => undefined); // `stillFull` tells what it did not do
        left = await stillFull();
      }
      return left.map(({ name }) => name);
    },
    startEmpty() {
      history.replaceState(null, '', location.pathname);
      location.reload();
    },
  };
}

/** Every tab of the app holds the lock of counting or waits for it. */
async function otherTabs(): Promise<number> {
  try {
    const { held = [], pending = [] } = await navigator.locks.query();
    const tabs = [...held, ...pending].filter(({ name }) => name === COUNTING_LOCK);
    return Math.max(0, new Set(tabs.map(({ clientId }) => clientId)).size - 1);
  } catch {
    return 0; // SecurityError: a profile in which no site may keep data
  }
}

async function stillFull(): Promise<readonly Place[]> {
  const full = await Promise.all(
    PLACES.map(async (place) => ((await place.isEmpty().catch(() => true)) ? [] : [place])),
  );
  return full.flat();
}

// The service worker goes first: it fills caches.
const PLACES: readonly Place[] = [
  {
    name: 'service-worker',
    async empty() {
      const registrations = await navigator.serviceWorker.getRegistrations();
      await Promise.all(registrations.map((registration) => registration.unregister()));
    },
    isEmpty: async () => (await navigator.serviceWorker.getRegistrations()).length === 0,
  },
  {
    name: 'databases',
    async empty() {
      const known = await indexedDB.databases();
      await Promise.all(known.map(({ name = '' }) => deleteDatabase(name)));
    },
    isEmpty: async () => (await indexedDB.databases()).length === 0,
  },
  {
    name: 'caches',
    async empty() {
      for (const name of await caches.keys()) await caches.delete(name);
    },
    isEmpty: async () => (await caches.keys()).length === 0,
  },
  {
    name: 'files',
    async empty() {
      const folder = await navigator.storage.getDirectory();
      for (const name of await fileNames(folder)) await folder.removeEntry(name, { recursive: true });
    },
    isEmpty: async () => (await fileNames(await navigator.storage.getDirectory())).length === 0,
  },
  {
    name: 'web-storage',
    empty() {
      localStorage.clear();
      sessionStorage.clear();
      return Promise.resolve();
    },
    isEmpty: () => Promise.resolve(localStorage.length + sessionStorage.length === 0),
  },
];

/** Open connections of ours close when they are asked to; one that does not is waited for, within limits. */
function deleteDatabase(name: string): Promise<void> {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    const settle = (): void => resolve();
    request.onsuccess = settle;
    request.onerror = settle;
    setTimeout(settle, BLOCKED_MS);
  });
}

async function fileNames(folder: FileSystemDirectoryHandle): Promise<readonly string[]> {
  const names: string[] = [];
  for await (const name of folder.keys()) names.push(name);
  return names;
}
