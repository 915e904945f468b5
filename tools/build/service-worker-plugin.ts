import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';
import { describeBuild } from './build-manifest.ts';

/**
 * After the app's own files: builds `service-worker.js` with their manifest inside it, then writes
 * `build-manifest.json`, which names the service worker too and is what the server serves by.
 */
export function serviceWorkerPlugin(): Plugin {
  let root = '';
  let outDir = '';
  return {
    name: 'kazoe-service-worker',
    apply: 'build',
    configResolved(config) {
      root = config.root;
      outDir = join(config.root, config.build.outDir);
    },
    async closeBundle(error) {
      if (error) return;
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
    },
  };
}
