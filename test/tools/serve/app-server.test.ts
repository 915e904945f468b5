import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeBuild } from '../../../tools/build/build-manifest.ts';
import { type AppServer, assertPortFree, openAppServer, PortTaken } from '../../../tools/serve/app-server.ts';

const home = mkdtempSync(join(tmpdir(), 'kazoe serve '));
const dist = join(home, 'dist');
let server: AppServer;
let port = 0;

beforeAll(async () => {
  mkdirSync(join(dist, 'assets'), { recursive: true });
  writeFileSync(join(home, 'secret.txt'), 'secret');
  writeFileSync(join(dist, 'index.html'), '<!doctype html>');
  writeFileSync(join(dist, 'assets/vision-1a2b3c.js'), 'self;');
  writeFileSync(join(dist, 'service-worker.js'), 'self;');
  writeFileSync(join(dist, 'build-manifest.json'), JSON.stringify(describeBuild(dist)));
  writeFileSync(join(dist, 'left-over.txt'), 'not of this build');
  port = await freePort();
  server = await openAppServer(dist, port);
});

afterAll(async () => {
  await server.close();
  rmSync(home, { recursive: true });
});

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => probe.once('listening', resolve));
  const { port: free } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return free;
}

interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** As it is: `fetch` would tidy the path up before it goes out. */
function ask(
  path: string,
  options: { method?: string; headers?: Record<string, string> } = {},
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, ...options }, (response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => (body += chunk.toString()));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
      );
    });
    asked.on('error', reject).end();
  });
}

test.each([
  ['/', '<!doctype html>', 'text/html; charset=utf-8'],
  ['/index.html', '<!doctype html>', 'text/html; charset=utf-8'],
  ['/index.html?x=1', '<!doctype html>', 'text/html; charset=utf-8'],
  ['/assets/vision-1a2b3c.js', 'self;', 'text/javascript; charset=utf-8'],
])('%s is served', async (path, body, mediaType) => {
  const reply = await ask(path);
  expect(reply).toMatchObject({ status: 200, body });
  expect(reply.headers['content-type']).toBe(mediaType);
  expect(reply.headers['cross-origin-opener-policy']).toBe('same-origin');
  expect(reply.headers['cross-origin-embedder-policy']).toBe('require-corp');
  expect(reply.headers['x-content-type-options']).toBe('nosniff');
});

test.each([
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/assets/../../secret.txt',
  '/assets/..%5c..%5csecret.txt',
  '//secret.txt',
  '/left-over.txt',
  '/assets/',
  '/nothing',
  '/__proto__',
  '/constructor',
  '/%',
  '/%00',
])('%s is not served', async (path) => {
  expect(await ask(path)).toMatchObject({ status: 404, body: '404\n' });
});

test('only reading is allowed', async () => {
  expect((await ask('/', { method: 'POST' })).status).toBe(405);
  expect(await ask('/', { method: 'HEAD' })).toMatchObject({ status: 200, body: '' });
});

test.each(['evil.example', 'localhost.evil.example', 'evil.example:4180'])(
  'the host name "%s" is refused, so that no other site can point its name here',
  async (host) => {
    expect((await ask('/', { headers: { host } })).status).toBe(421);
  },
);

test.each(['localhost', 'localhost:4180', '127.0.0.1:4180', '[::1]:4180'])(
  'the host name "%s" is ours',
  async (host) => {
    expect((await ask('/', { headers: { host } })).status).toBe(200);
  },
);

test('an unchanged file is not sent again', async () => {
  const { headers } = await ask('/index.html');
  const again = await ask('/index.html', { headers: { 'If-None-Match': String(headers['etag']) } });
  expect(again).toMatchObject({ status: 304, body: '' });
});

test('a port that is taken is told apart from other failures', async () => {
  await expect(assertPortFree(port)).rejects.toBeInstanceOf(PortTaken);
  await expect(openAppServer(dist, port)).rejects.toBeInstanceOf(PortTaken);
  await expect(assertPortFree(await freePort())).resolves.toBeUndefined();
});
