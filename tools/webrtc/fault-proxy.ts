import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { openUdpRelay, type UdpRelay, type Weather } from './udp-relay.ts';

/** What happens to an offer on its way. */
export type OfferFault =
  | { readonly kind: 'none' }
  | { readonly kind: 'status'; readonly status: 404 }
  /** Any other token is refused with 401. */
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'redirect'; readonly status: 302 | 307 }
  | { readonly kind: 'slow'; readonly delayMs: number }
  /** The answer turns the video down, as that of a gateway which has H.265 alone. */
  | { readonly kind: 'no-codec' };

/** A gateway's HTTP with faults before it. Media takes a way of its own, through a relay with `weather`. */
export interface FaultProxy {
  readonly url: string;
  readonly weather: Weather;
  fault: OfferFault;
  close(): Promise<void>;
}

const MOVED = '/moved';
const CORS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Methods': 'POST, PATCH, DELETE',
  'Access-Control-Allow-Headers': 'Authorization, Content-Type, If-Match',
  'Access-Control-Expose-Headers': 'Location',
};

/** Stands before a gateway that answers with 201 and is on loopback; its own address stays while that one comes and goes. */
export async function openFaultProxy(gatewayUrl: string): Promise<FaultProxy> {
  const proxy = new OfferProxy(new URL(gatewayUrl));
  await proxy.listen();
  return proxy;
}

class OfferProxy implements FaultProxy {
  readonly weather: Weather = { lost: 0, delayMs: 0 };
  fault: OfferFault = { kind: 'none' };
  readonly #gateway: URL;
  readonly #relays = new Set<UdpRelay>();
  readonly #server = createServer((request, response) => void this.#handle(request, response));

  constructor(gateway: URL) {
    this.#gateway = gateway;
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}${this.#gateway.pathname}`;
  }

  async listen(): Promise<void> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
  }

  async close(): Promise<void> {
    for (const relay of this.#relays) relay.close();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await textOf(request);
    if (request.method === 'OPTIONS') {
      reply(response, 204);
      return;
    }
    if (request.method === 'POST' && (await this.#refuse(request, response))) return;
    try {
      await this.#pass(request, body, response);
    } catch {
      response.destroy(); // the gateway is gone: so are we
    }
  }

  /** Whether the fault was the whole answer. */
  async #refuse(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const { fault } = this;
    switch (fault.kind) {
      case 'none':
      case 'no-codec':
        return false;
      case 'slow':
        await wait(fault.delayMs);
        return false;
      case 'status':
        reply(response, fault.status);
        return true;
      case 'token':
        if (request.headers.authorization === `Bearer ${fault.token}`) return false;
        reply(response, 401);
        return true;
      case 'redirect':
        if (request.url?.startsWith(MOVED)) return false;
        reply(response, fault.status, { headers: { Location: `${MOVED}${request.url ?? ''}` } });
        return true;
    }
  }

  async #pass(request: IncomingMessage, body: string, response: ServerResponse): Promise<void> {
    const path = (request.url ?? '').replace(MOVED, '');
    const isOffer = request.method === 'POST';
    const { 'content-type': type } = request.headers;
    const answer = await fetch(`${this.#gateway.origin}${path}`, {
      method: request.method ?? 'GET',
      ...(type && { headers: { 'Content-Type': type } }),
      ...(body && { body: isOffer ? withoutCandidates(body) : body }),
    });
    const text = await answer.text();
    const location = answer.headers.get('location');
    reply(response, answer.status, {
      headers: { 'Content-Type': 'application/sdp', ...(location && { Location: location }) },
      body: isOffer && answer.ok ? await this.#changed(text) : text,
    });
  }

  async #changed(sdp: string): Promise<string> {
    if (this.fault.kind === 'no-codec') return sdp.replace(/^m=video \d+/m, 'm=video 0');
    const lines = await Promise.all(sdp.split('\r\n').map((line) => this.#throughRelay(line)));
    return lines.join('\r\n');
  }

  /** `a=candidate:… udp PRIORITY ADDRESS PORT typ host …` (RFC 8839) with the port of a relay. */
  async #throughRelay(line: string): Promise<string> {
    if (!line.startsWith('a=candidate:')) return line;
    const parts = line.split(' ');
    const relay = await openUdpRelay(Number(parts[5]), this.weather);
    this.#relays.add(relay);
    return parts.with(5, String(relay.port)).join(' ');
  }
}

/** The gateway learns where the browser is from its packets alone, and so writes to the relay only. */
function withoutCandidates(sdp: string): string {
  return sdp
    .split('\r\n')
    .filter((line) => !line.startsWith('a=candidate:'))
    .join('\r\n');
}

function reply(
  response: ServerResponse,
  status: number,
  { headers = {}, body = '' }: { readonly headers?: Record<string, string>; readonly body?: string } = {},
): void {
  response.writeHead(status, { ...CORS, ...headers }).end(body);
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request as AsyncIterable<Buffer>) text += chunk.toString();
  return text;
}
