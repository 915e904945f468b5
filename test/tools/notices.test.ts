import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { build, type Plugin } from 'vite';
import { thirdPartyNotices } from '../../tools/notices.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

test('the notices that are served name the installed versions (else run: npx tsx tools/notices.ts)', () => {
  const served = readFileSync(`${root}/public/third-party-notices.txt`, 'utf8');
  expect(served).toBe(thirdPartyNotices(root));
});

/** Parts of others that carry no licence of their own: they stand under that of the package they are built into. */
const COVERED: Readonly<Record<string, string>> = { 'onnxruntime-common': 'onnxruntime-web' };

test('every package of which something is in the served scripts is named', async () => {
  const packages = new Set<string>();
  const collect = (): Plugin => ({
    name: 'collect-packages',
    generateBundle(_, bundle) {
      const modules = Object.values(bundle).flatMap((part) => (part.type === 'chunk' ? part.moduleIds : []));
      for (const id of modules) {
        const [, name] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id) ?? [];
        if (name !== undefined) packages.add(COVERED[name] ?? name);
      }
    },
  });
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    plugins: [collect()],
    worker: { format: 'es', plugins: () => [collect()] },
    build: { write: false, target: 'es2024', minify: false, assetsInlineLimit: 0 },
  });
  const served = readFileSync(`${root}/public/third-party-notices.txt`, 'utf8');
  const named = [...served.matchAll(/^(\S+) \d+\.\d+\.\d+\S* \(/gm)].map(([, name]) => name);
  expect(packages.size).toBeGreaterThan(4);
  expect([...packages].filter((name) => !named.includes(name))).toEqual([]);
});
