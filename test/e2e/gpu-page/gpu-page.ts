import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { bundleInMemory } from '../../../tools/bundle-in-memory.ts';
import { openBrowser } from '../browser.ts';
import type { bench } from './bench.ts';

/** The functions of `bench.ts`, called in Chromium on its software adapter. */
export interface GpuPage {
  ask<Name extends keyof typeof bench>(
    name: Name,
    ...args: Parameters<(typeof bench)[Name]>
  ): Promise<Awaited<ReturnType<(typeof bench)[Name]>>>;
  close(): Promise<void>;
}

const root = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

const SOFTWARE_WEBGPU = [
  '--enable-unsafe-webgpu',
  '--use-webgpu-adapter=swiftshader',
  '--ignore-gpu-blocklist',
];
const PAGE =
  '<!doctype html><meta charset="utf-8"><title>gpu</title><script type="module" src="/bench.js"></script>';

/** Bundles the page in memory and opens it. */
export async function openGpuPage(): Promise<GpuPage> {
  const scripts = await bundleInMemory({ bench: root('test/e2e/gpu-page/bench.ts') });
  const server = createServer(({ url = '/' }, response) => {
    const script = scripts.get(url);
    const disk = script === undefined ? fileOf(url) : null;
    if (url === '/') response.writeHead(200, { 'Content-Type': 'text/html' }).end(PAGE);
    else if (script !== undefined) response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(script);
    else if (disk) response.writeHead(200).end(readFileSync(disk));
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = await openBrowser({ args: SOFTWARE_WEBGPU });
  await browser.page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await browser.page.waitForFunction('globalThis.bench !== undefined');
  return {
    ask: (name, ...args) => browser.page.evaluate(`bench.${name}(...${JSON.stringify(args)})`),
    async close() {
      await browser.close();
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Models and runtime. */
function fileOf(url: string): string | null {
  const model = /^\/models\/([\w-]+\.(?:json|onnx))$/.exec(url)?.[1];
  if (model) return root(`public/models/${model}`);
  const backend = /^\/runtime\/(wasm|webgpu)$/.exec(url)?.[1];
  if (!backend) return null;
  return root(
    `node_modules/onnxruntime-web/dist/ort-wasm-simd-threaded${backend === 'wasm' ? '' : '.jspi'}.wasm`,
  );
}
