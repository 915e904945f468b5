import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** A request as the gateway got it. */
export interface Heard {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface ScriptedGateway {
  /** Address of its stream. */
  readonly url: string;
  readonly heard: readonly Heard[];
  /** Gone from the network. */
  readonly close: () => Promise<void>;
}

/** A gateway on loopback that answers by script and speaks no WebRTC; it ends with the test. */
export async function scriptedGateway(
  reply: (heard: Heard, response: ServerResponse) => void,
): Promise<ScriptedGateway> {
  const heard: Heard[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const one = { method: request.method, url: request.url, headers: request.headers, body };
      heard.push(one);
      reply(one, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = (): Promise<void> => closeServer(server);
  onTestFinished(close);
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/door/whep`, heard, close };
}

function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => void server.close(() => resolve()));
}
