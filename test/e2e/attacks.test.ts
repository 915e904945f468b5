import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BY_ERROR, BY_POLICY, BY_STAYING, NOT_STOPPED, type Attack } from './attack-list.ts';
import { openBrowser, type WatchedBrowser } from './browser.ts';
import { serveApp, type ServedApp } from './served-app.ts';
import { startStranger, type Stranger } from './stranger.ts';

/** Code that has got into the page, on the built app with the production headers. */

let app: ServedApp;
let browser: WatchedBrowser;
let stranger: Stranger;
/** A request needs so long to arrive on one machine. */
const ARRIVES_MS = 150;
/** What is open arrives by then, and whatever follows it so much later. */
const OPENED_MS = 10_000;
const SETTLED_MS = 1000;

beforeAll(async () => {
  app = await serveApp();
  stranger = await startStranger();
  browser = await openBrowser({ locale: 'en-GB' });
  // What an attacker has who was there before the app's first script.
  await browser.page.addInitScript(`
    globalThis.raw = { WebSocket, EventSource, RTCPeerConnection, sendBeacon: navigator.sendBeacon,
      createElement: Document.prototype.createElement };
    globalThis.reports = [];
    addEventListener('securitypolicyviolation', ({ effectiveDirective }) => reports.push(effectiveDirective));`);
  await browser.page.goto(app.url);
  await browser.page.getByRole('status').getByText('Counting', { exact: true }).waitFor({ timeout: 60_000 });
});

afterAll(async () => {
  await browser.close();
  await stranger.close();
  await app.close();
});

/** Runs an attack as the page's own code, not as the debugger's; tells what was thrown and reported. */
async function run({
  code,
}: Pick<Attack, 'code'>): Promise<{ readonly thrown: string; readonly reports: readonly string[] }> {
  stranger.forget();
  const there = `http://127.0.0.1:${stranger.port}/`;
  const thrown = await browser.page.evaluate<string>(`new Promise((resolve) => setTimeout(async () => {
    reports.length = 0;
    const [there, port] = ['${there}', ${stranger.port}];
    try { ${code}; resolve('nothing'); } catch (error) { resolve(error.name); }
  }))`);
  await pause(ARRIVES_MS);
  return { thrown, reports: await browser.page.evaluate<string[]>('reports') };
}

test('ordinary use brings no report and no complaint', async () => {
  for (const view of ['history', 'cameras', 'accuracy', 'privacy', 'settings', 'live']) {
    await browser.page.evaluate(`location.hash = '#/${view}'`);
    await browser.page.getByRole('heading', { level: 1 }).first().waitFor();
  }
  expect(await browser.page.evaluate('reports')).toEqual([]);
  expect(browser.complaints).toEqual([]);
});

describe('stopped by the policy, with a report', { retry: 0 }, () => {
  test.each(BY_POLICY)('$name', async (attack) => {
    expect((await run(attack)).reports).toContain(attack.stoppedBy);
    expect(stranger.heard).toEqual([]);
  });
});

describe('stopped where it is tried', { retry: 0 }, () => {
  test.each(BY_ERROR)('$name', async (attack) => {
    expect((await run(attack)).thrown).toBe(attack.stoppedBy);
    expect(stranger.heard).toEqual([]);
  });
});

describe('the page stays', { retry: 0 }, () => {
  test.each(BY_STAYING)('$name', async (attack) => {
    await run(attack);
    // Chromium may open a connection ahead of a frame that the policy then refuses; nothing is said on it.
    expect(stranger.heard.filter((what) => what !== 'connection')).toEqual([]);
    expect(browser.page.url().startsWith(`${app.url}/`)).toBe(true);
    expect(browser.context.pages()).toHaveLength(1);
  });
});

test('nothing of it ran, and counting goes on', async () => {
  expect(await browser.page.evaluate('globalThis.attacked')).toBeUndefined();
  await expect
    .poll(() =>
      browser.page.evaluate<string>(
        `[...document.querySelectorAll('[role=status]')].map((e) => e.textContent).join()`,
      ),
    )
    .toContain('Counting');
});

describe('known to be open: exactly this arrives, and nothing else', { retry: 0 }, () => {
  test.each(NOT_STOPPED)('$name', async ({ arrives, reports, thrown, windows, ...attack }) => {
    expect(await run(attack)).toEqual({ thrown, reports });
    const heard = (): string[] => [...new Set(stranger.heard)].toSorted();
    await expect.poll(heard, { timeout: OPENED_MS }).toEqual(arrives);
    await pause(SETTLED_MS);
    expect(heard()).toEqual(arrives);
    expect(browser.context.pages()).toHaveLength(windows);
  });
});
