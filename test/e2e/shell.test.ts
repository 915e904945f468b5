import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openAppServer, type AppServer } from '../../tools/serve/app-server.ts';
import { openBrowser, type WatchedBrowser } from './browser.ts';
import { freePort, serveApp } from './served-app.ts';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));

let url = '';
let server: AppServer;
let browser: WatchedBrowser;

beforeAll(async () => {
  await (await serveApp()).close(); // makes sure that there is a build
});

beforeEach(async () => {
  const port = await freePort();
  url = `http://localhost:${port}`;
  server = await openAppServer(dist, port);
  browser = await openBrowser({ locale: 'ja-JP' });
});

afterEach(async () => {
  await browser.close();
  await server.close();
});

async function cachedByServiceWorker(): Promise<void> {
  const { page } = browser;
  await page.goto(url);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  await page.reload();
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

describe('views that are fetched when they are opened', () => {
  test('open without a server, though nobody opened them before', async () => {
    await cachedByServiceWorker();
    await server.close();
    const { page } = browser;
    for (const view of ['ふりかえり', 'カメラと売場', '実測照合', 'プライバシー', '設定']) {
      await page.getByRole('link', { name: view, exact: true }).click();
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      expect(await page.getByRole('alert').count(), view).toBe(0);
    }
  });

  test('say what to do where their file is gone, and open after the reload', async () => {
    const { page } = browser;
    await page.goto(url);
    await page.getByRole('navigation').waitFor();
    await page.evaluate(() => navigator.serviceWorker.ready.then((ready) => ready.unregister()));
    await page.route('**/assets/settings-view-*.js', (route) => route.fulfill({ status: 404 }));
    await page.reload();
    await page.getByRole('link', { name: '設定', exact: true }).click();
    const missing = page.getByRole('alert').filter({ hasText: 'この画面を開けませんでした' });
    await missing.waitFor();
    await page.getByRole('link', { name: 'プライバシー', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'プライバシー' }).waitFor();
    await page.getByRole('link', { name: '設定', exact: true }).click();
    await missing.waitFor();
    await page.unroute('**/assets/settings-view-*.js');
    await missing.getByRole('button', { name: '読み込み直す' }).click();
    await page.getByRole('heading', { level: 1, name: '設定' }).waitFor();
  });
});

test('Chromium finds nothing that keeps the app from being installed', async () => {
  await cachedByServiceWorker();
  const session = await browser.context.newCDPSession(browser.page);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  // A private window is the harness's: the app has no say in it.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
  const { data, errors } = await session.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  const { icons } = JSON.parse(data ?? '') as {
    icons: readonly { src: string; sizes: string; type: string; purpose?: string }[];
  };
  const drawn = await browser.page.evaluate(
    (sources) =>
      Promise.all(
        sources.map(async (source) => {
          const image = new Image();
          image.src = source;
          await image.decode();
          return `${image.naturalWidth}x${image.naturalHeight}`;
        }),
      ),
    icons.filter(({ type }) => type === 'image/png').map(({ src }) => src),
  );
  expect(drawn).toEqual(['192x192', '512x512', '512x512']);
  expect(icons.some(({ purpose }) => purpose === 'maskable')).toBe(true);
});
