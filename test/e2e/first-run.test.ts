import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser, type WatchedBrowser } from './browser.ts';
import { hasPeopleVideo, peopleVideo } from './people-video.ts';
import { serveApp, type ServedApp } from './served-app.ts';

const canRun = hasPeopleVideo();
if (!canRun) console.log('No footage of people, or no ffmpeg: the first run is not walked through.');

let app: ServedApp;
let browser: WatchedBrowser;
let folder: string;

describe.skipIf(!canRun)('the first run', () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kazoe-first-run-'));
    app = await serveApp();
    const camera = `--use-file-for-fake-video-capture=${peopleVideo(folder)}`;
    const args = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream', camera];
    browser = await openBrowser({ args });
  });

  afterAll(async () => {
    await browser.close();
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('begins with the demo store and leads to a named shop with a camera', async () => {
    const { page } = browser;
    await page.goto(app.url);
    await page.getByRole('status').getByText('計測中', { exact: true }).waitFor({ timeout: 90_000 });
    await page.getByRole('link', { name: 'お店の設定をはじめる' }).click();
    await page.getByLabel('店舗の名前').fill('青葉台');
    await page.getByRole('button', { name: '保存する' }).click();
    await page.getByRole('button', { name: '次へ' }).click();
    await page.getByRole('button', { name: 'USBカメラをさがす' }).click();
    await page.getByLabel('機器').waitFor();
    await page.getByLabel('名前', { exact: true }).fill('入口カメラ');
    await page.getByRole('button', { name: '保存する' }).click();
    await page.getByText('加えたカメラ：入口カメラ').waitFor();
    await page.getByRole('button', { name: '次へ' }).click();
    await page.getByRole('button', { name: 'あとにする' }).click();
    await page.getByRole('region', { name: 'ラインとゾーン' }).waitFor();
  });

  test('a line and an area are drawn by keyboard alone', async () => {
    const { page } = browser;
    await tabTo(page, '「入口カメラ」のラインとゾーンを図に描く');
    await page.keyboard.press('Enter');
    await page.getByRole('application').waitFor();
    await keys(page, [8, 'Shift+ArrowUp'], [1, 'Enter'], [17, 'Shift+ArrowDown'], [2, 'Enter']);
    await tabTo(page, '名前');
    await page.keyboard.type('正面');
    await tabTo(page, 'ゾーンを加える', 'Shift+Tab');
    await page.keyboard.press('Enter');
    await keys(page, [9, 'Shift+ArrowLeft'], [8, 'Shift+ArrowUp'], [1, 'Enter']);
    await keys(page, [8, 'Shift+ArrowRight'], [1, 'Enter'], [17, 'Shift+ArrowDown'], [1, 'Enter']);
    await keys(page, [8, 'Shift+ArrowLeft'], [2, 'Enter']);
    await tabTo(page, '名前');
    await page.keyboard.type('左の売場');
    await tabTo(page, '保存する');
    await page.keyboard.press('Enter');
    await page.getByText('いまの図：計測ライン 1本、ゾーン 1か所').waitFor();
  });

  test('counts appear', async () => {
    const { page } = browser;
    await page.getByRole('link', { name: 'いま', exact: true }).click();
    await expect.poll(() => inAndOut(page), { timeout: 240_000, interval: 1000 }).toBeGreaterThan(0);
  });

  test('they are looked back at beside the comparison, and written to a CSV file', async () => {
    const { page } = browser;
    await page.getByRole('link', { name: 'ふりかえり' }).click();
    await page.getByRole('heading', { name: 'くらべる' }).waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: 'CSVに書き出す' }).click();
    await page.getByLabel('渡す相手').fill('本部');
    await page.getByLabel('使いみち').fill('はじめての確認');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '書き出す', exact: true }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.csv$/);
    const csv = await readFile(await download.path(), 'utf8');
    expect(csv.split('\n').length).toBeGreaterThan(1);
  });

  test('asked for nothing beyond its own origin, and nothing complained', () => {
    expect(
      browser.requests.filter((url) => !url.startsWith(`${app.url}/`) && !url.startsWith('blob:')),
    ).toEqual([]);
    expect(browser.complaints).toEqual([]);
  });
});

/** Moves the focus until it is on what has this name; throws when it is nowhere. */
async function tabTo(page: Page, name: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let pressed = 0; pressed < 60; pressed += 1) {
    await page.keyboard.press(key);
    const focused = await page.evaluate(() => {
      const active = document.activeElement;
      const label = active instanceof HTMLInputElement ? active.labels?.[0]?.textContent : null;
      return active?.getAttribute('aria-label') ?? label ?? active?.textContent ?? '';
    });
    if (focused === name) return;
  }
  throw new Error(`The focus never came to ${name}`);
}

async function keys(page: Page, ...presses: readonly (readonly [number, string])[]): Promise<void> {
  for (const [times, key] of presses) {
    for (let n = 0; n < times; n += 1) await page.keyboard.press(key);
  }
}

/** The figures of the two tiles together. */
async function inAndOut(page: Page): Promise<number> {
  const texts = await Promise.all(
    ['入店数', '退店数'].map((name) => page.getByRole('group', { name }).first().innerText()),
  );
  return texts.reduce((sum, text) => sum + Number(/\d+/.exec(text)?.[0] ?? 0), 0);
}
