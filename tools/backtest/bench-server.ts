import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import type { Job, Message } from './browser/protocol.ts';
import { WORKER_PATH } from './worker-bundle.ts';
import type { ScriptBundle } from '../bundle-in-memory.ts';

/** What the worker may ask for. */
export interface BenchFiles {
  readonly worker: ScriptBundle;
  readonly job: Job;
  /** Paths on disk by request path: models and runtime. */
  readonly disk: ReadonlyMap<string, string>;
  /** Called when the worker asks for the frames. */
  readonly openFrames: () => Readable;
  readonly onMessages: (messages: readonly Message[]) => void;
}

export interface BenchServer {
  /** `http://127.0.0.1:port` */
  readonly address: string;
  close(): Promise<void>;
}

const PAGE = `<!doctype html><meta charset="utf-8"><title>backtest</title><script type="module">
const worker = new Worker('${WORKER_PATH}', { type: 'module' });
worker.onerror = (event) => workerFailed(event.message || 'the worker did not load');
</script>`;

/** Serves one run to one browser, on the loopback address and a free port. */
export async function openBenchServer(files: BenchFiles): Promise<BenchServer> {
  const server = createServer((request, response) => void answer(files, request, response));
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

async function answer(files: BenchFiles, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = request.url ?? '/';
  const script = files.worker.get(path);
  const disk = files.disk.get(path);
  if (path === '/') send(response, 'text/html', PAGE);
  else if (script !== undefined) send(response, 'text/javascript', script);
  else if (path === '/job') send(response, 'application/json', JSON.stringify(files.job));
  else if (path === '/frames') stream(files.openFrames(), response);
  else if (disk !== undefined) stream(createReadStream(disk), response);
  else if (path === '/messages' && request.method === 'POST') {
    files.onMessages(JSON.parse(await text(request)) as Message[]);
    response.writeHead(204).end();
  } else response.writeHead(404).end();
}

function send(response: ServerResponse, type: string, body: string): void {
  response.writeHead(200, { 'Content-Type': `${type}; charset=utf-8` }).end(body);
}

function stream(source: Readable, response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'application/octet-stream' });
  source.on('error', () => response.destroy()).pipe(response);
}
