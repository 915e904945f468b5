import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { describeBuild } from './build-manifest.ts';

/**
 * Builds `service-worker.js` into `outDir`, with the manifest of what lies there inside it, then writes
 * `build-manifest.json`, which names the service worker too and is what the server serves by. Both name the build by
 * the same digest, which leaves out the service worker: a file cannot hold a digest that covers itself.
 */
export async function buildServiceWorker(root: string, outDir: string): Promise<void> {
  const app = describeBuild(outDir);
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    define: { BUILD_MANIFEST: JSON.stringify(app) },
    build: {
      target: 'es2024',
      outDir,
      emptyOutDir: false,
      rolldownOptions: {
        input: join(root, 'workers/service-worker/main.ts'),
        output: { format: 'iife', entryFileNames: 'service-worker.js' },
      },
    },
  });
  const served = { ...describeBuild(outDir), build: app.build };
  writeFileSync(join(outDir, 'build-manifest.json'), JSON.stringify(served, null, 1));
}
