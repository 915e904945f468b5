import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page, Worker } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ModelCard } from '../../src/contracts/vision.ts';
import { bundleInMemory, type ScriptBundle } from '../../tools/bundle-in-memory.ts';
import { openBrowser, type WatchedBrowser } from './browser.ts';
import type { ProbeAnswer } from './engine-probe.ts';
import { serveProbe } from './probe-server.ts';
import { serveApp, type ServedApp } from './served-app.ts';
import { attempt, WAYS_OUT } from './ways-out.ts';

const root = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

let browser: WatchedBrowser;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser({ locale: 'en-GB' });
  page = browser.page;
});

afterAll(() => browser.close());

describe('the engine', () => {
  const card = JSON.parse(readFileSync(root('public/models/nanodet-416x256.json'), 'utf8')) as ModelCard;
  const files = new Map([
    ['/model', readFileSync(root(`public/models/${card.file}`))],
    ['/runtime', readFileSync(root('node_modules/onnxruntime-web/dist/ort-wasm-simd-threaded.wasm'))],
  ]);
  let scripts: ScriptBundle;
  beforeAll(async () => {
    scripts = await bundleInMemory({ probe: root('test/e2e/engine-probe.ts') });
  });

  async function ask(
    isolated: boolean,
    threads: number,
  ): Promise<ProbeAnswer & { readonly workers: number }> {
    const server = await serveProbe(scripts, files, isolated);
    try {
      await page.goto(server.url);
      const answered = await page.evaluate(
        (job) =>
          new Promise<ProbeAnswer>((resolve, reject) => {
            const worker = new Worker('/probe.js', { type: 'module' });
            worker.onmessage = ({ data }: MessageEvent<ProbeAnswer>) => resolve(data);
            worker.onerror = ({ message }) => reject(new Error(message));
            worker.postMessage(job);
          }),
        { threads, card },
      );
      return { ...answered, workers: page.workers().length };
    } finally {
      server.close();
    }
  }

  test('answers with three threads as it does with one', async () => {
    const [one, three] = [await ask(true, 1), await ask(true, 3)];
    expect(one).toMatchObject({ report: { threads: 1 }, workers: 1 });
    expect(three).toMatchObject({ report: { threads: 3 }, workers: 3 });
    expect(Math.max(...one.scores)).toBeGreaterThan(0.5);
    expect(largestDifference(three.scores, one.scores)).toBeLessThan(1e-3);
    expect(largestDifference(three.boxes, one.boxes)).toBeLessThan(1e-3);
  });

  test('takes one thread where the page is not cross-origin isolated', async () => {
    expect(await ask(false, 3)).toMatchObject({ report: { threads: 1 }, workers: 1 });
  });
});

describe('the app on a PC with three processors', () => {
  let app: ServedApp;
  let complaintsBefore = 0;
  beforeAll(async () => {
    app = await serveApp();
    complaintsBefore = browser.complaints.length;
    await page.addInitScript("Object.defineProperty(navigator, 'hardwareConcurrency', { value: 3 })");
    await page.goto(app.url);
    await page.getByRole('status').getByText('Counting', { exact: true }).waitFor({ timeout: 60_000 });
  });
  afterAll(() => app.close());

  function threadWorkers(): Worker[] {
    return page.workers().filter((worker) => /\/assets\/vision-thread-[\w-]+\.js$/.test(worker.url()));
  }

  test('counts with two threads: one worker beside the vision worker', () => {
    expect(threadWorkers()).toHaveLength(1);
  });

  // The runtime holds its own threads up, so that nothing else can be run in them. This one has not been given work.
  test('a thread is sealed before it is given work', async () => {
    const script = new URL(threadWorkers()[0]?.url() ?? '').pathname;
    const started = page.waitForEvent('worker', (worker) => worker.url().endsWith(script));
    await page.evaluate(`void new Worker('${script}', { type: 'module', name: 'em-pthread' })`);
    const thread = await started;
    await expect.poll(() => attempt(thread, 'fetch("/")')).toBe('SealedError');
    for (const [name, code] of Object.entries(WAYS_OUT))
      expect(`${name}: ${await attempt(thread, code)}`).toBe(`${name}: SealedError`);
    expect(await attempt(thread, 'postMessage({ done: 1, code: "loaded" })')).toBe('done');
    expect(await attempt(thread, 'postMessage({ text: "what was seen" })')).toBe('SealedError');
  });

  test('nothing complained', () => {
    expect(browser.complaints.slice(complaintsBefore)).toEqual([]);
  });
});

function largestDifference(some: readonly number[], others: readonly number[]): number {
  expect(some.length).toBe(others.length);
  return some.reduce((largest, value, at) => Math.max(largest, Math.abs(value - (others[at] ?? NaN))), 0);
}
