import { createReadStream, existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, type WatchedBrowser } from './browser.ts';
import { serveApp } from './served-app.ts';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
};

let server: Server;
let url: string;
let browser: WatchedBrowser;

beforeAll(async () => {
  await (await serveApp()).close(); // builds what is out of date
  server = createServer((request, response) => {
    const path = join(dist, request.url === '/' ? 'index.html' : (request.url ?? '').split('?')[0]!);
    if (!existsSync(path)) {
      response.writeHead(404).end();
      return;
    }
    response.setHeader('Content-Type', TYPES[extname(path)] ?? 'application/octet-stream');
    createReadStream(path).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  url = `http://localhost:${address.port}`;
  browser = await openBrowser({ locale: 'en-GB' });
}, 120_000);

afterAll(async () => {
  await browser.close();
  server.close();
});

test('where a host sends no headers, nothing is counted before the service worker brings them', async () => {
  const { page } = browser;
  await page.goto(`${url}/#/privacy?lang=en`);
  const check = page.getByRole('region', { name: 'Self-check' }).first();
  await expect.poll(() => check.innerText(), { timeout: 60_000 }).toContain('Failed');
  expect(await check.innerText()).toContain('It is wider than it may be, or missing.');
  await expect.poll(() => page.getByRole('status').first().innerText()).toBe('Stopped');
  expect(await page.locator('body').innerText()).not.toContain('does not save or send video');

  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.reload();
  await expect
    .poll(() => check.innerText(), { timeout: 60_000 })
    .toContain('Content-Security-Policy\tPassed');
  expect(await check.innerText()).not.toContain('Failed');
  expect(await page.locator('body').innerText()).toContain('does not save or send video');
  await expect.poll(() => page.getByRole('status').first().innerText()).toContain('Counting');
}, 180_000);
