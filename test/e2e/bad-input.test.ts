import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openAppServer, type AppServer } from '../../tools/serve/app-server.ts';
import { openBrowser, type WatchedBrowser } from './browser.ts';
import { freePort, serveApp, type ServedApp } from './served-app.ts';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));

let app: ServedApp;
let browser: WatchedBrowser | null = null;
beforeAll(async () => {
  app = await serveApp();
});
afterAll(() => app.close());
afterEach(async () => {
  await browser?.close();
  browser = null;
});

/** Serves a copy of the build after `spoil` had its way with it. */
async function withSpoiltBuild(
  spoil: (folder: string) => void,
  look: (url: string) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kazoe-spoilt-'));
  let server: AppServer | null = null;
  try {
    cpSync(dist, folder, { recursive: true });
    spoil(folder);
    const port = await freePort();
    server = await openAppServer(folder, port);
    await look(`http://localhost:${port}`);
  } finally {
    await server?.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('what goes wrong is said in one sentence, with the next step', () => {
  test('a model file that is missing', async () => {
    await withSpoiltBuild(
      (folder) => rmSync(join(folder, 'models/nanodet.onnx')),
      async (url) => {
        browser = await openBrowser({ locale: 'en-GB' });
        await browser.page.goto(url);
        await browser.page.getByText('The file of the person detector could not be loaded').waitFor();
        await browser.page.getByText('Check that the app was installed completely').waitFor();
      },
    );
  });

  test('a model file of which one byte differs is not used', async () => {
    await withSpoiltBuild(
      (folder) => {
        const file = join(folder, 'models/nanodet.onnx');
        const bytes = readFileSync(file);
        const middle = bytes.length >> 1;
        bytes[middle] = (bytes[middle] ?? 0) ^ 1;
        writeFileSync(file, bytes);
      },
      async (url) => {
        browser = await openBrowser({ locale: 'ja-JP' });
        await browser.page.goto(url);
        await browser.page.getByText('モデルのファイルが配布時のものと異なります').waitFor();
        expect(await browser.page.getByRole('status').first().innerText()).toBe('停止');
      },
    );
  });

  test('a browser without the means to read camera frames', async () => {
    browser = await openBrowser({ locale: 'en-GB' });
    await browser.page.addInitScript(() => {
      Reflect.deleteProperty(globalThis, 'MediaStreamTrackProcessor');
    });
    await browser.page.goto(app.url);
    await browser.page.getByText('This browser lacks what counting needs').waitFor();
    await browser.page.getByText('Open this page in an up-to-date Chrome').waitFor();
  });

  test('a profile that lets no site keep data: counting goes on and says so', async () => {
    const profile = mkdtempSync(join(tmpdir(), 'kazoe-closed-profile-'));
    mkdirSync(join(profile, 'Default'));
    const blockSiteData = { profile: { default_content_setting_values: { cookies: 2 } } };
    writeFileSync(join(profile, 'Default/Preferences'), JSON.stringify(blockSiteData));
    browser = await openBrowser({ locale: 'en-GB', profile });
    await browser.page.goto(app.url);
    await browser.page.getByText('This browser does not let the page keep figures').waitFor();
    await browser.page
      .getByRole('status')
      .getByText('Counting', { exact: true })
      .waitFor({ timeout: 60_000 });
  });

  test('WebGPU that is wanted but not there: counting goes on with the CPU', async () => {
    browser = await openBrowser({ locale: 'en-GB' });
    await browser.page.goto(`${app.url}/#/live?backend=webgpu`);
    await browser.page.getByText('The graphics processor cannot be used in this browser.').waitFor();
    await browser.page
      .getByRole('status')
      .getByText('Counting', { exact: true })
      .waitFor({ timeout: 60_000 });
  });

  test('no USB camera on this PC', async () => {
    browser = await openBrowser({ locale: 'en-GB', permissions: ['camera'] });
    await browser.page.goto(`${app.url}/#/cameras`);
    await browser.page.getByRole('button', { name: 'Add a camera' }).click();
    await browser.page.getByRole('button', { name: 'Look for USB cameras' }).click();
    await browser.page.getByText('No USB camera was found. Plug one in and look again.').waitFor();
  });

  test('a camera permission that is refused', async () => {
    browser = await openBrowser({
      locale: 'en-GB',
      args: ['--use-fake-device-for-media-stream', '--deny-permission-prompts'],
    });
    await browser.page.goto(`${app.url}/#/cameras`);
    await browser.page.getByRole('button', { name: 'Add a camera' }).click();
    await browser.page.getByRole('button', { name: 'Look for USB cameras' }).click();
    await browser.page.getByText('the browser denies access').waitFor();
  });
});
