import { describe, expect, test } from 'vitest';
import {
  authorization,
  deleteSession,
  patchAnswer,
  postOffer,
  sessionUrl,
} from '../../src/adapters/camera/whep-client.ts';
import { readRetryAfter } from '../../src/adapters/camera/whep-problem.ts';
import { scriptedGateway } from './scripted-gateway.ts';

const OFFER = 'v=0\r\no=- offer';
const ANSWER = 'v=0\r\no=- answer';
const TOKEN = { kind: 'bearer', token: 't0ken' } as const;

describe('an offer', () => {
  test('goes out whole as application/sdp and the answer comes back with the address of the session', async () => {
    const { url, heard } = await scriptedGateway((_, response) => {
      response.writeHead(201, { 'Content-Type': 'application/sdp', Location: '/session/7' }).end(ANSWER);
    });
    expect(await postOffer({ url, credential: TOKEN }, OFFER)).toEqual({
      ok: true,
      value: {
        kind: 'answer',
        sdp: ANSWER,
        session: { url: new URL('/session/7', url).href, credential: TOKEN },
        iceServers: [],
      },
    });
    expect(heard).toHaveLength(1);
    expect(heard[0]).toMatchObject({ method: 'POST', url: '/door/whep', body: OFFER });
    expect(heard[0]?.headers).toMatchObject({
      'content-type': 'application/sdp',
      authorization: 'Bearer t0ken',
    });
  });

  test('without credentials carries none', async () => {
    const { url, heard } = await scriptedGateway((_, response) => response.writeHead(201).end(ANSWER));
    await postOffer({ url, credential: null }, OFFER);
    expect(heard[0]?.headers).not.toHaveProperty('authorization');
    expect(heard[0]?.headers).not.toHaveProperty('cookie');
  });

  test('is answered by a gateway that gives no address for the session (go2rtc)', async () => {
    const { url } = await scriptedGateway((_, response) => response.writeHead(201).end(ANSWER));
    const go2rtc = url.replace('/door/whep', '/api/webrtc?src=door');
    expect(await postOffer({ url: go2rtc, credential: null }, OFFER)).toMatchObject({
      value: { sdp: ANSWER, session: null },
    });
  });

  test('answered with another status of success is answered', async () => {
    const { url } = await scriptedGateway((_, response) => response.writeHead(200).end(ANSWER));
    expect(await postOffer({ url, credential: null }, OFFER)).toMatchObject({ value: { kind: 'answer' } });
  });

  test('may be answered with ICE servers in Link headers', async () => {
    const { url } = await scriptedGateway((_, response) => {
      const links = [
        '<stun:stun.example.net>; rel="ice-server"',
        '<turn:127.0.0.1?transport=udp>; rel="ice-server"; username="u"; credential="c"; credential-type="password"',
      ];
      response.writeHead(201, { Link: links }).end(ANSWER);
    });
    expect(await postOffer({ url, credential: null }, OFFER)).toMatchObject({
      value: {
        iceServers: [
          { urls: 'stun:stun.example.net' },
          { urls: 'turn:127.0.0.1?transport=udp', username: 'u', credential: 'c' },
        ],
      },
    });
  });
});

describe('a counter-offer', () => {
  test('is 406 with a description and answered by PATCH as application/sdp', async () => {
    const { url, heard } = await scriptedGateway(({ method }, response) => {
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
    expect(heard[1]?.headers).toMatchObject({
      'content-type': 'application/sdp',
      'if-match': '*',
      authorization: authorization(credential),
    });
  });

  test.each<[number, object]>([
    [400, { code: 'camera-answer-invalid', detail: { status: 400 } }],
    [404, { code: 'camera-stream-missing', detail: { status: 404 } }],
    [422, { code: 'camera-answer-invalid', detail: { status: 422 } }],
    [428, { code: 'camera-answer-invalid', detail: { status: 428 } }],
  ])('whose answer is refused with %i is a problem', async (status, problem) => {
    const { url } = await scriptedGateway((_, response) => response.writeHead(status).end());
    expect(await patchAnswer({ url, credential: null }, ANSWER)).toEqual({ ok: false, problem });
  });
});

describe('the session', () => {
  test('is ended by DELETE with the same credentials and without an entity tag', async () => {
    const { url, heard } = await scriptedGateway((_, response) => response.writeHead(200).end());
    await deleteSession({ url, credential: TOKEN });
    expect(heard[0]).toMatchObject({ method: 'DELETE', headers: { authorization: 'Bearer t0ken' } });
    expect(heard[0]?.headers).not.toHaveProperty('if-match');
  });

  test.each([404, 405, 500])('that cannot be ended (%i) is no problem', async (status) => {
    const { url } = await scriptedGateway((_, response) => response.writeHead(status).end());
    await expect(deleteSession({ url, credential: null })).resolves.toBeUndefined();
  });

  test('on another origin gets no credentials', async () => {
    const { url } = await scriptedGateway((_, response) => {
      response.writeHead(201, { Location: 'http://127.0.0.1:9/session' }).end(ANSWER);
    });
    expect(await postOffer({ url, credential: TOKEN }, OFFER)).toMatchObject({
      value: { session: { url: 'http://127.0.0.1:9/session', credential: null } },
    });
  });

  test.each([
    ['/s/1', 'http://gw/a/whep', 'http://gw/s/1'],
    ['s/1', 'http://gw/a/whep', 'http://gw/a/s/1'],
    ['?id=1', 'http://gw/api/webrtc?src=door', 'http://gw/api/webrtc?id=1'],
    ['https://other:1/x', 'http://gw/a/whep', 'https://other:1/x'],
    [null, 'http://gw/a/whep', null],
    ['javascript:alert(1)', 'http://gw/a/whep', null],
    ['data:text/html,x', 'http://gw/a/whep', null],
    ['blob:http://gw/1', 'http://gw/a/whep', null],
    ['http://', 'http://gw/a/whep', null],
    ['http://user:secret@gw/s/1', 'http://gw/a/whep', null],
    [`/${'s'.repeat(5000)}`, 'http://gw/a/whep', null],
  ])('has for the Location %s of %s the address %s', (location, base, url) => {
    expect(sessionUrl(location, base)).toBe(url);
  });
});

describe('a refusal', () => {
  test.each<[number, string, object]>([
    [401, '', { code: 'camera-credentials-refused', detail: { status: 401 } }],
    [403, '', { code: 'camera-credentials-refused', detail: { status: 403 } }],
    [404, 'no such stream', { code: 'camera-stream-missing', detail: { status: 404 } }],
    [406, '', { code: 'camera-codec-unsupported', detail: { status: 406 } }],
    [409, '', { code: 'camera-stream-missing', detail: { status: 409 } }],
    [415, '', { code: 'camera-codec-unsupported', detail: { status: 415 } }],
    [400, 'bad', { code: 'camera-answer-invalid', detail: { status: 400 } }],
    [405, '', { code: 'camera-answer-invalid', detail: { status: 405 } }],
    [418, ANSWER, { code: 'camera-answer-invalid', detail: { status: 418 } }],
    [429, '', { code: 'camera-unreachable', detail: { status: 429 } }],
    [200, '<html>', { code: 'camera-answer-invalid', detail: { status: 200 } }],
    [201, '', { code: 'camera-answer-invalid', detail: { status: 201 } }],
    [500, ANSWER, { code: 'camera-unreachable', detail: { status: 500 } }],
    [599, '', { code: 'camera-unreachable', detail: { status: 599 } }],
  ])('with status %i and "%s" means %o', async (status, body, problem) => {
    const { url } = await scriptedGateway((_, response) => response.writeHead(status).end(body));
    expect(await postOffer({ url, credential: null }, OFFER)).toEqual({ ok: false, problem });
  });

  test.each([409, 429, 503])('with status %i says when to come back', async (status) => {
    const { url } = await scriptedGateway((_, response) =>
      response.writeHead(status, { 'Retry-After': '5' }).end(),
    );
    expect(await postOffer({ url, credential: null }, OFFER)).toMatchObject({
      problem: { detail: { status, retryAfterS: 5 } },
    });
  });

  test.each([
    ['120', 120],
    ['0', null],
    ['-5', null],
    ['1e9', null],
    ['soon', null],
    ['Wed, 21 Oct 2015 07:28:10 GMT', 10],
    ['Wed, 21 Oct 2015 07:27:00 GMT', null],
    [null, null],
  ])('with Retry-After %s asks for %s seconds', (header, seconds) => {
    expect(readRetryAfter(header, Date.parse('Wed, 21 Oct 2015 07:28:00 GMT'))).toBe(seconds);
  });

  test('by nobody is a camera that cannot be reached', async () => {
    const { url, close } = await scriptedGateway((_, response) => response.end());
    await close();
    expect(await postOffer({ url, credential: null }, OFFER)).toEqual({
      ok: false,
      problem: { code: 'camera-unreachable' },
    });
  });
});

describe('a redirect', () => {
  test.each([307, 308])(
    'with %i is followed with the offer, and the session counts from its end',
    async (status) => {
      const { url, heard } = await scriptedGateway((one, response) => {
        if (one.url === '/door/whep') response.writeHead(status, { Location: '/moved/whep' }).end();
        else response.writeHead(201, { Location: 'session/9' }).end(ANSWER);
      });
      expect(await postOffer({ url, credential: TOKEN }, OFFER)).toMatchObject({
        value: { session: { url: new URL('/moved/session/9', url).href, credential: TOKEN } },
      });
      expect(heard[1]).toMatchObject({
        method: 'POST',
        body: OFFER,
        headers: { authorization: 'Bearer t0ken' },
      });
    },
  );

  test.each([301, 302])('with %i loses the offer on the way, which is told apart', async (status) => {
    const { url } = await scriptedGateway((one, response) => {
      if (one.url === '/door/whep') response.writeHead(status, { Location: '/moved/whep' }).end();
      else response.writeHead(one.method === 'POST' ? 201 : 405).end();
    });
    expect(await postOffer({ url, credential: null }, OFFER)).toMatchObject({
      problem: { code: 'camera-answer-invalid', detail: { status: 405, reason: 'redirect' } },
    });
  });

  test('to another origin takes no credentials along, and its session gets none', async () => {
    const stranger = await scriptedGateway((_, response) => {
      response.writeHead(201, { Location: '/session/1' }).end(ANSWER);
    });
    const { url } = await scriptedGateway((_, response) => {
      response.writeHead(307, { Location: stranger.url }).end();
    });
    expect(await postOffer({ url, credential: TOKEN }, OFFER)).toMatchObject({
      value: { session: { url: new URL('/session/1', stranger.url).href, credential: null } },
    });
    expect(stranger.heard[0]?.headers).not.toHaveProperty('authorization');
  });
});

describe('credentials', () => {
  test('outside of ASCII are sent as UTF-8 (RFC 7617)', () => {
    const value = authorization({ kind: 'basic', user: '店', password: 'パス' });
    expect(Buffer.from(value.slice('Basic '.length), 'base64').toString('utf8')).toBe('店:パス');
  });

  test.each(['', 'two words', 'line\r\nX-Evil: 1', 'トークン'])(
    'that no header can carry (%s) are refused here',
    async (token) => {
      const { url, heard } = await scriptedGateway((_, response) => response.writeHead(201).end(ANSWER));
      expect(await postOffer({ url, credential: { kind: 'bearer', token } }, OFFER)).toEqual({
        ok: false,
        problem: { code: 'camera-credentials-refused', detail: { reason: 'token' } },
      });
      expect(heard).toEqual([]);
    },
  );
});

describe('a hostile gateway', () => {
  test('that never ends its answer is given up', async () => {
    const { url } = await scriptedGateway((_, response) => {
      response.writeHead(201);
      const pour = (): void => {
        while (!response.destroyed && response.write(`v=0${'x'.repeat(65_536)}`));
        response.once('drain', pour);
      };
      pour();
    });
    expect(await postOffer({ url, credential: null }, OFFER)).toEqual({
      ok: false,
      problem: { code: 'camera-answer-invalid', detail: { reason: 'size' } },
    });
  });

  test('that names a session nobody can talk to has none', async () => {
    const { url } = await scriptedGateway((_, response) => {
      response
        .writeHead(201, { Location: 'javascript:alert(1)', Link: '<javascript:x>; rel="ice-server"' })
        .end(ANSWER);
    });
    expect(await postOffer({ url, credential: null }, OFFER)).toMatchObject({
      value: { session: null, iceServers: [] },
    });
  });

  test.each([
    'data:text/html,x',
    'file:///etc/passwd',
    'blob:http://gateway/1',
    'http://[',
    'http://user:password@gateway/session',
    `http://gateway/${'x'.repeat(3000)}`,
  ])('that names its session %s has none', async (location) => {
    const { url } = await scriptedGateway((_, to) => to.writeHead(201, { Location: location }).end(ANSWER));
    expect(await postOffer({ url, credential: TOKEN }, OFFER)).toMatchObject({ value: { session: null } });
  });

  test('whose header holds a line break is not understood at all', async () => {
    const { url } = await scriptedGateway((_, response) => {
      response.socket?.end(`HTTP/1.1 201 Created\r\nLocation: /a\r\n X\n\u0000Y: 1\r\n\r\n${ANSWER}`);
    });
    const reply = await postOffer({ url, credential: null }, OFFER);
    expect(reply.ok ? reply.value.session : reply.problem.code).toBe('camera-unreachable');
  });

  test('that answers with a web page is not a gateway', async () => {
    const { url } = await scriptedGateway((_, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><script>1</script>');
    });
    expect(await postOffer({ url, credential: null }, OFFER)).toMatchObject({
      problem: { code: 'camera-answer-invalid' },
    });
  });

  test('that sends bytes which are no text is not a gateway', async () => {
    const { url } = await scriptedGateway((_, response) =>
      response.writeHead(201).end(Buffer.from([0xff, 0, 0xfe])),
    );
    expect(await postOffer({ url, credential: null }, OFFER)).toMatchObject({
      problem: { code: 'camera-answer-invalid' },
    });
  });
});
