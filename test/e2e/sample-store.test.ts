import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { openBrowser, type WatchedBrowser } from './browser.ts';
import { serveApp, type ServedApp } from './served-app.ts';
import { inventoryOf } from './storage-inventory.ts';

/** For a slow, busy machine. */
const READ_MS = 30_000;

let app: ServedApp;
let browser: WatchedBrowser;
let page: Page;

beforeAll(async () => {
  app = await serveApp();
  browser = await openBrowser({ locale: 'en-GB', viewport: { width: 1366, height: 768 } });
  page = browser.page;
});

afterAll(async () => {
  await browser.close();
  await app.close();
});

describe('sample data, before the first camera', () => {
  test('is made with one click from an empty day', async () => {
    await page.goto(`${app.url}/#/history?lang=en`);
    await page.getByRole('status').getByText('Counting', { exact: true }).waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Previous day' }).click();
    await page.getByRole('button', { name: 'Show sample data' }).click();
    await banner().waitFor({ timeout: READ_MS });
  }, 120_000);

  test('shows a month with its errors, and weekdays by hour', async () => {
    const month = page.getByRole('radio', { name: 'Month', exact: true });
    await expect.poll(() => month.isChecked(), { timeout: READ_MS }).toBe(true);
    await page
      .getByText(/±[\d,]+, last check/)
      .first()
      .waitFor({ timeout: READ_MS });
    const pattern = page.getByRole('region', { name: 'In by weekday and hour' }).first();
    await pattern.waitFor({ timeout: READ_MS });
    expect(await pattern.innerText()).toMatch(/Sat[\s\d.]*\d/);
  }, 60_000);

  test('compares a week with the one before', async () => {
    await page.getByRole('radio', { name: 'Week', exact: true }).check({ force: true });
    await page.getByRole('button', { name: 'Previous week' }).click();
    const table = page.getByRole('region', { name: 'Both periods side by side' });
    await table.waitFor({ timeout: READ_MS });
    expect(await table.innerText()).toMatch(/More|Less|Within the error/);
  }, 60_000);

  test('leaves in a file that is marked', async () => {
    await page.getByRole('button', { name: 'Write as CSV' }).click();
    await page.getByLabel('Who receives it').fill('myself');
    await page.getByLabel('What for').fill('a try');
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Write the file' }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toMatch(/^sample-kazoe_.*\.csv$/);
    const [head = '', ...rows] = (await readFile(await download.path(), 'utf8')).trim().split('\r\n');
    const at = head.replace('\uFEFF', '').split(',').indexOf('store_id');
    expect(rows.length).toBeGreaterThan(20);
    expect(new Set(rows.map((row) => row.split(',')[at]))).toEqual(new Set(['sample']));
  }, 60_000);

  test('is still there, and marked, after a reload', async () => {
    await page.reload();
    await banner().waitFor({ timeout: 60_000 });
    const { databases, oddValues } = await inventoryOf(page);
    expect(databases.map(({ name }) => name).toSorted()).toEqual(['kazoe', 'kazoe-demo', 'kazoe-sample']);
    expect(oddValues).toEqual([]);
  }, 90_000);

  test('is removed with one click, and nothing of it stays', async () => {
    await page.getByRole('button', { name: 'Remove sample data' }).click();
    await banner().waitFor({ state: 'detached', timeout: READ_MS });
    const { databases } = await inventoryOf(page);
    expect(databases.map(({ name }) => name).toSorted()).toEqual(['kazoe', 'kazoe-demo']);
  }, 60_000);

  test('asked for nothing beyond its own origin, and nothing complained', () => {
    expect(browser.requests.filter((url) => !url.startsWith(`${app.url}/`))).toEqual([]);
    expect(browser.complaints).toEqual([]);
  });
});

function banner() {
  return page.getByRole('region', { name: 'Sample data' });
}
