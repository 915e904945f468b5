import { runInNewContext } from 'node:vm';
import type { Worker } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser, type WatchedBrowser } from './browser.ts';
import { serveApp, type ServedApp } from './served-app.ts';
import { HARMLESS_GLOBALS } from './harmless-globals.ts';
import { attempt, openGlobals, WAYS_OUT } from './ways-out.ts';

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

describe('the running vision worker', { retry: 0 }, () => {
  test.each(Object.entries(WAYS_OUT))('refuses %s', async (_name, code) => {
    expect(await attempt(visionWorker(), code)).toBe('SealedError');
  });

  test('has no global left that nobody has looked at: a new one must be sealed or found harmless', async () => {
    const ofTheLanguage = new Set(runInNewContext('Object.getOwnPropertyNames(globalThis)') as string[]);
    const unknown = (await openGlobals(visionWorker())).filter(
      (name) => !HARMLESS_GLOBALS.has(name) && !ofTheLanguage.has(name),
    );
    expect(unknown).toEqual([]);
  });

  test('tells the reviewer how often something was refused', async () => {
    await browser.page.goto(`${app.url}/#/privacy`);
    const refused = browser.page.getByText(/all refused: [1-9]/);
    await expect
      .poll(async () => {
        await browser.page.getByRole('button', { name: 'Read again' }).click();
        return refused.count();
      })
      .toBe(1);
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
