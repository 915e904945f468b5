import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ScriptBundle } from '../../tools/bundle-in-memory.ts';

export interface ProbeServer {
  readonly url: string;
  close(): void;
}

const ISOLATED = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

/** Serves scripts and files to an empty page, which is cross-origin isolated or is not. */
export async function serveProbe(
  scripts: ScriptBundle,
  files: ReadonlyMap<string, Buffer>,
  isolated: boolean,
): Promise<ProbeServer> {
  const headers = isolated ? ISOLATED : {};
  const server = createServer(({ url = '/' }, response) => {
    const script = scripts.get(url);
    const body = url === '/' ? '<!doctype html>' : (script ?? files.get(url));
    const type = url === '/' ? 'text/html' : script ? 'text/javascript' : 'application/octet-stream';
    response.writeHead(body === undefined ? 404 : 200, { 'Content-Type': type, ...headers }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
