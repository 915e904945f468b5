import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { findProgram } from '../../tools/chromium.ts';
import { stopCounting } from '../../tools/webrtc/operator.ts';
import { openBrowser, type WatchedBrowser } from './browser.ts';
import { serveApp, type ServedApp } from './served-app.ts';
import { startWhepServer, type WhepServer } from './whep-server.ts';

const hasFfmpeg = findProgram(['ffmpeg']) !== null;
if (!hasFfmpeg) console.log('No ffmpeg here: the tests with a WebRTC gateway are skipped.');

/** Chromium's own test camera instead of a device, and permission without a prompt. */
const FAKE_USB = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];
/** WebRTC on one machine: loopback candidates, by address. */
const LOOPBACK = ['--allow-loopback-in-peer-connection', '--disable-features=WebRtcHideLocalIpsWithMdns'];

let app: ServedApp;
let browser: WatchedBrowser | null = null;
let gateway: WhepServer | null = null;

beforeAll(async () => {
  app = await serveApp();
});
afterAll(() => app.close());
afterEach(async () => {
  await browser?.close();
  await gateway?.close();
  browser = null;
  gateway = null;
});

describe('a camera of the shop', () => {
  test('on USB is counted, keeps its scene, and the demo ends', async () => {
    browser = await openBrowser({ locale: 'en-GB', args: FAKE_USB });
    const { page } = browser;
    await page.goto(`${app.url}/#/cameras`);
    await page.getByRole('button', { name: 'Add a camera' }).click();
    await page.getByRole('button', { name: 'Look for USB cameras' }).click();
    await page.getByLabel('Device').waitFor();
    await page.getByLabel('Name').fill('Entrance');
    await page.getByRole('button', { name: 'Save' }).click();
    await counts(page);
    await page.getByRole('button', { name: 'Import a scene file' }).click();
    await page.locator('input[type=file]').setInputFiles({
      name: 'scene.json',
      mimeType: 'application/json',
      buffer: Buffer.from(
        JSON.stringify({
          units: 'unit',
          lines: [
            {
              id: 'door',
              points: [
                [0.5, 0.1],
                [0.5, 0.9],
              ],
              in: [1, 0],
            },
          ],
          zones: [],
        }),
      ),
    });
    await page.getByText('Added: 1 line, 0 areas.').waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Entrance' }).waitFor();
    await page.getByText('door', { exact: true }).first().waitFor();
    await counts(page);
    await framesAreAnalysed(page);
    expect(browser.requests.filter((url) => !url.startsWith(`${app.url}/`))).toEqual([]);
    expect(browser.complaints).toEqual([]);
  });

  test.skipIf(!hasFfmpeg).each([
    { reply: 'answer', location: 'relative' },
    { reply: 'counter-offer', location: 'absolute' },
  ] as const)(
    'behind a WebRTC gateway ($reply, $location address) is counted after one reload, and its session ended',
    async ({ reply, location }) => {
      const input = ['-f', 'lavfi', '-i', 'testsrc2=size=768x576:rate=10'];
      gateway = await startWhepServer({ input, reply, location });
      browser = await openBrowser({ locale: 'en-GB', args: LOOPBACK });
      const { page } = browser;
      await page.goto(`${app.url}/#/cameras`);
      await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
      await page.getByRole('button', { name: 'Add a camera' }).click();
      await page.getByText('Network camera through a gateway').click();
      await page.getByLabel('Name', { exact: true }).fill('Door');
      await page.getByLabel('Address of the stream').fill(gateway.url);
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByRole('button', { name: 'Reload now' }).click();
      await counts(page);
      await framesAreAnalysed(page);
      expect(gateway.sessions()).toBe(1);

      await page.goto(`${app.url}/#/cameras`);
      await stopCounting(page);
      await expect.poll(() => gateway?.sessions(), { timeout: 10_000 }).toBe(0);
      // The page was loaded anew, with nothing of a frame in it, and stays stopped until it is told.
      await page.getByRole('link', { name: 'Now', exact: true }).click();
      await page.getByRole('link', { name: 'Cameras and areas' }).click();
      await page.getByRole('button', { name: 'Start counting' }).click();
      await counts(page);
      await stopCounting(page);
      const strangers = browser.requests.filter(
        (url) => !url.startsWith(`${app.url}/`) && !url.startsWith(new URL(gateway?.url ?? '').origin),
      );
      expect(strangers).toEqual([]);
    },
  );
});

async function counts(page: Page): Promise<void> {
  await page.getByRole('status').getByText('Counting', { exact: true }).waitFor({ timeout: 90_000 });
}

/** In the ledger that the privacy view shows; its figures come a moment after the status. */
async function framesAreAnalysed(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Privacy' }).click();
  const row = page.getByRole('row').filter({ hasText: /Entrance|Door/ });
  const analysed = async (): Promise<number> => {
    const [, cell = ''] = await row.getByRole('cell').allInnerTexts();
    return Number(cell.replaceAll(',', ''));
  };
  await expect.poll(analysed, { timeout: 30_000 }).toBeGreaterThan(0);
}
