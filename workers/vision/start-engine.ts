import type { Backend, EngineReport, EngineSetup, ModelCard } from '../../src/contracts/vision.ts';
import { chooseVariant } from '../../src/core/detection/choose-variant.ts';
import type { GpuFeatures } from '../../src/core/detection/choose-variant.ts';
import { failed, ok } from '../../src/core/result.ts';
import type { Result } from '../../src/core/result.ts';
import { computesRightly } from './check-engine.ts';
import type { EngineParts } from './check-engine.ts';
import type { ModelInput } from './engine.ts';
import { chooseWay } from './gpu/choose-way.ts';
import { openGpu } from './gpu/gpu.ts';
import { createMemoryPictureReader } from './memory-picture-reader.ts';
import { openOrtEngine } from './ort-engine.ts';

/** An engine that has seen the known people with each of its cards, and what brings it pictures. */
export interface StartedEngine extends EngineParts {
  readonly cards: readonly ModelCard[];
  readonly report: EngineReport;
}

type Setup = Pick<EngineSetup<unknown>, 'backend' | 'threads' | 'runtime' | 'models'>;

/**
 * Checks the models' digests, opens the engine and warms it up. WebGPU is taken when it is asked for, or with `auto`
 * when a hardware adapter is there; where it does not start or computes wrongly, WASM is. Problems: `model-missing`,
 * `model-digest-mismatch`, `webgpu-blocked` (asked for and nothing else given), `engine-failed`.
 */
export async function startEngine(setup: Setup): Promise<Result<StartedEngine>> {
  if (setup.models.length === 0) return failed('model-missing');
  for (const { card, bytes } of setup.models) {
    if ((await sha256(bytes)) !== card.sha256) return failed('model-digest-mismatch', { file: card.file });
  }
  const webgpu = await judgeWebgpu(setup);
  if (webgpu !== 'used') return tryBackend('wasm', setup, webgpu);
  const started = await tryBackend('webgpu', setup, 'used');
  return started.ok || !setup.runtime.wasm ? started : tryBackend('wasm', setup, 'failed');
}

/** Whether WebGPU is worth trying, and if not, why. */
async function judgeWebgpu({ backend, runtime }: Setup): Promise<EngineReport['webgpu']> {
  if (backend === 'wasm') return 'not-asked';
  if (!runtime.webgpu || !('gpu' in navigator)) return 'not-available';
  const adapter = await navigator.gpu.requestAdapter();
  if (!adapter) return 'not-available';
  // Software adapters are correct and a hundred times slower than WASM: only on demand.
  return adapter.info.isFallbackAdapter && backend === 'auto' ? 'software-only' : 'used';
}

async function tryBackend(
  backend: Backend,
  setup: Setup,
  webgpu: EngineReport['webgpu'],
): Promise<Result<StartedEngine>> {
  const wasm = setup.runtime[backend];
  if (!wasm) return failed(backend === 'wasm' ? 'webgpu-blocked' : 'engine-failed', { backend });
  try {
    const opened = await (backend === 'wasm' ? openOnWasm(setup, wasm) : openOnGpu(setup, wasm));
    if (!opened) return failed('model-missing', { backend });
    const { engine, cards, reader, threads, write } = opened;
    const warmUpMs = await warmUp(opened);
    if (warmUpMs === null) return failed('engine-failed', { backend, reason: 'computes-wrongly' });
    const fullMs = await timeOf(opened);
    const frames = opened.frames ? { frames: opened.frames } : {};
    return ok({
      engine,
      cards,
      reader,
      write,
      report: { backend, threads, webgpu, warmUpMs, fullMs, ...frames },
    });
  } catch (error) {
    return failed('engine-failed', { backend, reason: toCode(error) });
  }
}

/** An engine with what brings it pictures, before it has run. */
interface Opened extends Omit<StartedEngine, 'report'>, Pick<EngineReport, 'threads' | 'frames'> {}

async function openOnWasm(setup: Setup, wasm: ArrayBuffer): Promise<Opened | null> {
  const models = modelsFor(setup, null);
  if (models.length === 0) return null;
  const threads = globalThis.crossOriginIsolated ? setup.threads : 1;
  const engine = await openOrtEngine({ gpu: null, threads }, wasm, models);
  return { engine, cards: cardsOf(models), reader: createMemoryPictureReader(), threads, write: inMemory };
}

async function openOnGpu(setup: Setup, wasm: ArrayBuffer): Promise<Opened | null> {
  const gpu = await openGpu();
  const models = modelsFor(setup, gpu.device.features);
  if (models.length === 0) return null;
  try {
    const engine = await openOrtEngine({ gpu, threads: 1 }, wasm, models);
    const common = { engine, cards: cardsOf(models), threads: 1 };
    if (models[0]?.card.layout === 'rgba-u8-nhwc')
      return { ...common, reader: createMemoryPictureReader(), write: inMemory };
    const reader = await chooseWay(gpu);
    return { ...common, reader, frames: reader.frames, write: reader.write };
  } catch (error) {
    gpu.device.destroy();
    throw error;
  }
}

type Models = Setup['models'];

function modelsFor({ models }: Setup, gpu: GpuFeatures | null): Models {
  const cards = chooseVariant(cardsOf(models), gpu);
  return models.filter(({ card }) => cards.includes(card));
}

function cardsOf(models: Models): readonly ModelCard[] {
  return models.map(({ card }) => card);
}

function inMemory(_: ModelCard, picture: Uint8ClampedArray<ArrayBuffer>): ModelInput {
  return picture;
}

/** The runtime's own words as a short code. No frame has been seen yet, so they can hold nothing of one. */
function toCode(error: unknown): string {
  const words = error instanceof Error ? error.message : String(error);
  return words.replace(/[^\w.]+/g, '-').slice(0, 64);
}

/**
 * Runs the known frame in every size: compiling and allocating happen now, not before the first visitor. Returns the
 * time it took, ms; null where the known people were not seen.
 */
async function warmUp(opened: Opened): Promise<number | null> {
  const begin = performance.now();
  for (const card of opened.cards) if (!(await computesRightly(opened, card))) return null;
  return performance.now() - begin;
}

/** Runs of which the shortest tells: what disturbs a run only makes it longer, and a page that starts disturbs. */
const TIMED_RUNS = 4;

/** Time of one picture with the first card, ms, once everything is warm. */
async function timeOf(opened: Opened): Promise<number> {
  const [card] = opened.cards;
  if (!card) return 0;
  const times: number[] = [];
  for (let run = 0; run < TIMED_RUNS; run++) {
    const begin = performance.now();
    await computesRightly(opened, card);
    times.push(performance.now() - begin);
  }
  return Math.min(...times);
}

async function sha256(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
