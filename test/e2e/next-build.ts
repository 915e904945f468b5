import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { STORED_SITE } from '../../src/contracts/stored-site.ts';
import { buildServiceWorker } from '../../tools/build/build-service-worker.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Makes another build of the one in `folder`, which differs in its document: `<html data-build="next">`. */
export async function makeNextBuild(folder: string): Promise<void> {
  const document = join(folder, 'index.html');
  const text = readFileSync(document, 'utf8');
  writeFileSync(document, text.replace('<html ', '<html data-build="next" '));
  rmSync(join(folder, 'build-manifest.json'));
  rmSync(join(folder, 'service-worker.js'));
  await buildServiceWorker(root, folder);
}

/** Runs in the page: puts settings where the archive keeps them. */
export async function storeSite({
  place,
  site,
}: {
  readonly place: typeof STORED_SITE;
  readonly site: unknown;
}): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(place.database);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error('no database'));
  });
  await new Promise((resolve) => {
    const transaction = database.transaction(place.store, 'readwrite');
    transaction.objectStore(place.store).put(site, place.key);
    transaction.oncomplete = resolve;
  });
  database.close();
}
