import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { MODELS } from '../backtest/model-choice.ts';
import { findChromium } from '../chromium.ts';
import { InputError } from '../mot-file.ts';
import type { DemoJob, DemoMessage, DemoOutcome } from './browser/demo-protocol.ts';
import { bundleDemo } from './demo-bundle.ts';

const RUNTIME = '../../node_modules/onnxruntime-web/dist/ort-wasm-simd-threaded.wasm';
const PAGE = `<!doctype html><meta charset="utf-8"><title>demo store</title><script type="module">
const worker = new Worker('/demo-run.js', { type: 'module' });
worker.onmessage = ({ data }) => hear(data);
worker.onerror = (event) => hear({ kind: 'failed', reason: event.message || 'the worker did not load' });
</script>`;

/**
 * Counts the demo store with the app's own workers in headless Chromium, every frame, and returns both the count and
 * the exact figures. Throws `InputError` without a browser.
 */
export async function runDemo(job: DemoJob, onProgress: (simulatedMs: number) => void): Promise<DemoOutcome> {
  const executablePath = findChromium();
  if (!executablePath) throw new InputError('no Chromium was found: install one or set CHROME_PATH');
  const server = await serve(job);
  const browser = await chromium.launch({ executablePath, headless: true, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    const outcome = new Promise<DemoOutcome>((resolve, reject) => {
      const hear = (message: DemoMessage): void => {
        if (message.kind === 'progress') onProgress(message.simulatedMs);
        else if (message.kind === 'finished') resolve(message.outcome);
        else reject(new Error(message.reason));
      };
      void page.exposeFunction('hear', hear).then(() => page.goto(addressOf(server)), reject);
      page.once('crash', () => reject(new Error('the browser page crashed')));
    });
    return await outcome;
  } finally {
    await browser.close();
    server.close();
  }
}

function addressOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function serve(job: DemoJob): Promise<Server> {
  const scripts = await bundleDemo();
  const [card] = job.cards;
  const answers = new Map<string, { readonly type: string; readonly body: string | Buffer }>([
    ['/', { type: 'text/html; charset=utf-8', body: PAGE }],
    ['/job', { type: 'application/json', body: JSON.stringify(job) }],
    ['/model', { type: 'application/octet-stream', body: readFileSync(`${MODELS}${card?.file ?? ''}`) }],
    [
      '/runtime',
      { type: 'application/wasm', body: readFileSync(fileURLToPath(new URL(RUNTIME, import.meta.url))) },
    ],
    ...[...scripts].map(([path, body]) => [path, { type: 'text/javascript; charset=utf-8', body }] as const),
  ]);
  const server = createServer((request, response) => {
    const answer = answers.get(request.url ?? '');
    response
      .writeHead(answer ? 200 : 404, { 'Content-Type': answer?.type ?? 'text/plain' })
      .end(answer?.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
