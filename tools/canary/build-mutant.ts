import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, loadConfigFromFile, mergeConfig, type Plugin } from 'vite';
import type { Mutant } from './mutant.ts';
import type { Patch } from './patch.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** One detector of one size: the app runs each that it has at its start, which takes half of a copy's time. */
const MODEL_FILES = ['nanodet-320x192.json', 'nanodet.onnx'];
/** The runtime for graphics cards, which the canary's browser has none of. */
const NOT_NEEDED = /\.jspi-[\w-]+\.wasm$/;

/** Applies a patch to its file's text. Throws when its place is not there exactly once: the mutant would be void. */
export function applyPatch(source: string, { file, find, replace }: Patch): string {
  const parts = source.split(find);
  if (parts.length !== 2) throw new Error(`${file}: the place to patch is there ${parts.length - 1} times`);
  return parts.join(replace);
}

/**
 * Builds the app from its real source with some patches into a folder of its own, which the caller removes. Throws when
 * a patch did not find its place, or its file is no part of the build. The copy has one detector of one size.
 */
export async function buildMutant({
  patches,
  isPolicyOpen = false,
}: Pick<Mutant, 'patches' | 'isPolicyOpen'>): Promise<string> {
  const dist = mkdtempSync(join(tmpdir(), 'kazoe-mutant-'));
  const applied = new Set<Patch>();
  const patching = (): Plugin => patchPlugin(patches, applied);
  const config = await loadConfigFromFile(
    { command: 'build', mode: 'production' },
    join(ROOT, 'vite.config.ts'),
  );
  await build(
    mergeConfig(config?.config ?? {}, {
      root: ROOT,
      configFile: false,
      logLevel: 'error',
      plugins: [patching(), fewFilesPlugin(dist)],
      worker: { plugins: () => [patching()] },
      build: { outDir: dist, emptyOutDir: true, minify: false },
    }),
  );
  const missed = patches.filter((patch) => !applied.has(patch)).map(({ file }) => file);
  if (missed.length > 0) throw new Error(`patches of these files were not built in: ${missed.join(', ')}`);
  if (isPolicyOpen) openPolicy(dist);
  return dist;
}

/** As served by a server whose policy lets the document talk to everybody. */
function openPolicy(dist: string): void {
  const path = join(dist, 'build-manifest.json');
  writeFileSync(path, readFileSync(path, 'utf8').replaceAll("connect-src 'self'", 'connect-src *'));
}

function patchPlugin(patches: readonly Patch[], applied: Set<Patch>): Plugin {
  return {
    name: 'kazoe-mutant',
    enforce: 'pre',
    transform(code, id) {
      const [path = ''] = id.split('?');
      const ofFile = patches.filter(({ file }) => path === join(ROOT, file));
      for (const patch of ofFile) applied.add(patch);
      return ofFile.length === 0 ? null : { code: ofFile.reduce(applyPatch, code), map: null };
    },
  };
}

/** Runs before the service worker is built, which names every file. */
function fewFilesPlugin(dist: string): Plugin {
  const [models, assets] = [join(dist, 'models'), join(dist, 'assets')];
  return {
    name: 'kazoe-mutant-files',
    writeBundle() {
      for (const file of readdirSync(models)) if (!MODEL_FILES.includes(file)) rmSync(join(models, file));
      for (const file of readdirSync(assets)) if (NOT_NEEDED.test(file)) rmSync(join(assets, file));
      writeFileSync(join(models, 'index.json'), JSON.stringify(MODEL_FILES.slice(0, 1)));
    },
  };
}
