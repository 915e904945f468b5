import { createServer, type Server } from 'node:http';
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findProgram } from '../../../tools/chromium.ts';
import { petsVideo } from '../../../tools/pets.ts';
import { openFaultProxy, type FaultProxy, type OfferFault } from '../../../tools/webrtc/fault-proxy.ts';
import { startFeed, type Feed } from '../../../tools/webrtc/feed.ts';
import type { Gateway } from '../../../tools/webrtc/gateway.ts';
import {
  addCameras,
  LOOPBACK_FLAGS,
  openView,
  reloadForGateways,
  stopCounting,
} from '../../../tools/webrtc/operator.ts';
import { installProbe, peerCount } from '../../../tools/webrtc/page-probe.ts';
import { startWerift } from '../../../tools/webrtc/werift-gateway.ts';
import { openBrowser, type WatchedBrowser } from '../browser.ts';
import { serveApp, type ServedApp } from '../served-app.ts';

const hasFootage = findProgram(['ffmpeg']) !== null && existsSync(petsVideo());
const [CAMERA, DEAF, SILENT] = ['Door', 'Without CORS', 'Nobody there'];

const SHOWN_WITHIN_MS = 40_000;

let app: ServedApp;
let browser: WatchedBrowser;
let page: Page;
let gateway: Gateway;
let proxy: FaultProxy;
let feed: Feed;
let deaf: Server;

interface Trial {
  readonly name: string;
  readonly fault: OfferFault;
  readonly fails: RegExp;
  readonly says: RegExp;
}

const TRIALS: readonly Trial[] = [
  {
    name: 'a name that the gateway does not know',
    fault: { kind: 'status', status: 404 },
    fails: /offers a video/,
    says: /does not know this name/,
  },
  {
    name: 'access data that are wanted',
    fault: { kind: 'token', token: 'of-today' },
    fails: /access data are accepted/,
    says: /Enter the access data of the gateway/,
  },
  {
    name: 'a redirect that loses the offer',
    fault: { kind: 'redirect', status: 302 },
    fails: /offers a video/,
    says: /301 or 302/,
  },
  {
    name: 'no format in common',
    fault: { kind: 'no-codec' },
    fails: /offers a video/,
    says: /Set the camera to H\.264/,
  },
];

describe.skipIf(!hasFootage)(
  `the check of a connection${hasFootage ? '' : ' (skipped: no ffmpeg or footage)'}`,
  () => {
    beforeAll(async () => {
      app = await serveApp();
      gateway = await startWerift();
      proxy = await openFaultProxy(gateway.url);
      deaf = createServer((_, response) => response.writeHead(404).end()).listen(0, '127.0.0.1');
      feed = startFeed({ clip: 'pets-start', rtpPort: gateway.rtpPort, loops: true });
      browser = await openBrowser({ locale: 'en-GB', args: LOOPBACK_FLAGS });
      await installProbe(browser.context);
      ({ page } = browser);
      const deafUrl = `http://127.0.0.1:${(deaf.address() as AddressInfo).port}/whep`;
      await addCameras(page, app.url, [
        { name: CAMERA, url: proxy.url },
        { name: DEAF, url: deafUrl },
        { name: SILENT, url: 'http://127.0.0.1:1/whep' },
      ]);
      await reloadForGateways(page);
      await openView(page, 'Cameras and areas');
      await stopCounting(page);
    }, 180_000);
    afterAll(async () => {
      await browser.close();
      await feed.end();
      await proxy.close();
      await gateway.close();
      deaf.close();
      await app.close();
    });

    test('goes through to the first picture, says its size, and leaves no peer', async () => {
      const panel = await check(CAMERA);
      await panel.getByText('Everything is in order').waitFor({ timeout: SHOWN_WITHIN_MS });
      await panel.getByText(/768 × 576 pixels/).waitFor();
      expect(await panel.locator('li[data-state=passed]').count()).toBe(9);
      await leave(panel);
    });

    test.for(TRIALS)('shows $name', async ({ fault, fails, says }) => {
      proxy.fault = fault;
      const panel = await check(CAMERA);
      const step = panel.locator('li[data-state=failed]');
      await step.filter({ hasText: fails }).waitFor({ timeout: SHOWN_WITHIN_MS });
      await step.getByText(says).waitFor();
      proxy.fault = { kind: 'none' };
      await panel.getByRole('button', { name: 'Check again' }).click();
      await panel.getByText('Everything is in order').waitFor({ timeout: SHOWN_WITHIN_MS });
      await leave(panel);
    });

    test('tells a gateway that does not let this page read, with the lines to paste', async () => {
      const panel = await check(DEAF);
      const step = panel.locator('li[data-state=failed]').filter({ hasText: /lets this page read/ });
      await step.waitFor({ timeout: SHOWN_WITHIN_MS });
      expect(await step.locator('pre').innerText()).toContain(`Access-Control-Allow-Origin: ${app.url}`);
      await leave(panel);
    });

    test('tells an address at which nobody answers', async () => {
      const panel = await check(SILENT);
      await panel
        .locator('li[data-state=failed]')
        .filter({ hasText: /Something answers/ })
        .waitFor({ timeout: SHOWN_WITHIN_MS });
      await leave(panel);
    });
  },
);

async function check(camera: string): Promise<Locator> {
  const section = page.getByRole('region', { name: camera, exact: true });
  await section.getByRole('button', { name: `Check the connection of “${camera}”` }).click();
  return section.getByRole('region', { name: 'Connection' });
}

async function leave(panel: Locator): Promise<void> {
  await panel.getByRole('button', { name: 'Close' }).click();
  await expect.poll(async () => (await peerCount(page)).unclosed, { timeout: 5000 }).toBe(0);
}
