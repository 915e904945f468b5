import type { Page } from 'playwright-core';
import type { Messages } from '../../src/ui/i18n/messages.en.ts';
import { messagesOf } from '../../src/ui/i18n/messages.ts';
import { SETUP_STEPS } from '../../src/core/site/setup-steps.ts';
import { go, waitUntilCounting, type Camera, type Shot } from './camera.ts';

/** The demo store is counted this long, in its fast speed, before the pictures are taken. */
const COUNTED_MS = Number(process.env.COUNTED_S ?? 60) * 1000;
const SLOW_MS = 120_000;
/** A gateway that is not there. */
const NO_GATEWAY = 'http://127.0.0.1:8889/entrance/whep';
const PIN = '805316';
const ja = messagesOf('ja');

const click = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).first().click();
const fill = (page: Page, label: string, value: string): Promise<void> =>
  page.getByLabel(label, { exact: true }).fill(value);

const VIEW_SHOTS: readonly Shot[] = ['live', 'history', 'cameras', 'accuracy', 'privacy', 'settings'].map(
  (view) => ({ name: view, hash: `#/${view}` }),
);

const KIOSK: Shot = { name: 'kiosk', hash: '#/live?kiosk=1' };

/** What opens on a click. One language is enough for these. */
const DETAILS: readonly Shot[] = [
  { name: 'live-truth', hash: '#/live', open: (page, m) => click(page, m.demo.compare) },
  {
    name: 'live-plan',
    hash: '#/live',
    open: (page, m) => page.getByText(m.plan.plan, { exact: true }).first().click(),
  },
  { name: 'live-recount', hash: '#/live', open: (page, m) => click(page, m.recount.open) },
  {
    name: 'history-tables',
    hash: '#/history',
    open: async (page, m) => {
      for (const choice of await page.getByText(m.chart.table, { exact: true }).all()) await choice.click();
    },
  },
  {
    name: 'history-export',
    hash: '#/history',
    open: async (page, m) => {
      await click(page, m.exporting.open);
      await click(page, m.exporting.submit);
    },
  },
];

const SAMPLE: readonly Shot[] = (['day', 'week', 'month'] as const).map((span) => ({
  name: `sample-${span}`,
  hash: '#/history',
  open: async (page: Page, m: Messages) => {
    await page.getByRole('radio', { name: m.ranges.spans[span], exact: true }).check({ force: true });
    for (const loading of [m.history.loading, m.compare.loading, m.heat.loading]) {
      await page.getByText(loading).waitFor({ state: 'hidden', timeout: SLOW_MS });
    }
  },
}));

const DIALOGS: readonly Shot[] = [
  {
    name: 'dialog-pin',
    hash: '#/history',
    open: async (page, m) => {
      await click(page, m.exporting.open);
      await fill(page, m.exporting.recipient, 'A');
      await fill(page, m.exporting.purpose, 'B');
      await click(page, m.exporting.submit);
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'dialog-erase',
    hash: '#/privacy',
    open: async (page, m) => {
      // The dialog stays where the view changes under it.
      await page.keyboard.press('Escape');
      await click(page, m.erase.open);
      await click(page, m.erase.submit);
    },
  },
];

/** Each part of the pictures, by its name on the command line. */
export const PARTS: Readonly<Record<string, (camera: Camera) => Promise<void>>> = {
  views: takeViews,
  details: takeDetails,
  sample: takeSample,
  setup: takeSetup,
  alerts: takeAlerts,
  dialogs: takeDialogs,
  calendar: takeCalendar,
  troubles: takeTroubles,
};

/** Every view of a demo store that has been counted for a while. */
async function takeViews(camera: Camera): Promise<void> {
  const page = await camera.tab('ja');
  await camera.take(page, 'starting-ja');
  await countForAWhile(page);
  await camera.takeAll(page, [...VIEW_SHOTS, KIOSK]);
  await page.context().close();
}

async function takeDetails(camera: Camera): Promise<void> {
  const page = await camera.tab('ja');
  await countForAWhile(page);
  await camera.takeOnce(page, DETAILS);
  await page.context().close();
}

async function countForAWhile(page: Page): Promise<void> {
  await waitUntilCounting(page, 'ja');
  await page.getByText(ja.demo.fastForward).click();
  console.log(`Counting the demo store for ${COUNTED_MS / 1000} s …`);
  await page.waitForTimeout(COUNTED_MS);
}

/** The eight weeks of the invented store. */
async function takeSample(camera: Camera): Promise<void> {
  const page = await camera.tab('ja');
  await waitUntilCounting(page, 'ja');
  await go(page, '#/settings');
  await click(page, ja.sample.fill);
  await page.getByText(ja.sample.there).waitFor({ timeout: SLOW_MS });
  await camera.takeAll(page, SAMPLE);
  await page.context().close();
}

/** The set-up assistant, on a shop with a camera, a line and an area. */
async function takeSetup(camera: Camera): Promise<void> {
  const page = await camera.tab('ja');
  await waitUntilCounting(page, 'ja');
  await go(page, '#/setup?lang=ja');
  await camera.take(page, 'setup-first-ja');
  await fill(page, ja.settings.name, '青葉台');
  await click(page, ja.settings.save);
  await go(page, '#/setup?lang=ja&step=camera');
  await camera.take(page, 'setup-camera-none-ja');
  await click(page, ja.cameras.findUsb);
  await page.getByLabel(ja.cameras.device).waitFor();
  await fill(page, ja.cameras.name, '入口カメラ');
  await click(page, ja.cameras.save);
  await page.getByText(ja.setup.camerasSoFar('入口カメラ')).waitFor();
  await go(page, '#/setup?lang=ja&step=scene');
  await click(page, ja.drawing.drawOf('入口カメラ'));
  await camera.take(page, 'setup-scene-drawing-ja');
  await drawLine(page);
  await fill(page, ja.cameras.name, '正面');
  await camera.take(page, 'setup-scene-drawn-ja');
  await click(page, ja.drawing.save);
  await page.getByText(ja.setup.drawn(ja.cameras.lines(1), ja.cameras.zones(0))).waitFor();
  await camera.takeAll(
    page,
    SETUP_STEPS.map((step) => ({ name: `setup-${step}`, hash: `#/setup?step=${step}` })),
  );
  await page.context().close();
}

async function drawLine(page: Page): Promise<void> {
  const stage = page.getByRole('application');
  const box = await stage.boundingBox();
  if (!box) throw new Error('There is nothing to draw on.');
  await page.mouse.click(box.x + box.width * 0.3, box.y + box.height * 0.7);
  await page.mouse.click(box.x + box.width * 0.7, box.y + box.height * 0.6);
  await page.mouse.click(box.x + box.width * 0.7, box.y + box.height * 0.6);
}

/** The store is too full. */
async function takeAlerts(camera: Camera): Promise<void> {
  const page = await camera.tab('ja');
  await waitUntilCounting(page, 'ja');
  await go(page, '#/settings?lang=ja');
  await fill(page, ja.alerts.occupancyLimit, '1');
  await page
    .getByRole('form', { name: ja.alerts.form })
    .getByRole('button', { name: ja.settings.save })
    .click();
  await go(page, '#/live?lang=ja');
  await page.getByText(ja.demo.fastForward).click();
  await page.getByRole('region', { name: ja.alerts.title }).waitFor({ timeout: SLOW_MS });
  await camera.takeAll(page, [
    { name: 'alert', hash: '#/live' },
    { name: 'alert-kiosk', hash: '#/live?kiosk=1' },
  ]);
  await page.context().close();
}

/** What asks for a PIN, or for a word. */
async function takeDialogs(camera: Camera): Promise<void> {
  const page = await camera.tab('ja');
  await waitUntilCounting(page, 'ja');
  await go(page, '#/settings?lang=ja');
  await click(page, ja.access.setManager);
  await fill(page, ja.access.newPin, PIN);
  await fill(page, ja.access.again, PIN);
  await camera.take(page, 'pin-new-ja');
  await click(page, ja.access.save);
  await page.getByText(ja.access.codeTitle).waitFor({ timeout: SLOW_MS });
  await click(page, ja.access.codeNoted);
  await camera.takeAll(page, DIALOGS);
  await page.context().close();
}

async function takeCalendar(camera: Camera): Promise<void> {
  const page = await camera.tab('ja');
  await waitUntilCounting(page, 'ja');
  await go(page, '#/settings?lang=ja');
  await fill(page, ja.calendar.opens(ja.calendar.weekdays[1] ?? ''), '10:00');
  await fill(page, ja.calendar.closes(ja.calendar.weekdays[1] ?? ''), '20:00');
  await click(page, ja.calendar.copyMonday);
  await click(page, ja.calendar.addException);
  await click(page, ja.calendar.addNote);
  const form = page.getByRole('form', { name: ja.calendar.form });
  await form.getByRole('button', { name: ja.settings.save }).click();
  await camera.take(page, 'calendar-faults-ja');
  const dates = form.getByLabel(ja.calendar.date, { exact: true });
  await dates.first().fill('2026-12-31');
  await dates.last().fill('2026-11-28');
  await fill(page, ja.calendar.noteText, '歳末セール 初日');
  await page.getByLabel(ja.calendar.showHolidays).check({ force: true });
  await form.getByRole('button', { name: ja.settings.save }).click();
  await camera.takeAll(page, [{ name: 'calendar', hash: '#/settings' }]);
  await page.context().close();
}

/** A network camera that does not answer, from the form to the notice. */
async function takeTroubles(camera: Camera): Promise<void> {
  const page = await camera.tab('ja');
  await waitUntilCounting(page, 'ja');
  await go(page, '#/cameras?lang=ja');
  await click(page, ja.cameras.add);
  await page.getByText(ja.cameras.whep).click();
  await click(page, ja.cameras.save);
  await camera.take(page, 'cameras-add-ja');
  await fill(page, ja.cameras.name, '入口カメラ');
  await page.getByLabel(ja.cameras.url).fill(NO_GATEWAY);
  await click(page, ja.cameras.save);
  await page.getByRole('button', { name: ja.cameras.reload }).waitFor();
  await camera.take(page, 'cameras-reload-ja');
  await click(page, ja.cameras.reload);
  await page.getByRole('region', { name: ja.notices.label }).waitFor({ timeout: SLOW_MS });
  await camera.take(page, 'cameras-broken-ja');
  await go(page, '#/live?lang=ja');
  await camera.take(page, 'live-broken-ja');
  await go(page, '#/cameras?lang=ja');
  await click(page, ja.cameras.addLine);
  await drawLine(page);
  await fill(page, ja.cameras.name, '正面入口');
  await camera.take(page, 'cameras-line-ja');
  await page.context().close();
}
