import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { describeBuild } from './build-manifest.ts';

/**
 * Builds `service-worker.js` into `outDir`, with the manifest of what lies there inside it, then writes
 * `build-manifest.json`, which names the service worker too and is what the server serves by.
 */
export async function buildServiceWorker(root: string, outDir: string): Promise<void> {
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    define: { BUILD_MANIFEST: JSON.stringify(describeBuild(outDir)) },
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
  writeFileSync(join(outDir, 'build-manifest.json'), JSON.stringify(describeBuild(outDir), null, 1));
}
