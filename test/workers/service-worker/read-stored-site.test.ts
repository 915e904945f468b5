import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { STORED_SITE } from '../../../src/contracts/stored-site.ts';
import { CameraList } from '../../../workers/service-worker/camera-list.ts';
import { aSite } from '../../builders/site.ts';

beforeEach(async () => {
  await settled(indexedDB.deleteDatabase(STORED_SITE.database));
});

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error('failed', { cause: request.error }));
  });
}

async function store(value: unknown, storeName: string = STORED_SITE.store): Promise<void> {
  const request = indexedDB.open(STORED_SITE.database, 7);
  request.onupgradeneeded = () => request.result.createObjectStore(storeName);
  const database = await settled(request);
  await settled(
    database.transaction(storeName, 'readwrite').objectStore(storeName).put(value, STORED_SITE.key),
  );
  database.close();
}

async function origins(): Promise<readonly string[]> {
  const list = new CameraList();
  expect(list.known).toBeNull();
  const read = await list.read();
  expect([...(list.known ?? [])]).toEqual(read);
  return read;
}

test('the origins of the stored cameras are read', async () => {
  await store(aSite());
  expect(await origins()).toEqual(['http://192.168.1.10:8889']);
});

test('without a database nothing is allowed, and none is created', async () => {
  expect(await origins()).toEqual([]);
  expect(await indexedDB.databases()).toEqual([]);
});

test('reading leaves the version of the database alone', async () => {
  await store(aSite());
  await origins();
  expect(await indexedDB.databases()).toEqual([{ name: STORED_SITE.database, version: 7 }]);
});

test.each([
  ['no settings yet', undefined],
  ['settings of a newer program', { ...aSite(), schemaVersion: 9 }],
  ['broken settings', { ...aSite(), cameras: [{ source: { kind: 'whep', url: 'http://192.168.1.10' } }] }],
])('%s allow nothing', async (_, value) => {
  await store(value);
  expect(await origins()).toEqual([]);
});

test('a database without settings allows nothing', async () => {
  await store(1, 'another-store');
  expect(await origins()).toEqual([]);
});
