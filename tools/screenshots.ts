import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { findChromium } from './chromium.ts';
import { openAppServer } from './serve/app-server.ts';
import { startApp } from './start/start-app.ts';

/**
 * Pictures of every view of the built app, in both languages, light and dark, at three sizes, and of the states that a
 * shop manager meets: `npm run screenshots [-- FOLDER [PART…]]`; parts are `views`, `details` and `troubles`. Ends with
 * status 1 where a view is wider than the screen or cuts off a text.
 */

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const FOLDER = process.argv[2] ?? join(ROOT, '.cache/screenshots');
const PORT = Number(process.env.PORT ?? 4199);
const APP = `http://localhost:${PORT}`;
/** Every view; what opens in it on a click is in `DETAILS`. */
const VIEWS = ['live', 'history', 'cameras', 'accuracy', 'privacy', 'settings'] as const;
const LANGUAGES = ['ja', 'en'] as const;
const THEMES = ['light', 'dark'] as const;
const SIZES = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
  { width: 1024, height: 768 },
] as const;
const PARTS = process.argv.slice(3);
const wants = (part: 'views' | 'details' | 'troubles'): boolean => PARTS.length === 0 || PARTS.includes(part);
/** The demo store is counted this long, in its fast speed, before the pictures are taken. */
const COUNTED_MS = Number(process.env.COUNTED_S ?? 60) * 1000;
const COUNTING = { ja: '計測中', en: 'Counting' } as const;
/** Texts that do not fit into what holds them; what is hidden for readers of the screen alone, and what scrolls, does. */
const CUT_TEXTS = `[...document.querySelectorAll('main *, header *, footer *')]
  .filter((element) => {
    const { overflowX, clipPath, display } = getComputedStyle(element);
    const isCut = element.scrollWidth > element.clientWidth + 1 && (overflowX === 'hidden' || overflowX === 'clip');
    return isCut && clipPath === 'none' && display !== 'inline' && element.textContent.trim() !== '';
  })
  .map((element) => 'cut off: ' + element.textContent.trim().slice(0, 40))`;
/** A gateway that is not there. */
const NO_GATEWAY = 'http://127.0.0.1:8889/entrance/whep';

/** What opens on a click, by name: where it begins and what is clicked. One language is enough for these. */
const DETAILS: readonly (readonly [name: string, hash: string, clicks: (page: Page) => Promise<void>])[] = [
  ['live-truth', '#/live', (page) => page.getByRole('button', { name: '正解と比べる' }).click()],
  ['live-plan', '#/live', (page) => page.getByText('図面', { exact: true }).first().click()],
  ['live-recount', '#/live', (page) => page.getByRole('button', { name: '数え直す' }).click()],
  ['live-kiosk', '#/live?kiosk=1', () => Promise.resolve()],
  [
    'history-tables',
    '#/history',
    async (page) => {
      for (const choice of await page.getByText('表', { exact: true }).all()) await choice.click();
    },
  ],
  [
    'history-export',
    '#/history',
    async (page) => {
      await page.getByRole('button', { name: 'CSVに書き出す' }).click();
      await page.getByRole('button', { name: '書き出す', exact: true }).click();
    },
  ],
];

const executablePath = findChromium();
if (!executablePath) throw new Error('No Chromium: set CHROME_PATH or install one');
if (!(await startApp({ root: ROOT, port: PORT, buildOnly: true }))) process.exit(1);
mkdirSync(FOLDER, { recursive: true });
const server = await openAppServer(join(ROOT, 'dist'), PORT);
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
  if (wants('views') || wants('details')) await takeViews(browser);
  if (wants('troubles')) await takeTroubles(browser);
} finally {
  await browser.close();
  await server.close();
}

/** Every view of a demo store that has been counted for a while. */
async function takeViews(from: Browser): Promise<void> {
  const page = await openTab(from, 'ja');
  await take(page, 'starting-ja');
  await waitUntilCounting(page, 'ja');
  await page.getByText('早送り').click();
  console.log(`Counting the demo store for ${COUNTED_MS / 1000} s …`);
  await page.waitForTimeout(COUNTED_MS);
  for (const size of wants('views') ? SIZES : []) {
    await page.setViewportSize(size);
    for (const language of LANGUAGES) {
      for (const theme of THEMES) {
        for (const view of VIEWS) {
          await go(page, `#/${view}?lang=${language}&theme=${theme}`);
          await take(page, `${view}-${language}-${theme}-${size.width}`);
        }
      }
    }
  }
  await page.setViewportSize(SIZES[0]);
  if (wants('details')) await takeDetails(page);
  await page.context().close();
}

async function takeDetails(page: Page): Promise<void> {
  for (const [name, hash, clicks] of DETAILS) {
    await go(page, `${hash}${hash.includes('?') ? '&' : '?'}lang=ja&theme=light`);
    await clicks(page);
    await page.waitForTimeout(400);
    await take(page, `${name}-ja`);
    await go(page, '#/privacy?lang=ja&theme=light');
  }
}

/** A network camera that does not answer, from the form to the notice. */
async function takeTroubles(from: Browser): Promise<void> {
  const page = await openTab(from, 'ja');
  await waitUntilCounting(page, 'ja');
  await go(page, '#/cameras?lang=ja');
  await page.getByRole('button', { name: 'カメラを加える' }).click();
  await page.getByText('中継機を通したネットワークカメラ（WHEP）').click();
  await page.getByRole('button', { name: '保存する' }).click();
  await take(page, 'cameras-add-ja');
  await page.getByLabel('名前', { exact: true }).fill('入口カメラ');
  await page.getByLabel('映像のアドレス').fill(NO_GATEWAY);
  await page.getByRole('button', { name: '保存する' }).click();
  await page.getByRole('button', { name: '読み込み直す' }).waitFor();
  await take(page, 'cameras-reload-ja');
  await page.getByRole('button', { name: '読み込み直す' }).click();
  await page.getByRole('region', { name: '確認が必要なこと' }).waitFor({ timeout: 120_000 });
  await take(page, 'cameras-broken-ja');
  await go(page, '#/live?lang=ja');
  await take(page, 'live-broken-ja');
  await page.getByRole('link', { name: 'カメラと売場' }).click();
  await page.getByRole('button', { name: '計測ラインを加える' }).click();
  await page.getByLabel('名前', { exact: true }).fill('正面入口');
  await page.getByLabel('点', { exact: true }).fill('0.4, 0.2\n0.45, 0.8');
  await take(page, 'cameras-line-ja');
  await page.context().close();
}

async function openTab(from: Browser, language: 'ja' | 'en'): Promise<Page> {
  const context = await from.newContext({
    viewport: SIZES[0],
    locale: language === 'ja' ? 'ja-JP' : 'en-GB',
    timezoneId: 'Asia/Tokyo',
  });
  const page = await context.newPage();
  await page.goto(`${APP}/#/live?lang=${language}`);
  return page;
}

async function waitUntilCounting(page: Page, language: 'ja' | 'en'): Promise<void> {
  await page.getByRole('status').getByText(COUNTING[language], { exact: true }).waitFor({ timeout: 120_000 });
}

async function go(page: Page, hash: string): Promise<void> {
  await page.evaluate(`location.hash = ${JSON.stringify(hash)}`);
  await page.waitForTimeout(900); // charts are fetched, figures read, the stage drawn
}

async function take(page: Page, name: string): Promise<void> {
  const tooWide = await page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  const cut = await page.evaluate<string[]>(CUT_TEXTS);
  await page.screenshot({ path: join(FOLDER, `${name}.png`), fullPage: true });
  const faults = [...(tooWide > 0 ? [`${tooWide} px wider than the screen`] : []), ...cut];
  console.log([name, ...faults].join(': '));
  if (faults.length > 0) process.exitCode = 1;
}
