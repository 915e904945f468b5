import { createReadStream, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { BuildManifest } from '../../src/contracts/build-manifest.ts';
import { responseHeaders } from '../build/response-headers.ts';

/** The port is another program's already. */
export class PortTaken extends Error {
  override readonly name = 'PortTaken';
}

export interface AppServer {
  close(): Promise<void>;
}

const LOOPBACK = ['127.0.0.1', '::1'];
const MANIFEST = '/build-manifest.json';

/** Serves the build in `dist` at `http://localhost:<port>`, on the loopback addresses alone. Throws `PortTaken`. */
export async function openAppServer(dist: string, port: number): Promise<AppServer> {
  const respond = appResponder(dist);
  const servers: Server[] = [];
  const close = async () => {
    await Promise.all(servers.map(closed));
  };
  try {
    for (const address of LOOPBACK) {
      const server = createServer(respond);
      if (await listening(server, { port, host: address })) servers.push(server);
    }
  } catch (error) {
    await close();
    throw error;
  }
  return { close };
}

/** Rejects with `PortTaken` when something listens on `port` already. */
export async function assertPortFree(port: number): Promise<void> {
  for (const host of LOOPBACK) {
    const probe = createServer();
    if (await listening(probe, { port, host })) await closed(probe);
  }
}

/**
 * Answers requests with the files that the build manifest names, and with nothing else: no path of a request ever
 * reaches the file system. Other host names than the loopback's are refused, so that no foreign page can rebind here.
 */
export function appResponder(dist: string): (request: IncomingMessage, response: ServerResponse) => void {
  const manifestText = readFileSync(join(dist, 'build-manifest.json'), 'utf8');
  const manifest = JSON.parse(manifestText) as BuildManifest;
  return (request, response) => {
    const path = requestPath(request.url ?? '/');
    const file = path !== null && Object.hasOwn(manifest.files, path) ? manifest.files[path] : undefined;
    if (!isLoopbackName(request.headers.host)) refuse(response, 421);
    else if (request.method !== 'GET' && request.method !== 'HEAD') refuse(response, 405);
    else if (path === MANIFEST) response.writeHead(200, responseHeaders(path).headers).end(manifestText);
    else if (path === null || !file) refuse(response, 404);
    else {
      const tag = `"${file.sha256}"`;
      const headers = { ...manifest.headers[file.headers], ETag: tag };
      if (request.headers['if-none-match'] === tag) response.writeHead(304, headers).end();
      else {
        response.writeHead(200, { ...headers, 'Content-Length': file.bytes });
        if (request.method === 'HEAD') response.end();
        else sendFile(join(dist, path), response);
      }
    }
  };
}

/** A file that went missing since the build cuts the answer short, which the browser reports as a network error. */
function sendFile(path: string, response: ServerResponse): void {
  createReadStream(path)
    .on('error', () => response.destroy())
    .pipe(response);
}

/** The path to look up, without the query; null where it is not one. */
function requestPath(url: string): string | null {
  try {
    const path = decodeURIComponent(url.split(/[?#]/, 1)[0] ?? '');
    return path === '/' ? '/index.html' : path;
  } catch {
    return null; // a broken percent-escape names no file
  }
}

function isLoopbackName(host: string | undefined): boolean {
  return /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host ?? '');
}

function refuse(response: ServerResponse, status: 404 | 405 | 421): void {
  response.writeHead(status, responseHeaders('/refused.txt').headers).end(`${status}\n`);
}

/** True when it listens; false when this computer lacks the address (no IPv6). */
function listening(server: Server, at: { readonly port: number; readonly host: string }): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') reject(new PortTaken(`port ${at.port} is taken`));
      else if (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT') resolve(false);
      else reject(error);
    });
    server.listen(at, () => resolve(true));
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
