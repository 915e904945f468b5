import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Somebody else's server on another port: whatever reaches it is written down. */
export interface Stranger {
  readonly port: number;
  /** Requests by method and path, connections without one, and packets. */
  readonly heard: readonly string[];
  forget(): void;
  close(): Promise<void>;
}

/** Listens for HTTP and for packets (STUN) on one port of the loopback; lets everybody read its answers. */
export async function startStranger(): Promise<Stranger> {
  const heard: string[] = [];
  const server = createServer((request, response) => {
    heard.push(`${request.method} ${request.url}`);
    response.writeHead(200, { 'Access-Control-Allow-Origin': '*', 'Content-Type': 'text/javascript' });
    response.end('globalThis.attacked = true;');
  });
  server.on('upgrade', (request, socket) => {
    heard.push(`upgrade ${request.url ?? ''}`);
    socket.destroy();
  });
  server.on('connection', () => heard.push('connection'));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const socket = createSocket('udp4', () => heard.push('packet')).bind(port, '127.0.0.1');
  await once(socket, 'listening');
  return {
    port,
    heard,
    forget: () => void heard.splice(0),
    close: async () => {
      socket.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
