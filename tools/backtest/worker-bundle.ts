import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** Files of the developer's worker by request path, as text. */
export type WorkerBundle = ReadonlyMap<string, string>;

/** Where the page finds the worker's first file. */
export const WORKER_PATH = '/worker.js';

const file = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Bundles `browser/worker.ts` with the pipeline, in memory: nothing of it ever lies where the app is served from. */
export async function bundleWorker(): Promise<WorkerBundle> {
  const result = await build({
    root: file('../..'),
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2024',
      minify: false,
      modulePreload: false, // its helper wants a document
      rolldownOptions: {
        input: file('browser/worker.ts'),
        output: { entryFileNames: WORKER_PATH.slice(1), chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  });
  const files = new Map<string, string>();
  for (const { output } of [result].flat() as readonly { readonly output: readonly BundledFile[] }[]) {
    for (const part of output) if (part.type === 'chunk') files.set(`/${part.fileName}`, part.code);
  }
  return files;
}

type BundledFile =
  { readonly type: 'chunk'; readonly fileName: string; readonly code: string } | { readonly type: 'asset' };
