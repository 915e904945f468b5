import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Page } from 'playwright-core';
import { STORED_SITE } from '../../src/contracts/stored-site.ts';
import { openAppServer, type AppServer } from '../../tools/serve/app-server.ts';
import { aSite } from '../builders/site.ts';
import { openBrowser, type WatchedBrowser } from './browser.ts';
import { makeNextBuild, storeSite } from './next-build.ts';
import { copyOfBuild, freePort } from './served-app.ts';

let folder = '';
let port = 0;
let server: AppServer;
let browser: WatchedBrowser;

beforeEach(async () => {
  folder = await copyOfBuild();
  port = await freePort();
  server = await openAppServer(folder, port);
  browser = await openBrowser({ locale: 'en-GB' });
});

afterEach(async () => {
  await browser.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Loads the app until its service worker is active. */
async function firstLoad(): Promise<Page> {
  const { page } = browser;
  await page.goto(`http://localhost:${port}/`);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  return page;
}

/** Loads the app again: from now on the service worker serves it. */
async function secondLoad(): Promise<Page> {
  const page = await firstLoad();
  await page.reload();
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  return page;
}

/** `fetch` in the page: the status, or the name of the error. */
function ask(page: Page, url: string, method = 'GET'): Promise<number | string> {
  return page.evaluate(
    ([address, verb]) =>
      fetch(address, { method: verb }).then(
        ({ status }) => status,
        (error: unknown) => (error instanceof Error ? error.name : 'thrown'),
      ),
    [url, method] as const,
  );
}

/** The origins that the document may connect to beside its own, as the service worker told it. */
function allowedOrigins(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    return navigation?.serverTiming.find(({ name }) => name === 'connect')?.description;
  });
}

describe('the service worker', () => {
  test('serves files of the build, refuses everything else, and keeps the page isolated', async () => {
    const page = await secondLoad();
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
    expect(await ask(page, '/models/index.json')).toBe(200);
    expect(await ask(page, '/models/index.json?figures=12')).toBe('TypeError');
    expect(await ask(page, '/build-manifest.json')).toBe('TypeError');
    expect(await ask(page, '/models/index.json', 'POST')).toBe('TypeError');
    expect(await ask(page, 'http://127.0.0.1:9999/')).toBe('TypeError');
  });

  test('starts the app without a server', async () => {
    const page = await secondLoad();
    await server.close();
    await page.reload();
    await page.getByRole('navigation').waitFor();
    expect(await page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
    server = await openAppServer(folder, port);
  });

  test('allows the origins of configured cameras after one reload, and none before', async () => {
    const page = await secondLoad();
    expect(await allowedOrigins(page)).toBe('');
    await page.evaluate(storeSite, { place: STORED_SITE, site: aSite() });
    await page.reload();
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    expect(await allowedOrigins(page)).toBe('http://192.168.1.10:8889');
  });

  test('keeps nothing but files of the build, each with the digest of the manifest', async () => {
    const page = await secondLoad();
    const kept = await page.evaluate(async () => {
      const files: { path: string; sha256: string }[] = [];
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) {
          const bytes = await (await cache.match(request))?.arrayBuffer();
          const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes ?? new ArrayBuffer(0)));
          const sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
          files.push({ path: new URL(request.url).pathname, sha256 });
        }
      }
      return files;
    });
    const { files } = JSON.parse(readFileSync(join(folder, 'build-manifest.json'), 'utf8')) as {
      files: Record<string, { sha256: string }>;
    };
    expect(kept.length).toBeGreaterThan(10);
    for (const { path, sha256 } of kept) expect(files[path]?.sha256, path).toBe(sha256);
  });

  test('a new build is taken over with a load, once it is complete', async () => {
    const page = await secondLoad();
    await server.close();
    await makeNextBuild(folder);
    server = await openAppServer(folder, port);
    await page.evaluate(() =>
      navigator.serviceWorker.getRegistration().then((registration) => registration?.update()),
    );
    await page.waitForFunction(() =>
      navigator.serviceWorker.getRegistration().then((registration) => !!registration?.waiting),
    );
    const earlier = browser.complaints.length; // files were asked for while there was no server
    await vi.waitFor(
      async () => {
        // The running service worker learns a moment after the page that another one waits.
        await page.reload();
        await page.waitForFunction(() => document.documentElement.dataset['build'] === 'next', null, {
          timeout: 5000,
        });
      },
      { timeout: 60_000 },
    );
    await page.getByRole('navigation').waitFor();
    const complaints = browser.complaints.slice(earlier);
    expect(complaints.filter((text) => !text.includes('No available adapters'))).toEqual([]);
  });

  test('a build whose files do not match its manifest is not taken over', async () => {
    const page = await secondLoad();
    await server.close();
    await makeNextBuild(folder);
    writeFileSync(join(folder, 'index.html'), '<html data-build="forged"></html>');
    server = await openAppServer(folder, port);
    const failed = await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      await registration?.update();
      const { installing } = registration ?? {};
      if (!installing) return 'not installing';
      await new Promise((resolve) => installing.addEventListener('statechange', resolve));
      return installing.state;
    });
    expect(failed).toBe('redundant');
    await page.reload();
    await page.getByRole('navigation').waitFor();
    expect(await page.evaluate(() => document.documentElement.dataset['build'])).toBeUndefined();
  });
});
