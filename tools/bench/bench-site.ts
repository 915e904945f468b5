import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import type { ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { PAGE_SCRIPT } from './bundle-bench.ts';

/** What the benchmark's browser may ask for. */
export interface BenchFiles {
  /** Content by request path. */
  readonly built: ReadonlyMap<string, string | Uint8Array>;
  /** Paths on disk by request path. */
  readonly disk: ReadonlyMap<string, string>;
}

export interface BenchSite {
  /** `http://127.0.0.1:port` */
  readonly address: string;
  close(): Promise<void>;
}

const PAGE = `<!doctype html><meta charset="utf-8"><title>bench</title><link rel="icon" href="data:,">
<script type="module" src="${PAGE_SCRIPT}"></script>`;

/** As the app's: threads need a page that is isolated from other origins. */
const ISOLATED = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

/** Serves the benchmark on the loopback address and a free port. */
export async function openBenchSite({ built, disk }: BenchFiles): Promise<BenchSite> {
  const server = createServer((request, response) => {
    const path = request.url === '/' ? '/bench.html' : (request.url ?? '');
    const content = path === '/bench.html' ? PAGE : built.get(path);
    const onDisk = disk.get(path);
    if (content !== undefined) begin(response, path).end(content);
    else if (onDisk !== undefined) {
      createReadStream(onDisk)
        .on('error', () => response.destroy())
        .pipe(begin(response, path));
    } else response.writeHead(404, ISOLATED).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function begin(response: ServerResponse, path: string): ServerResponse {
  return response.writeHead(200, {
    ...ISOLATED,
    'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream',
  });
}
