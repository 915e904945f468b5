import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import {
  authorization,
  deleteSession,
  patchAnswer,
  postOffer,
  sessionUrl,
} from '../../src/adapters/camera/whep-client.ts';

interface Heard {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

let server: Server | null = null;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = null;
});

/** A gateway that answers by script. Returns its address and what it heard. */
async function gateway(
  reply: (heard: Heard, response: ServerResponse) => void,
): Promise<{ readonly url: string; readonly heard: readonly Heard[] }> {
  const heard: Heard[] = [];
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const one = { method: request.method, url: request.url, headers: request.headers, body };
      heard.push(one);
      reply(one, response);
    });
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/door/whep`, heard };
}

const OFFER = 'v=0\r\no=- offer';
const ANSWER = 'v=0\r\no=- answer';

test('an offer goes out whole and the answer comes back with the address of the session', async () => {
  const { url, heard } = await gateway((_, response) => {
    response.writeHead(201, { 'Content-Type': 'application/sdp', Location: '/session/7' }).end(ANSWER);
  });
  const reply = await postOffer({ url, credential: { kind: 'bearer', token: 't0ken' } }, OFFER);
  expect(reply).toEqual({
    ok: true,
    value: {
      kind: 'answer',
      sdp: ANSWER,
      session: { url: new URL('/session/7', url).href, credential: { kind: 'bearer', token: 't0ken' } },
    },
  });
  expect(heard[0]).toMatchObject({ method: 'POST', url: '/door/whep', body: OFFER });
  expect(heard[0]?.headers).toMatchObject({
    'content-type': 'application/sdp',
    authorization: 'Bearer t0ken',
  });
});

test('a gateway that gives no address for the session is taken as it is', async () => {
  const { url } = await gateway((_, response) => response.writeHead(201).end(ANSWER));
  expect(await postOffer({ url, credential: null }, OFFER)).toMatchObject({ value: { session: null } });
});

test('406 with a description is an offer of the gateway, which is answered by PATCH', async () => {
  const { url, heard } = await gateway(({ method }, response) => {
    if (method === 'POST') response.writeHead(406, { Location: 'session/8' }).end(OFFER);
    else response.writeHead(204).end();
  });
  const credential = { kind: 'basic', user: 'ショップ', password: 'a:b' } as const;
  const reply = await postOffer({ url, credential }, OFFER);
  expect(reply).toMatchObject({ value: { kind: 'offer', sdp: OFFER } });
  const session = reply.ok ? reply.value.session : null;
  expect(session?.url).toBe(new URL('/door/session/8', url).href);
  expect(session && (await patchAnswer(session, ANSWER))).toEqual({ ok: true, value: null });
  expect(heard[1]).toMatchObject({ method: 'PATCH', url: '/door/session/8', body: ANSWER });
  expect(heard[1]?.headers.authorization).toBe(authorization(credential));
});

test('a session on another origin gets no credentials', async () => {
  const { url } = await gateway((_, response) => {
    response.writeHead(201, { Location: 'http://127.0.0.1:9/session' }).end(ANSWER);
  });
  const reply = await postOffer({ url, credential: { kind: 'bearer', token: 't0ken' } }, OFFER);
  expect(reply).toMatchObject({
    value: { session: { url: 'http://127.0.0.1:9/session', credential: null } },
  });
});

test('the session is ended with the same credentials', async () => {
  const { url, heard } = await gateway((_, response) => response.writeHead(200).end());
  await deleteSession({ url, credential: { kind: 'bearer', token: 'x' } });
  expect(heard[0]).toMatchObject({ method: 'DELETE', headers: { authorization: 'Bearer x' } });
});

test.each<[number, string, object]>([
  [401, '', { code: 'camera-credentials-refused', detail: { status: 401 } }],
  [403, '', { code: 'camera-credentials-refused', detail: { status: 403 } }],
  [404, 'no such stream', { code: 'camera-stream-missing', detail: { status: 404 } }],
  [406, '', { code: 'camera-codec-unsupported', detail: { status: 406 } }],
  [415, '', { code: 'camera-codec-unsupported', detail: { status: 415 } }],
  [400, 'bad', { code: 'camera-answer-invalid', detail: { status: 400 } }],
  [405, '', { code: 'camera-answer-invalid', detail: { status: 405 } }],
  [200, ANSWER, { code: 'camera-answer-invalid', detail: { status: 200 } }],
  [201, '<html>', { code: 'camera-answer-invalid', detail: { status: 201 } }],
  [500, '', { code: 'camera-unreachable', detail: { status: 500 } }],
])('status %i with "%s" means %o', async (status, body, problem) => {
  const { url } = await gateway((_, response) => response.writeHead(status).end(body));
  expect(await postOffer({ url, credential: null }, OFFER)).toEqual({ ok: false, problem });
});

test('a busy gateway says when to come back', async () => {
  const { url } = await gateway((_, response) => response.writeHead(503, { 'Retry-After': '5' }).end());
  expect(await postOffer({ url, credential: null }, OFFER)).toMatchObject({
    problem: { code: 'camera-unreachable', detail: { status: 503, retryAfterS: 5 } },
  });
});

test('307 and 308 are followed with the offer, and the session counts from where it ended up', async () => {
  const { url, heard } = await gateway((one, response) => {
    if (one.url === '/door/whep') response.writeHead(308, { Location: '/moved/whep' }).end();
    else response.writeHead(201, { Location: 'session/9' }).end(ANSWER);
  });
  const reply = await postOffer({ url, credential: null }, OFFER);
  expect(reply).toMatchObject({ value: { session: { url: new URL('/moved/session/9', url).href } } });
  expect(heard[1]).toMatchObject({ method: 'POST', body: OFFER });
});

test.each([301, 302])('%i loses the offer on the way, which is told apart', async (status) => {
  const { url } = await gateway((one, response) => {
    if (one.url === '/door/whep') response.writeHead(status, { Location: '/moved/whep' }).end();
    else response.writeHead(one.method === 'POST' ? 201 : 405).end();
  });
  expect(await postOffer({ url, credential: null }, OFFER)).toMatchObject({
    problem: { code: 'camera-answer-invalid', detail: { status: 405, reason: 'redirect' } },
  });
});

test('nobody there is a camera that cannot be reached', async () => {
  const { url } = await gateway((_, response) => response.end());
  await new Promise((resolve) => server?.close(resolve));
  expect(await postOffer({ url, credential: null }, OFFER)).toMatchObject({
    problem: { code: 'camera-unreachable' },
  });
});

test.each([
  ['/s/1', 'http://gw/a/whep', 'http://gw/s/1'],
  ['s/1', 'http://gw/a/whep', 'http://gw/a/s/1'],
  ['https://other:1/x', 'http://gw/a/whep', 'https://other:1/x'],
  [null, 'http://gw/a/whep', null],
  ['javascript:alert(1)', 'http://gw/a/whep', null],
  ['http://', 'http://gw/a/whep', null],
])('the session address %s of %s is %s', (location, base, url) => {
  expect(sessionUrl(location, base)).toBe(url);
});

test('a name and password outside of ASCII are sent as UTF-8 (RFC 7617)', () => {
  const value = authorization({ kind: 'basic', user: '店', password: 'パス' });
  expect(Buffer.from(value.slice('Basic '.length), 'base64').toString('utf8')).toBe('店:パス');
});
