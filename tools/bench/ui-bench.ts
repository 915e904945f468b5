import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type CDPSession, type Page } from 'playwright-core';
import { findChromium } from '../chromium.ts';
import { openAppServer } from '../serve/app-server.ts';
import { startApp } from '../start/start-app.ts';
import { spreadOf } from './statistics.ts';

/**
 * What the page itself costs: `npm run bench:ui`. How soon the first view answers on a processor slowed down four times,
 * and which part of a core the page's main thread takes while the live view is drawn. Prints, and judges nothing.
 */

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PORT = Number(process.env.PORT ?? 4198);
const APP = `http://localhost:${PORT}`;
const LOADS = 5;
const SLOWED_DOWN = 4;
const WATCHED_MS = 30_000;
/** Drawings a second that the budget is about. */
const WANTED_HZ = 10;

const executablePath = findChromium();
if (!executablePath) throw new Error('No Chromium: set CHROME_PATH or install one');
if (!(await startApp({ root: ROOT, port: PORT, buildOnly: true }))) process.exit(1);
const server = await openAppServer(join(ROOT, 'dist'), PORT);
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
  await benchFirstView(browser);
  await benchLiveView(browser);
} finally {
  await browser.close();
  await server.close();
}

async function benchFirstView(from: Browser): Promise<void> {
  const times: number[] = [];
  for (let load = 0; load < LOADS; load += 1) {
    const context = await from.newContext({ viewport: { width: 1366, height: 768 } });
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWED_DOWN });
    await page.goto(`${APP}/#/live?lang=en`, { waitUntil: 'commit' });
    times.push(await answersAtMs(page));
    await context.close();
  }
  const all = times.map((ms) => Math.round(ms)).join(', ');
  console.log(
    `First view answers a click after ${Math.round(spreadOf(times).median)} ms (${SLOWED_DOWN}× slower: ${all})`,
  );
}

/** Milliseconds from the start of the navigation until a click on another view has changed the page. */
async function answersAtMs(page: Page): Promise<number> {
  const link = page.locator('nav a[href^="#/settings"]');
  await link.waitFor();
  await link.dispatchEvent('click');
  await page.locator('nav a[href^="#/settings"][aria-current=page]').waitFor();
  return page.evaluate<number>('performance.now()');
}

async function benchLiveView(from: Browser): Promise<void> {
  const context = await from.newContext({ viewport: { width: 1366, height: 768 } });
  const page = await context.newPage();
  await page.goto(`${APP}/#/live?lang=en`);
  await page.getByRole('status').getByText('Counting', { exact: true }).waitFor({ timeout: 120_000 });
  const session = await context.newCDPSession(page);
  // Processor time of the thread, not time that others took from it.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.waitForTimeout(5000);
  const framesBefore = await countedFrames(page);
  await page.getByRole('img').first().waitFor(); // opening the view again is no part of drawing it
  await page.waitForTimeout(2000);
  const fromMs = performance.now();
  const before = await taskSeconds(session);
  await page.waitForTimeout(WATCHED_MS);
  const used = ((await taskSeconds(session)) - before) / (WATCHED_MS / 1000);
  const framesAfter = await countedFrames(page);
  const hz = (framesAfter - framesBefore) / ((performance.now() - fromMs) / 1000);
  const percent = (value: number): string => `${(value * 100).toFixed(1)} %`;
  console.log(
    `Live view: ${percent(used)} of a core on the page's main thread at ${hz.toFixed(1)} figures a second`,
  );
  if (hz > 0) console.log(`That is ${percent((used / hz) * WANTED_HZ)} at ${WANTED_HZ} a second`);
  await context.close();
}

/** Everything that the page's main thread has done so far: script, style, layout, painting. */
async function taskSeconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
}

/** Frames that the vision worker has analysed, as the privacy view tells them. */
async function countedFrames(page: Page): Promise<number> {
  await page.evaluate("location.hash = '#/privacy?lang=en'");
  const row = page.getByRole('region', { name: 'Frames', exact: true }).locator('tbody tr').first();
  await row.waitFor();
  await page.waitForTimeout(1200);
  const cells = await row.locator('td').allInnerTexts();
  await page.evaluate("location.hash = '#/live?lang=en'");
  return Number((cells[1] ?? '').replaceAll(',', ''));
}
