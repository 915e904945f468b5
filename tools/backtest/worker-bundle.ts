import { fileURLToPath } from 'node:url';
import { bundleInMemory, type ScriptBundle } from '../bundle-in-memory.ts';

/** Where the page finds the worker's first file. */
export const WORKER_PATH = '/worker.js';

/** Bundles `browser/worker.ts` with the pipeline. */
export function bundleWorker(): Promise<ScriptBundle> {
  return bundleInMemory({ worker: fileURLToPath(new URL('browser/worker.ts', import.meta.url)) });
}
