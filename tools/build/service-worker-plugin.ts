import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { buildServiceWorker } from './build-service-worker.ts';

/** After the app's own files: the service worker and the manifest of the build. */
export function serviceWorkerPlugin(): Plugin {
  let root = '';
  let outDir = '';
  return {
    name: 'kazoe-service-worker',
    apply: 'build',
    configResolved(config) {
      root = config.root;
      outDir = resolve(config.root, config.build.outDir);
    },
    async closeBundle(error) {
      if (!error) await buildServiceWorker(root, outDir);
    },
  };
}
