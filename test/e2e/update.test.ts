import { rmSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { STORED_SITE } from '../../src/contracts/stored-site.ts';
import type { Site } from '../../src/core/site/site.ts';
import { SLOT_MS } from '../../src/core/time/store-calendar.ts';
import { openAppServer, type AppServer } from '../../tools/serve/app-server.ts';
import { aCamera, aSite } from '../builders/site.ts';
import { openBrowser, type WatchedBrowser } from './browser.ts';
import { makeNextBuild, storeSite } from './next-build.ts';
import { copyOfBuild, freePort } from './served-app.ts';

const MINUTE_MS = 60_000;
const TOKYO_MS = 9 * 60 * MINUTE_MS;

let folder = '';
let port = 0;
let server: AppServer;
let browser: WatchedBrowser;

beforeEach(async () => {
  folder = await copyOfBuild();
  port = await freePort();
  server = await openAppServer(folder, port);
  browser = await openBrowser({
    locale: 'en-GB',
    args: ['--use-fake-device-for-media-stream'],
    permissions: ['camera'],
  });
});

afterEach(async () => {
  await browser.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a new build takes over while the store is closed: counting goes on, with a gap of its own and a note', async () => {
  const { page } = browser;
  await page.goto(`http://localhost:${port}/#/live?lang=en&backend=wasm&stopped=1`);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  await expect.poll(() => page.evaluate(() => indexedDB.databases())).toMatchObject([{ name: 'kazoe' }, {}]);
  await page.evaluate(storeSite, { place: STORED_SITE, site: closedShop(await fakeCamera(page)) });
  await page.evaluate(() => {
    location.hash = '#/live?lang=en&backend=wasm';
  });
  await page.reload();
  await counts(page);

  await server.close();
  await makeNextBuild(folder);
  server = await openAppServer(folder, port);
  await page.evaluate(() => navigator.serviceWorker.getRegistration().then((found) => found?.update()));
  const bar = page.getByRole('region', { name: 'Update' });
  await bar.getByText('A new version is here. The store is closed').waitFor();
  expect(await nextBuild(page)).toBe(false);

  await leaveAlone(page);
  await expect.poll(() => nextBuild(page), { timeout: 60_000 }).toBe(true);
  await counts(page);
  expect(await bar.count()).toBe(0);
  await expect.poll(() => updateGapS(page), { timeout: 30_000 }).toBeGreaterThan(0);
  await page.getByRole('link', { name: 'Privacy' }).click();
  const noted = page.getByRole('row').filter({ hasText: 'Update of the app begun' });
  await noted.getByText(/^[0-9a-f]{16}, [0-9a-f]{16}$/).waitFor();
  expect(await noted.count()).toBe(1);
});

test('a build that does not start says so, and what to do', async () => {
  const { page } = browser;
  await page.route(/\/assets\/index-[^/]*\.js$/, (route) => route.abort());
  await page.goto(`http://localhost:${port}/`);
  const said = page.getByText('Kazoe does not start.');
  expect(await said.isVisible()).toBe(false);
  await page.evaluate(() => {
    for (const animation of document.getAnimations()) animation.finish(); // 20 s have gone by
  });
  expect(await said.isVisible()).toBe(true);
});

/** Opens in twelve hours, for one. */
function closedShop(deviceId: string): Site {
  const minuteNow = Math.floor(((Date.now() + TOKYO_MS) / MINUTE_MS) % 1440);
  const fromMinute = (minuteNow + 720) % 1440;
  const hours = { fromMinute, toMinute: (fromMinute + 60) % 1440 };
  return aSite({
    cameras: [aCamera({ source: { kind: 'usb', deviceId } })],
    calendar: { week: Array.from({ length: 7 }, () => hours), exceptions: [], holidays: false, notes: [] },
  });
}

function fakeCamera(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const devices = await navigator.mediaDevices.enumerateDevices();
    return devices.find(({ kind }) => kind === 'videoinput')?.deviceId ?? '';
  });
}

async function counts(page: Page): Promise<void> {
  await page.getByRole('status').getByText('Counting', { exact: true }).waitFor({ timeout: 90_000 });
}

/** False also while the page is being loaded anew. */
function nextBuild(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.dataset['build'] === 'next').catch(() => false);
}

/** For the page, and for nothing else, some minutes go by in which nobody uses it, to the midst of a slot. */
async function leaveAlone(page: Page): Promise<void> {
  const laterMs = Math.ceil((Date.now() + 6 * MINUTE_MS) / SLOT_MS) * SLOT_MS + MINUTE_MS;
  await page.evaluate((shiftMs) => {
    const now = Date.now.bind(Date);
    Date.now = () => now() + shiftMs;
  }, laterMs - Date.now());
}

/** Seconds of the update in what is stored. */
function updateGapS(page: Page): Promise<number> {
  return page.evaluate(async (name) => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error('no database'));
    });
    const records = await new Promise<{ gap_s: Record<string, number> }[]>((resolve) => {
      const request = database.transaction('coverage', 'readonly').objectStore('coverage').getAll();
      request.onsuccess = () => resolve(request.result as { gap_s: Record<string, number> }[]);
    });
    database.close();
    return records.reduce((sum, record) => sum + (record.gap_s['app-update'] ?? 0), 0);
  }, STORED_SITE.database);
}
