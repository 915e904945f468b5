import type { Worker } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser, type WatchedBrowser } from './browser.ts';
import { serveApp, type ServedApp } from './served-app.ts';
import { attempt, WAYS_OUT } from './ways-out.ts';

let app: ServedApp;
let browser: WatchedBrowser;

beforeAll(async () => {
  app = await serveApp();
  browser = await openBrowser({ locale: 'en-GB' });
  await browser.page.goto(app.url);
  await browser.page.getByRole('status').getByText('Counting', { exact: true }).waitFor({ timeout: 60_000 });
});

afterAll(async () => {
  await browser.close();
  await app.close();
});

function visionWorker(): Worker {
  const worker = browser.page.workers().find((one) => /\/assets\/vision-[\w-]+\.js$/.test(one.url()));
  if (!worker) throw new Error('the vision worker does not run');
  return worker;
}

describe('the running vision worker', () => {
  test.each(Object.entries(WAYS_OUT))('refuses %s', async (_name, code) => {
    expect(await attempt(visionWorker(), code)).toBe('SealedError');
  });

  test('writes nothing to the console', async () => {
    const before = browser.complaints.length;
    await visionWorker().evaluate('console.error("seen"), console.log("seen")');
    expect(browser.complaints.slice(before)).toEqual([]);
  });

  test('goes on counting', async () => {
    const status = browser.page.getByRole('status').getByText('Counting', { exact: true });
    expect(await status.count()).toBeGreaterThan(0);
  });
});
