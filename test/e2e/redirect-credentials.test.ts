import { createServer, type IncomingMessage, type Server } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, type WatchedBrowser } from './browser.ts';

const CORS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Headers': '*',
  'Access-Control-Allow-Methods': '*',
};

const servers: Server[] = [];
const arrived: IncomingMessage[] = [];
let browser: WatchedBrowser;
let redirecting: string;
let page: string;

beforeAll(async () => {
  const target = await serve((request) => {
    if (request.method === 'POST') arrived.push(request);
    return { status: request.method === 'OPTIONS' ? 204 : 201, headers: CORS };
  });
  redirecting = await serve((request) =>
    request.method === 'OPTIONS'
      ? { status: 204, headers: CORS }
      : { status: 307, headers: { ...CORS, Location: `${target}/whep` } },
  );
  page = await serve(() => ({ status: 200, headers: { 'Content-Type': 'text/html' } }));
  browser = await openBrowser();
}, 60_000);

afterAll(async () => {
  await browser.close();
  for (const server of servers) server.close();
});

test('Chromium follows a 307 to another origin with the offer, and leaves the credentials behind', async () => {
  await browser.page.goto(page);
  const status = await browser.page.evaluate(async (url) => {
    const headers = { 'Content-Type': 'application/sdp', Authorization: 'Bearer secret' };
    return (await fetch(url, { method: 'POST', headers, body: 'v=0', credentials: 'omit' })).status;
  }, `${redirecting}/whep`);
  expect(status).toBe(201);
  expect(arrived).toHaveLength(1);
  expect(arrived[0]!.headers['content-length']).toBe('3');
  expect(arrived[0]!.headers.authorization).toBeUndefined();
});

type Answer = { readonly status: number; readonly headers: Readonly<Record<string, string>> };

async function serve(answer: (request: IncomingMessage) => Answer): Promise<string> {
  const server = createServer((request, response) => {
    const { status, headers } = answer(request);
    request.resume();
    response.writeHead(status, headers).end();
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return `http://127.0.0.1:${address.port}`;
}
