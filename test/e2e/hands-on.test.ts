import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { messagesOf } from '../../src/ui/i18n/messages.ts';
import { openBrowser, type WatchedBrowser } from './browser.ts';
import { serveApp, type ServedApp } from './served-app.ts';

/** For a slow, busy machine. */
const SLOW_MS = 60_000;
const STORE_NAME = '山田商店';
const ja = messagesOf('ja');

/** Notes what the page makes of the browser's own means; each of them still does its work. */
const NOTES = `
  self.noted = { audio: [], tones: 0, notices: [] };
  self.AudioContext = class extends AudioContext {
    constructor(...given) { super(...given); noted.audio.push(this); }
  };
  self.OscillatorNode = class extends OscillatorNode {
    start(...given) { noted.tones += 1; super.start(...given); }
  };
  self.Notification = class extends Notification {
    constructor(title, options) {
      super(title, options);
      const notice = { title, body: options.body, shown: false };
      noted.notices.push(notice);
      this.addEventListener('show', () => { notice.shown = true; });
    }
  };
`;

let app: ServedApp;
let browser: WatchedBrowser;
let page: Page;

beforeAll(async () => {
  app = await serveApp();
  browser = await openBrowser({
    args: ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
    permissions: ['notifications', 'clipboard-read', 'clipboard-write'],
  });
  page = browser.page;
  await page.addInitScript(NOTES);
  await page.goto(`${app.url}/#/settings?lang=ja`);
  await page.getByRole('status').getByText(ja.status.counting, { exact: true }).waitFor({ timeout: 90_000 });
}, 120_000);

afterAll(async () => {
  await browser.close();
  await app.close();
});

describe('alerts', () => {
  test('make no sound before somebody has used the page', async () => {
    expect(await page.evaluate('noted.audio.length')).toBe(0);
  });

  test('are tried out with a click: the loudspeaker runs', async () => {
    await button(ja.alerts.testSound).click();
    await expect.poll(() => page.evaluate('noted.audio.map(({ state }) => state)')).toEqual(['running']);
    const before = await page.evaluate<number>('noted.audio[0].currentTime');
    await expect.poll(() => page.evaluate<number>('noted.audio[0].currentTime')).toBeGreaterThan(before);
    expect(await page.evaluate('noted.tones')).toBe(2);
  });

  test('sound and show a notification of the system that holds numbers and no name', async () => {
    await page.getByLabel(ja.settings.name, { exact: true }).fill(STORE_NAME);
    await page.getByRole('form', { name: ja.settings.store }).getByRole('button').click();
    await page.getByText(ja.settings.saved).waitFor();
    await page.getByText(ja.alerts.permission.granted).waitFor();
    await page.getByLabel(ja.alerts.occupancyLimit).fill('1');
    await page.getByLabel(ja.alerts.sound).check({ force: true });
    await page.getByLabel(ja.alerts.notify).check({ force: true });
    const form = page.getByRole('form', { name: ja.alerts.form });
    await form.getByRole('button', { name: ja.settings.save }).click();
    await form.getByText(ja.settings.saved).waitFor();
    await goTo('live');
    await page.getByText(ja.demo.fastForward).click();
    await page.getByRole('region', { name: ja.alerts.title }).waitFor({ timeout: 120_000 });
    await expect.poll(() => page.evaluate('noted.notices.some(({ shown }) => shown)')).toBe(true);
    const notices = await page.evaluate<{ title: string; body: string }[]>('noted.notices');
    for (const { title, body } of notices) {
      expect(title).toBe(ja.product);
      expect(body).toMatch(/^(店内 \d+人（上限1人）|待ち人数 \d+人（5人から）)$/);
    }
    expect(await page.evaluate<number>('noted.tones')).toBeGreaterThan(2);
  }, 200_000);
});

describe('a chart', () => {
  /** The app's own policy lets it write to the clipboard and not read it: another page of this PC is asked. */
  async function elsewhere<T>(expression: string): Promise<T> {
    const server = createServer((_, answer) => answer.setHeader('Content-Type', 'text/html').end('<p>'));
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const other = await browser.context.newPage();
    try {
      await other.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
      await other.bringToFront();
      return await other.evaluate<T>(expression);
    } finally {
      await other.close();
      server.close();
      await page.bringToFront();
    }
  }

  test('cannot be read back by the app: its policy lets it write to the clipboard alone', async () => {
    await expect(page.evaluate('document.featurePolicy.allowsFeature("clipboard-read")')).resolves.toBe(
      false,
    );
  });

  test('is copied as figures', async () => {
    await goTo('history');
    await button(ja.chart.copyFiguresOf(ja.history.flowTitle)).click();
    await page.getByText(ja.chart.figuresCopied).waitFor();
    const text = await elsewhere<string>('navigator.clipboard.readText()');
    const [head = '', ...rows] = text.trim().split(/\r?\n/);
    expect(head.split('\t')).toContain(ja.figures.in);
    expect(rows.length).toBeGreaterThan(0);
  }, 60_000);

  test('is copied as an image', async () => {
    await button(ja.chart.copyImageOf(ja.history.flowTitle)).click();
    await page.getByText(ja.chart.imageCopied).waitFor();
    const image = await elsewhere<{ types: string[]; width: number; height: number }>(`(async () => {
      const [item] = await navigator.clipboard.read();
      const { width, height } = await createImageBitmap(await item.getType('image/png'));
      return { types: [...item.types], width, height };
    })()`);
    expect(image.types).toEqual(['image/png']);
    expect(image.width).toBeGreaterThan(600);
    expect(image.height).toBeGreaterThan(300);
  }, 60_000);
});

describe('a finger', () => {
  let finger: CDPSession;

  beforeAll(async () => {
    finger = await browser.context.newCDPSession(page);
    await finger.send('Emulation.setTouchEmulationEnabled', { enabled: true });
    await goTo('cameras');
    await button(ja.cameras.add).click();
    await button(ja.cameras.findUsb).click();
    await page.getByLabel(ja.cameras.device).waitFor({ timeout: SLOW_MS });
    await page.getByLabel(ja.cameras.name, { exact: true }).fill('入口カメラ');
    await button(ja.cameras.save).click();
    await button(ja.cameras.addLine).first().click({ timeout: SLOW_MS });
    await page.getByRole('application').waitFor();
  }, 120_000);

  test('draws a line: a tap a point, and a second one on the last', async () => {
    await tap(0.3, 0.6);
    await tap(0.7, 0.6);
    await tap(0.7, 0.6);
    await page.getByLabel(ja.cameras.name, { exact: true }).fill('正面');
    expect(await points()).toEqual([
      [0.3, 0.6],
      [0.7, 0.6],
    ]);
  }, 60_000);

  test('pulls a point, and the page stays where it is', async () => {
    await page.evaluate('scrollTo(0, 40)');
    await pull([0.7, 0.6], [0.8, 0.3]);
    const [from, to] = await points();
    expect(from).toEqual([0.3, 0.6]);
    expect(to?.[0]).toBeCloseTo(0.8, 1);
    expect(to?.[1]).toBeCloseTo(0.3, 1);
    expect(await page.evaluate('scrollY')).toBe(40);
    await button(ja.drawing.save).click();
    await page.getByRole('application').waitFor({ state: 'detached' });
    await page.getByText('正面').first().waitFor();
  }, 60_000);

  async function touch(type: 'touchStart' | 'touchMove' | 'touchEnd', x = 0, y = 0): Promise<void> {
    const box = await page.getByRole('application').boundingBox();
    if (!box) throw new Error('There is nothing to draw on.');
    const touchPoints = type === 'touchEnd' ? [] : [{ x: box.x + x * box.width, y: box.y + y * box.height }];
    await finger.send('Input.dispatchTouchEvent', { type, touchPoints });
  }

  async function tap(x: number, y: number): Promise<void> {
    await touch('touchStart', x, y);
    await touch('touchEnd');
  }

  async function pull(from: readonly [number, number], to: readonly [number, number]): Promise<void> {
    await touch('touchStart', ...from);
    for (let step = 1; step <= 8; step += 1) {
      const share = step / 8;
      await touch('touchMove', from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share);
    }
    await touch('touchEnd');
  }

  /** The points as numbers, from the field beside the drawing. */
  async function points(): Promise<number[][]> {
    const text = await page.getByLabel(ja.cameras.points, { exact: true }).inputValue();
    return text
      .split('\n')
      .map((row) => row.split(',').map((number) => Math.round(Number(number) * 100) / 100));
  }
});

test('nothing complained', () => {
  expect(browser.complaints).toEqual([]);
});

function button(name: string) {
  return page.getByRole('button', { name, exact: true });
}

async function goTo(view: string): Promise<void> {
  await page.evaluate(`location.hash = '#/${view}?lang=ja'`);
  await page.locator('main h1').waitFor();
}
