import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { bundleInMemory } from '../bundle-in-memory.ts';
import { findChromium } from '../chromium.ts';
import { openAppServer } from '../serve/app-server.ts';
import { startApp } from '../start/start-app.ts';
import type { FilledYear } from './browser/fill-year.ts';
import { spreadOf } from './statistics.ts';

/**
 * What a year of figures costs: `npm run bench:history`. Fills a profile of its own through the app's write gate, opens
 * the app in it and measures from the click to the drawn figures. Prints, and judges nothing. `DAYS`: another length. `PROFILE`: a folder
 * that is filled once, kept and used again.
 */

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PORT = Number(process.env.PORT ?? 4197);
const APP = `http://localhost:${PORT}`;
const DAYS = Number(process.env.DAYS ?? 365);
const ROUNDS = 3;
const SETTLED_MS = 3000;
const LOOKS = 4;
const DAY_MS = 86_400_000;
const LONG_MS = 600_000;
/** What the page says as long as figures are fetched. */
const WAITING = ['Fetching the figures', 'Comparing …'];
const COMPARE = 'section[aria-label=Compare]';
const SHOW_HISTORY = `document.querySelector('nav a[href^="#/history"]').click();`;

const executablePath = findChromium();
if (!executablePath) throw new Error('No Chromium: set CHROME_PATH or install one');
if (!(await startApp({ root: ROOT, port: PORT, buildOnly: true }))) process.exit(1);
const server = await openAppServer(join(ROOT, 'dist'), PORT);
const kept = process.env.PROFILE;
const profile = kept ?? mkdtempSync(join(tmpdir(), 'kazoe-year-'));
try {
  if (!existsSync(join(profile, 'Default'))) await inBrowser(fill);
  tellSize('Filled');
  await inBrowser(openFirst);
  tellSize('After the app was opened');
  await inBrowser(measureViews);
  await inBrowser(measureWalk);
} finally {
  await server.close();
  if (kept === undefined) rmSync(profile, { recursive: true, force: true });
}

async function inBrowser(job: (context: BrowserContext) => Promise<void>): Promise<void> {
  const context = await chromium.launchPersistentContext(profile, {
    ...(executablePath && { executablePath }),
    headless: true,
    timezoneId: 'Asia/Tokyo',
    viewport: { width: 1366, height: 768 },
    args: ['--no-sandbox'],
  });
  try {
    await job(context);
  } finally {
    await context.close();
  }
}

/** In a page of the app's origin beside the app; what is evaluated by the debugger is under no policy. */
async function fill(context: BrowserContext): Promise<void> {
  const bundle = await bundleInMemory({
    fill: fileURLToPath(new URL('browser/fill-year.ts', import.meta.url)),
  });
  const page = await context.newPage();
  await page.goto(`${APP}/journal-check.html`);
  await page.evaluate(`(() => { ${bundle.get('/fill.js') ?? ''} })()`);
  const fromMs = performance.now();
  const filled = await page.evaluate<FilledYear>(`fillYear(${DAYS})`);
  const seconds = Math.round((performance.now() - fromMs) / 1000);
  console.log(
    `Wrote ${filled.slotRecords} records of slots and ${filled.heatRecords} of heat over ${filled.days} days in ${seconds} s`,
  );
}

/** After the first opening the app packs and sums up days that are over, a few each second. */
async function openFirst(context: BrowserContext): Promise<void> {
  const page = await openStopped(context);
  const fromMs = performance.now();
  await page.waitForTimeout(SETTLED_MS); // the app migrates what an older build left
  const counts = [await packedSoFar(page)];
  while (counts.length < LOOKS || new Set(counts.slice(-LOOKS)).size > 1) {
    await page.waitForTimeout(SETTLED_MS);
    counts.push(await packedSoFar(page));
  }
  const seconds = Math.round((performance.now() - fromMs - (LOOKS - 1) * SETTLED_MS) / 1000);
  console.log(`Days that are over are packed and summed up ${seconds} s after the first opening`);
}

/** How many records of coverage are not packed, and how many days are summed up. */
function packedSoFar(page: Page): Promise<string> {
  return page.evaluate<string>(`new Promise((resolve, reject) => {
    const opening = indexedDB.open('kazoe');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const names = [...opening.result.objectStoreNames].filter((name) => ['coverage', 'day_total'].includes(name));
      const transaction = opening.result.transaction(names);
      const counting = names.map((name) => transaction.objectStore(name).count());
      transaction.oncomplete = () => {
        opening.result.close();
        resolve(counting.map(({ result }) => result).join());
      };
    };
  })`);
}

async function measureViews(context: BrowserContext): Promise<void> {
  const opening: number[] = [];
  const years: number[] = [];
  const halves: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const page = await openStopped(context);
    await page.waitForTimeout(SETTLED_MS);
    opening.push(await timed(page, { act: SHOW_HISTORY, shows: 'In and out' }));
    years.push(await compareWholeYear(page));
    halves.push(await compareHalves(page));
    if (round === ROUNDS - 1) await measureSpans(page);
    await page.close();
  }
  tell('History opens, with its first comparison', opening);
  tell('The whole year beside the 52 weeks before', years);
  tell('Half of the year beside the other half', halves);
}

async function compareWholeYear(page: Page): Promise<number> {
  await choose(page, 'Choose');
  await choose(page, 'Same weekdays, a year before');
  return chooseDate(page, 'From', DAYS - 1);
}

async function compareHalves(page: Page): Promise<number> {
  await chooseDate(page, 'From', Math.floor(DAYS / 2) - 1);
  return choose(page, 'Just before');
}

async function measureSpans(page: Page): Promise<void> {
  for (const span of ['Week', 'Month']) {
    const act = clickRadio('main', span);
    tell(`History of a ${span.toLowerCase()}`, [await timed(page, { act, shows: 'In and out' })]);
  }
}

/** Milliseconds until the comparison that is then asked for is drawn. */
function choose(page: Page, name: string): Promise<number> {
  return timed(page, { act: clickRadio(COMPARE, name), shows: 'Compare' });
}

function chooseDate(page: Page, label: string, daysAgo: number): Promise<number> {
  const act = `{
    const field = document.querySelector('${COMPARE} input[aria-label="${label}"]');
    field.value = '${dateAgo(daysAgo)}';
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }`;
  return timed(page, { act, shows: 'Compare' });
}

function clickRadio(within: string, name: string): string {
  return `[...document.querySelectorAll('${within} label')]
    .find((label) => label.textContent.trim() === '${name}').querySelector('input').click();`;
}

async function measureWalk(context: BrowserContext): Promise<void> {
  const page = await openStopped(context);
  await page.waitForTimeout(SETTLED_MS);
  await page.evaluate("location.hash = '#/privacy?lang=en'");
  const button = page.getByRole('button', { name: 'Check now' });
  await button.waitFor();
  for (const which of ['first', 'again']) {
    await button.and(page.locator(':enabled')).waitFor({ timeout: LONG_MS });
    const fromMs = performance.now();
    await button.click();
    await page.locator('button:disabled', { hasText: 'Check now' }).waitFor({ timeout: LONG_MS });
    await button.and(page.locator(':enabled')).waitFor({ timeout: LONG_MS });
    tell(`The self-check with a walk through all that is stored (${which})`, [performance.now() - fromMs]);
  }
}

/** The app, open and not counting: no camera takes processor time. */
async function openStopped(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${APP}/#/live?lang=en&stopped=1`);
  await page.locator('nav a[href^="#/history"]').waitFor();
  return page;
}

interface Wait {
  /** What is done in the page, as code. */
  readonly act: string;
  /** A heading that is there when they are drawn. */
  readonly shows: string;
}

/** Milliseconds from an act in the page until what it asked for is painted. */
function timed(page: Page, { act, shows }: Wait): Promise<number> {
  return page.evaluate<number>(`new Promise((resolve) => {
    const fromMs = performance.now();
    let asked = false;
    const look = () => {
      const text = document.querySelector('main').textContent;
      const isWaiting = ${JSON.stringify(WAITING)}.some((words) => text.includes(words));
      asked ||= isWaiting;
      const isShown = [...document.querySelectorAll('main h2')].some((each) => each.textContent.includes('${shows}'));
      if (!asked || isWaiting || !isShown) return;
      watch.disconnect();
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - fromMs)));
    };
    const watch = new MutationObserver(look);
    watch.observe(document.body, { childList: true, subtree: true, characterData: true });
    ${act}
    look();
  })`);
}

/** The local date in Tokyo of the business day that began so many days ago, from five o'clock. */
function dateAgo(days: number): string {
  return new Date(Date.now() + 4 * 3_600_000 - days * DAY_MS).toISOString().slice(0, 10);
}

function tell(what: string, times: readonly number[]): void {
  const all = times.map((ms) => Math.round(ms)).join(', ');
  console.log(`${what}: ${Math.round(spreadOf(times).median)} ms (${all})`);
}

function tellSize(when: string): void {
  const folder = join(profile, 'Default', 'IndexedDB');
  const bytes = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
  console.log(`${when}: the database takes ${(bytes / 1e6).toFixed(1)} MB on disk`);
}
