import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeViolations } from '../../tools/axe.ts';
import { SETUP_STEPS } from '../../src/core/site/setup-steps.ts';
import { messagesOf } from '../../src/ui/i18n/messages.ts';
import { VIEWS } from '../../src/ui/router.ts';
import { openBrowser, type WatchedBrowser } from './browser.ts';
import { serveApp, type ServedApp } from './served-app.ts';

/** Chromium's own test camera, for what only a shop with a camera has. */
const FAKE_USB = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];
const PIN = '805316';
const ja = messagesOf('ja');

let app: ServedApp;
let browser: WatchedBrowser;
let page: Page;

beforeAll(async () => {
  app = await serveApp();
  browser = await openBrowser({ locale: 'en-GB', args: FAKE_USB });
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

/** Opens a view in Japanese; what was open in another one is closed. */
async function go(address: string): Promise<void> {
  await page.evaluate(
    (hash) => {
      location.hash = hash;
    },
    `#/${address}${address.includes('?') ? '&' : '?'}lang=ja&theme=light`,
  );
  await page.locator('html[lang=ja][data-theme=light]').waitFor();
}

const click = (name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).first().click();
const fill = (label: string, value: string): Promise<void> =>
  page.getByLabel(label, { exact: true }).fill(value);

/** The page as it is now, with what is open. */
async function expectOpen(what: string): Promise<void> {
  expect({ [what]: await axeViolations(page) }).toEqual({ [what]: [] });
}

describe('what opens in a view keeps nobody out', () => {
  test('figures: the large view, recounting, the demo beside its truth', async () => {
    await go('live?kiosk=1');
    await page.getByRole('heading', { name: ja.kiosk.title, includeHidden: true }).waitFor();
    await expectOpen('large view');
    await page.keyboard.press('Escape');
    await go('live');
    await click(ja.recount.open);
    await click(ja.demo.compare);
    await expectOpen('live, open');
  });

  test('history: export, transactions, times left out', async () => {
    await go('history');
    await click(ja.exporting.open);
    await click(ja.exporting.submit); // and what is missing
    await page.getByText(ja.conversion.open, { exact: true }).click();
    await page.getByText(ja.leftOut.title, { exact: true }).click();
    await click(ja.leftOut.open);
    await page.getByRole('textbox', { name: ja.leftOut.from }).waitFor();
    await expectOpen('history, open');
  });

  test('erasing everything', async () => {
    await go('privacy');
    await click(ja.erase.open);
    await click(ja.erase.submit);
    await expectOpen('erase');
  });

  test('a camera: the form, a network camera with what is missing, and each step of the assistant with one', async () => {
    await go('cameras');
    await click(ja.cameras.add);
    await expectOpen('the first camera');
    await go('setup?step=camera');
    await page.getByText(ja.cameras.whep, { exact: true }).click();
    await click(ja.cameras.save);
    await expectOpen('a network camera');
    await page.getByText(ja.cameras.usb, { exact: true }).click();
    await click(ja.cameras.findUsb);
    await page.getByLabel(ja.cameras.device).waitFor();
    await fill(ja.cameras.name, '入口カメラ');
    await expectOpen('a USB camera');
    await click(ja.cameras.save);
    await page.getByText(ja.setup.camerasSoFar('入口カメラ')).waitFor();
    for (const step of SETUP_STEPS) {
      await go(`setup?step=${step}`);
      await page.getByText(ja.setup.steps[step].text).first().waitFor();
      await expectOpen(`the step ${step}`);
    }
  });

  test.each([
    { what: 'adding a camera', open: () => click(ja.cameras.add) },
    { what: 'its name', open: () => click(ja.cameras.rename) },
    { what: 'its connection', open: () => click(ja.cameras.setConnection) },
    { what: 'the part that is looked at', open: () => click(ja.cameras.edit(ja.cameras.region)) },
    { what: 'marks on the floor', open: () => click(ja.cameras.edit(ja.floor.marks)) },
    { what: 'drawing a line', open: () => click(ja.cameras.addLine) },
    { what: 'drawing a zone', open: () => click(ja.cameras.addZone) },
    { what: 'a scene file', open: () => click(ja.cameras.importScene) },
    { what: 'a plan from a file', open: () => click(ja.planFile.open) },
    { what: 'a plan that is drawn', open: () => click(ja.floor.addPlan) },
  ])('cameras: $what', async ({ what, open }) => {
    await go('live');
    await go('cameras');
    await open();
    await expectOpen(what);
  });

  test('a new PIN, its recovery code, and what asks for it', async () => {
    await go('settings');
    await click(ja.access.setManager);
    await fill(ja.access.newPin, PIN);
    await expectOpen('a new PIN');
    await fill(ja.access.again, PIN);
    await click(ja.access.save);
    await page.getByText(ja.access.codeTitle).waitFor({ timeout: 30_000 });
    await expectOpen('the recovery code');
    await click(ja.access.codeNoted);
    await go('history');
    await click(ja.exporting.open);
    await fill(ja.exporting.recipient, 'A');
    await fill(ja.exporting.purpose, 'B');
    await click(ja.exporting.submit);
    await page.getByRole('dialog').waitFor();
    await expectOpen('the PIN dialog');
  });
});

test('nothing that the page did was against its policy', () => {
  expect(browser.complaints).toEqual([]);
});
