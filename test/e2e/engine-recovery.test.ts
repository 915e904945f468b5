import type { Worker } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, type WatchedBrowser } from './browser.ts';
import { serveApp, type ServedApp } from './served-app.ts';

/** From the hang: three seconds until it is noticed, a second of pause, then the start of the engine. */
const NOTICED_MS = 5000;
const COUNTING_AGAIN_MS = 60_000;

let app: ServedApp;
let browser: WatchedBrowser;

beforeAll(async () => {
  app = await serveApp();
  browser = await openBrowser({ locale: 'en-GB' });
  await browser.page.goto(app.url);
  await counting(COUNTING_AGAIN_MS);
});

afterAll(async () => {
  await browser.close();
  await app.close();
});

async function counting(timeout: number): Promise<void> {
  await browser.page.getByRole('status').getByText('Counting', { exact: true }).waitFor({ timeout });
}

function visionWorker(): Worker {
  const worker = browser.page.workers().find((one) => /\/assets\/vision-[\w-]+\.js$/.test(one.url()));
  if (!worker) throw new Error('the vision worker does not run');
  return worker;
}

test('a vision worker that hangs is ended and replaced, and counting goes on', async () => {
  const hung = visionWorker();
  const began = performance.now();
  void hung.evaluate('for (;;) {}').catch(() => undefined); // it never answers
  await browser.page.getByText('The part that counts people stopped unexpectedly.').waitFor();
  const noticedMs = performance.now() - began;
  await expect
    .poll(() => browser.page.workers().some((worker) => worker !== hung && worker.url() === hung.url()), {
      timeout: 30_000,
    })
    .toBe(true);
  await counting(COUNTING_AGAIN_MS);
  console.log(
    `Noticed after ${Math.round(noticedMs)} ms, counting again after ${Math.round(performance.now() - began)} ms.`,
  );
  expect(noticedMs).toBeLessThan(NOTICED_MS);
});
