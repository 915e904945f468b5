import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { STORED_SITE } from '../../src/contracts/stored-site.ts';
import { openBrowser, type WatchedBrowser } from './browser.ts';
import { serveApp, type ServedApp } from './served-app.ts';
import { inventoryOf } from './storage-inventory.ts';

/** The first page of the demo store is on the disk a while after it began to count. */
const COUNTED = { timeout: 120_000, interval: 1000 };
const MARKED = { databases: ['kazoe', 'kazoe-demo'], store: STORED_SITE.store };

let app: ServedApp;
let browser: WatchedBrowser;
let page: Page;

beforeAll(async () => {
  app = await serveApp();
  browser = await openBrowser({ locale: 'en-GB' });
  page = browser.page;
});

afterAll(async () => {
  await browser.close();
  await app.close();
});

describe('erasing everything', { retry: 0 }, () => {
  test('what was there: figures, offline copies, and a stray of each kind', async () => {
    await page.goto(app.url);
    await page.getByRole('status').getByText('Counting', { exact: true }).waitFor({ timeout: 60_000 });
    await page.evaluate(plantStrays);
    await expect.poll(async () => (await inventoryOf(page)).records, COUNTED).toBeGreaterThan(0);
    const before = await inventoryOf(page);
    expect(before.databases.map(({ name }) => name)).toContain('stray');
    expect(before).toMatchObject({ localStorage: 1, sessionStorage: 1, originFiles: ['stray.txt'] });
    expect(before.cached).toContain(`${app.url}/stray`);
  });

  test('is refused while another tab is open, which would write again', async () => {
    const second = await browser.context.newPage();
    await second.goto(app.url);
    await second.getByRole('status').getByText('Counting in another tab', { exact: true }).waitFor();
    await erase(page);
    await page.getByText('The app is open in another tab or window.').waitFor();
    expect((await inventoryOf(page)).originFiles).toEqual(['stray.txt']);
    await second.close();
  });

  test('leaves nothing from before, and the app starts empty', async () => {
    await page.evaluate(plantRecords, MARKED);
    expect(await page.evaluate(plantedRecords, MARKED)).toBe(2);
    const loaded = page.waitForEvent('load', { timeout: 60_000 });
    await page.getByRole('button', { name: 'Erase everything now' }).click();
    await loaded;
    await page.getByRole('status').getByText('Counting', { exact: true }).waitFor({ timeout: 60_000 });
    const after = await inventoryOf(page);
    expect(after.databases.map(({ name }) => name).filter((name) => !/^kazoe(-demo)?$/.test(name))).toEqual(
      [],
    );
    expect(after).toMatchObject({ localStorage: 0, sessionStorage: 0, originFiles: [] });
    expect(after.cached).not.toContain(`${app.url}/stray`);
    expect(await page.evaluate(plantedRecords, MARKED)).toBe(0);
    expect(new URL(page.url()).hash).not.toContain('privacy');
  });
});

async function erase(on: Page): Promise<void> {
  await on.getByRole('link', { name: 'Privacy' }).first().click();
  await on.getByRole('button', { name: 'Erase everything …' }).click();
  await on.getByLabel('Type ERASE to go ahead').fill('ERASE');
  await on.getByRole('button', { name: 'Erase everything now' }).click();
}

/** Runs in the page: one thing in every place, as if an older build or an extension had left it. */
async function plantStrays(): Promise<void> {
  localStorage.setItem('stray', '1');
  sessionStorage.setItem('stray', '1');
  await (await caches.open('stray')).put('/stray', new Response('stray'));
  const folder = await navigator.storage.getDirectory();
  await folder.getFileHandle('stray.txt', { create: true });
  await new Promise((resolve) => {
    const request = indexedDB.open('stray');
    request.onsuccess = () => {
      request.result.close();
      resolve(null);
    };
  });
}

/** Runs in the page: puts a record of its own into the app's databases. */
async function plantRecords({ databases, store }: typeof MARKED): Promise<void> {
  for (const name of databases) {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => resolve(request.result);
    });
    await new Promise((resolve) => {
      const transaction = database.transaction(store, 'readwrite');
      transaction.objectStore(store).put('from before', 'stray');
      transaction.oncomplete = resolve;
    });
    database.close();
  }
}

/** Runs in the page: how many of them are there. */
async function plantedRecords({ databases, store }: typeof MARKED): Promise<number> {
  let found = 0;
  for (const name of databases) {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => resolve(request.result);
    });
    found += await new Promise<number>((resolve) => {
      const request = database.transaction(store).objectStore(store).count('stray');
      request.onsuccess = () => resolve(request.result);
    });
    database.close();
  }
  return found;
}
