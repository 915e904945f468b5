import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readRequests } from '../../tools/canary/net-log.ts';
import { findProgram } from '../../tools/chromium.ts';
import { petsVideo } from '../../tools/pets.ts';
import { enterPin, openPicture, setPin } from '../../tools/set-up-picture.ts';
import { startFeed, type Feed } from '../../tools/webrtc/feed.ts';
import type { Gateway } from '../../tools/webrtc/gateway.ts';
import {
  addCameras,
  importLines,
  LOOPBACK_FLAGS,
  openView,
  reloadForGateways,
  stopCounting,
  untilCounting,
} from '../../tools/webrtc/operator.ts';
import { startWerift } from '../../tools/webrtc/werift-gateway.ts';
import { openBrowser, type WatchedBrowser } from './browser.ts';
import { serveApp, type ServedApp } from './served-app.ts';

/**
 * One session in which everything that the app offers is used, from the demo store to a camera behind a gateway, while
 * Chromium writes its own log of the network. Only at the end is it looked at.
 */

const hasFootage = findProgram(['ffmpeg']) !== null && existsSync(petsVideo());
if (!hasFootage) console.log('No ffmpeg or footage here: the session with all features is skipped.');
/** For a slow, busy machine. */
const READ_MS = 60_000;
const STEP_MS = 180_000;
const CAMERA = 'Square';
/** Hosts that this browser's own services ask for, with or without a page. */
const OF_THE_BROWSER = /(^|\.)(google\.com|googleapis\.com|gvt1\.com|gstatic\.com)$/;

let folder: string;
let app: ServedApp;
let gateway: Gateway;
let feed: Feed;
let browser: WatchedBrowser;
let page: Page;
/** Directives of every report of the policy, from the first script of each document on. */
const reports: string[] = [];

describe.skipIf(!hasFootage)('a session in which everything is used', () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kazoe-all-'));
    app = await serveApp();
    gateway = await startWerift();
    feed = startFeed({ clip: 'pets-start', rtpPort: gateway.rtpPort, loops: true });
    const netLog = [`--log-net-log=${join(folder, 'net-log.json')}`, '--net-log-capture-mode=Everything'];
    browser = await openBrowser({
      locale: 'en-GB',
      args: [...LOOPBACK_FLAGS, ...netLog],
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    page = browser.page;
    page.setDefaultTimeout(READ_MS);
    await browser.context.exposeFunction('noteReport', (directive: string) => void reports.push(directive));
    await browser.context.addInitScript(
      `addEventListener('securitypolicyviolation', ({ effectiveDirective }) => noteReport(effectiveDirective));`,
    );
  }, STEP_MS);

  afterAll(async () => {
    await browser.close();
    await feed.end();
    await gateway.close();
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test(
    'the demo store counts, the large view shows it, and somebody counts beside it',
    async () => {
      await page.goto(app.url);
      await untilCounting(page);
      await page.getByRole('button', { name: 'Show large' }).click();
      await page.getByRole('heading', { name: 'Staff-room view' }).waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('navigation').waitFor();
      await openOther('Accuracy check');
      await page
        .getByRole('button', { name: /^Begin to count/ })
        .first()
        .click();
      await page.getByRole('button', { name: 'In +1' }).click();
      await page.getByRole('button', { name: 'Throw away' }).click();
    },
    STEP_MS,
  );

  test(
    'sample data are looked back at, compared, copied as a picture, written to a file and removed',
    async () => {
      await openOther('Look back');
      await page.getByRole('button', { name: 'Previous day' }).click();
      await page.getByRole('button', { name: 'Show sample data' }).click();
      await page.getByRole('region', { name: 'Sample data' }).waitFor({ timeout: READ_MS });
      await page
        .getByRole('button', { name: /^Copy as image/ })
        .first()
        .click({ timeout: READ_MS });
      await page.getByText('Copied. Paste it into a document.').waitFor({ timeout: READ_MS });
      await page.getByRole('radio', { name: 'Week', exact: true }).check({ force: true });
      await page.getByRole('button', { name: 'Previous week' }).click();
      await page.getByRole('region', { name: 'Both periods side by side' }).waitFor({ timeout: READ_MS });
      await writeCsv();
      await page.getByRole('button', { name: 'Remove sample data' }).click();
      await page
        .getByRole('region', { name: 'Sample data' })
        .waitFor({ state: 'detached', timeout: READ_MS });
    },
    STEP_MS,
  );

  test(
    'a camera behind a gateway is added and counted',
    async () => {
      await addCameras(page, app.url, [{ name: CAMERA, url: gateway.url }]);
      await importLines(page, [
        {
          id: 'door',
          points: [
            [0.5, 0.2],
            [0.5, 0.9],
          ],
          in: [1, 0],
        },
      ]);
      await reloadForGateways(page);
      await untilCounting(page);
    },
    STEP_MS,
  );

  test(
    'a PIN is set, its set-up picture is shown, and an area is drawn',
    async () => {
      await openOther('Settings');
      await setPin(page);
      await openView(page, 'Cameras and areas');
      await openPicture(page);
      await page.getByRole('button', { name: `Draw lines and areas of “${CAMERA}”` }).click();
      await page.getByRole('button', { name: 'Add an area' }).click();
      const stage = page.getByRole('application');
      const { width, height } = (await stage.boundingBox()) ?? { width: 0, height: 0 };
      for (const [x, y] of [
        [0.2, 0.3],
        [0.4, 0.3],
        [0.4, 0.7],
        [0.2, 0.3],
      ] as const)
        await stage.click({ position: { x: x * width, y: y * height } });
      await page.getByLabel('Name', { exact: true }).fill('Middle');
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await stage.waitFor({ state: 'detached' });
      await page.getByText('Middle', { exact: true }).first().waitFor();
    },
    STEP_MS,
  );

  test(
    'the reviewer checks the promise and takes the evidence; today’s figures are written to a file',
    async () => {
      await openView(page, 'Privacy');
      await page.getByRole('button', { name: 'Check now' }).click();
      const downloading = page.waitForEvent('download', { timeout: READ_MS });
      await page.getByRole('button', { name: 'Make the evidence (PDF and JSON)', exact: true }).click();
      expect((await downloading).suggestedFilename()).toMatch(/^kazoe-evidence-.*\.zip$/);
      await openOther('Look back');
      await writeCsv();
    },
    STEP_MS,
  );

  test(
    'the browser looks for a new version, and counting is stopped',
    async () => {
      expect(
        await page.evaluate(async () => {
          const registration = await navigator.serviceWorker.getRegistration();
          await registration?.update();
          return registration?.active?.state;
        }),
      ).toBe('activated');
      await openView(page, 'Cameras and areas');
      await stopCounting(page);
    },
    STEP_MS,
  );

  test(
    'nothing but its own server and the camera’s gateway was asked, and nothing was refused',
    { retry: 0 },
    async () => {
      await browser.context.close(); // the log is complete when the browser is gone
      expect(browser.complaints).toEqual([]);
      expect(reports).toEqual([]);
      const { ofPage, others } = readRequests(join(folder, 'net-log.json'), app.url);
      const camera = new URL(gateway.url).origin;
      const asked = ofPage.map(({ url, method, hasBody }) => ({ url: new URL(url), method, hasBody }));
      console.log(`All features: ${ofPage.length} requests of the page in Chromium's own log`);
      expect(new Set(asked.map(({ url }) => url.origin))).toEqual(new Set([app.url, camera]));
      const ownServer = asked.filter(({ url }) => url.origin === app.url);
      expect(ownServer.filter(({ method, hasBody }) => method !== 'GET' || hasBody)).toEqual([]);
      const ofGateway = asked.filter(({ url }) => url.origin === camera);
      const methods = new Set(ofGateway.map(({ method }) => method));
      expect([...methods].toSorted()).toEqual(['DELETE', 'OPTIONS', 'POST']);
      const strangers = others
        .filter(({ url }) => /^(https?|wss?):/.test(url))
        .map(({ url }) => new URL(url).hostname)
        .filter((host) => !OF_THE_BROWSER.test(host));
      expect(new Set(strangers)).toEqual(new Set());
    },
  );
});

async function openOther(name: 'Look back' | 'Accuracy check' | 'Settings'): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
}

async function writeCsv(): Promise<void> {
  await page.getByRole('button', { name: 'Write as CSV' }).click();
  await page.getByLabel('Who receives it').fill('myself');
  await page.getByLabel('What for').fill('a try');
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Write the file' }).click();
  const dialog = page.getByRole('dialog');
  await Promise.race([downloading, dialog.waitFor()]);
  if (await dialog.isVisible()) await enterPin(page);
  expect((await downloading).suggestedFilename()).toMatch(/\.csv$/);
}
