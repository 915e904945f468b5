import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeViolations } from '../../tools/axe.ts';
import { VIEWS } from '../../src/ui/router.ts';
import { openBrowser, type WatchedBrowser } from './browser.ts';
import { serveApp, type ServedApp } from './served-app.ts';

let app: ServedApp;
let browser: WatchedBrowser;
let page: Page;

beforeAll(async () => {
  app = await serveApp();
  browser = await openBrowser({ locale: 'en-GB' });
  page = browser.page;
  await page.goto(`${app.url}/#/live?lang=en`);
  await page.getByRole('status').getByText('Counting', { exact: true }).waitFor({ timeout: 90_000 });
  await page.getByRole('radio', { name: /^Fast/ }).check({ force: true });
});

afterAll(async () => {
  await browser.close();
  await app.close();
});

const LANGUAGES = ['ja', 'en'] as const;
const THEMES = ['light', 'dark'] as const;

describe.each(VIEWS)('the view %s', (view) => {
  test.each(LANGUAGES.flatMap((language) => THEMES.map((theme) => [language, theme] as const)))(
    'keeps nobody out, in %s and %s',
    async (language, theme) => {
      await page.evaluate(`location.hash = '#/${view}?lang=${language}&theme=${theme}'`);
      await page.locator(`html[lang=${language}][data-theme=${theme}]`).waitFor();
      await page.locator('nav [aria-current=page]').waitFor();
      await expect.poll(() => page.locator('main h1').count()).toBe(1);
      expect(await axeViolations(page)).toEqual([]);
    },
  );
});

test('the tables behind the charts keep nobody out either', async () => {
  await page.evaluate("location.hash = '#/history?lang=ja&theme=light'");
  await page.getByText('表', { exact: true }).first().waitFor();
  for (const choice of await page.getByText('表', { exact: true }).all()) await choice.click();
  expect(await axeViolations(page)).toEqual([]);
});

test('nothing that the page did was against its policy', () => {
  expect(browser.complaints).toEqual([]);
});
