import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openFaultProxy, type FaultProxy } from '../../../tools/webrtc/fault-proxy.ts';

const OFFER = ['v=0', 'm=video 9 UDP/TLS/RTP/SAVPF 96', 'a=candidate:1 1 udp 1 127.0.0.1 5000 typ host', ''];

let media: Socket;
let gateway: Server;
let proxy: FaultProxy;
const seen: string[] = [];

/** A gateway of one candidate, whose media socket sends back what it gets. */
beforeEach(async () => {
  seen.length = 0;
  media = createSocket('udp4').bind(0, '127.0.0.1');
  await once(media, 'listening');
  media.on('message', (packet, { port }) => media.send(packet, port, '127.0.0.1'));
  gateway = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      seen.push(`${request.method} ${request.url} ${body}`);
      const { port } = media.address();
      const answer = `v=0\r\nm=video 9 UDP/TLS/RTP/SAVPF 96\r\na=candidate:1 1 udp 1 127.0.0.1 ${port} typ host\r\n`;
      response.writeHead(201, { Location: '/session/1', 'Content-Type': 'application/sdp' }).end(answer);
    });
  }).listen(0, '127.0.0.1');
  await once(gateway, 'listening');
  proxy = await openFaultProxy(`http://127.0.0.1:${(gateway.address() as AddressInfo).port}/door/whep`);
});
afterEach(async () => {
  await proxy.close();
  gateway.close();
  media.close();
});

function offer(headers: Record<string, string> = {}): Promise<Response> {
  const body = OFFER.join('\r\n');
  return fetch(proxy.url, {
    method: 'POST',
    body,
    headers: { 'Content-Type': 'application/sdp', ...headers },
  });
}

async function relayPort(answer: Response): Promise<number> {
  return Number(/127\.0\.0\.1 (\d+) typ host/.exec(await answer.text())?.[1]);
}

describe('the proxy before a gateway', () => {
  test('passes an offer on without candidates and puts a relay into the answer', async () => {
    const answer = await offer();
    expect(answer.status).toBe(201);
    expect(answer.headers.get('location')).toBe('/session/1');
    expect(seen[0]).toMatch(/^POST \/door\/whep v=0/);
    expect(seen[0]).not.toContain('a=candidate');
    expect(await relayPort(answer)).not.toBe(media.address().port);
  });

  test('carries media both ways, and none when all of it is lost', async () => {
    const port = await relayPort(await offer());
    const viewer = createSocket('udp4').bind(0, '127.0.0.1');
    await once(viewer, 'listening');
    viewer.send('picture', port, '127.0.0.1');
    const [echo] = (await once(viewer, 'message')) as [Buffer];
    expect(echo.toString()).toBe('picture');

    proxy.weather.lost = 1;
    viewer.send('lost', port, '127.0.0.1');
    await offer(); // by then it has been lost
    proxy.weather.lost = 0;
    viewer.send('next picture', port, '127.0.0.1');
    const [next] = (await once(viewer, 'message')) as [Buffer];
    expect(next.toString()).toBe('next picture');
    viewer.close();
  });

  test('says 404 when told, and not to the end of a session', async () => {
    proxy.fault = { kind: 'status', status: 404 };
    expect((await offer()).status).toBe(404);
    const ended = await fetch(new URL('/session/1', proxy.url), { method: 'DELETE' });
    expect(ended.status).toBe(201);
    expect(seen).toEqual(['DELETE /session/1 ']);
  });

  test('lets one token through', async () => {
    proxy.fault = { kind: 'token', token: 'right' };
    expect((await offer({ Authorization: 'Bearer wrong' })).status).toBe(401);
    expect((await offer({ Authorization: 'Bearer right' })).status).toBe(201);
  });

  test('redirects: with 307 the offer arrives, with 302 it is lost on the way', async () => {
    proxy.fault = { kind: 'redirect', status: 307 };
    expect((await offer()).status).toBe(201);
    expect(seen.at(-1)).toMatch(/^POST \/door\/whep v=0/);
    proxy.fault = { kind: 'redirect', status: 302 };
    await offer();
    expect(seen.at(-1)).toBe('GET /door/whep ');
  });

  test('turns the video down as a gateway without the format', async () => {
    proxy.fault = { kind: 'no-codec' };
    expect(await (await offer()).text()).toContain('m=video 0 ');
  });

  test('breaks the connection when the gateway is gone', async () => {
    gateway.close();
    gateway.closeAllConnections();
    await expect(offer()).rejects.toThrow('fetch failed');
  });
});
