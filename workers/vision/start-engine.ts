import type { Backend, EngineReport, EngineSetup, ModelCard } from '../../src/contracts/vision.ts';
import { PADDING } from '../../src/core/detection/paint-input.ts';
import { failed, ok } from '../../src/core/result.ts';
import type { Result } from '../../src/core/result.ts';
import type { Engine } from './engine.ts';
import { openOrtEngine } from './ort-engine.ts';

/** An engine that has run each of its cards once. */
export interface StartedEngine {
  readonly engine: Engine;
  readonly cards: readonly ModelCard[];
  readonly report: EngineReport;
}

type Setup = Pick<EngineSetup<unknown>, 'backend' | 'threads' | 'runtime' | 'models'>;

/**
 * Checks the models' digests, opens the engine and warms it up. WebGPU is taken when it is asked for, or with `auto`
 * when a hardware adapter is there; where it does not start, WASM is. Problems: `model-missing`,
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
  { threads: wanted, runtime, models }: Setup,
  webgpu: EngineReport['webgpu'],
): Promise<Result<StartedEngine>> {
  const wasm = runtime[backend];
  if (!wasm) return failed(backend === 'wasm' ? 'webgpu-blocked' : 'engine-failed', { backend });
  try {
    const threads = backend === 'wasm' && globalThis.crossOriginIsolated ? wanted : 1;
    const engine = await openOrtEngine({ backend, threads }, wasm, models);
    const cards = models.map(({ card }) => card);
    const warmUpMs = await warmUp(engine, cards);
    return ok({ engine, cards, report: { backend, threads, webgpu, warmUpMs } });
  } catch (error) {
    return failed('engine-failed', { backend, reason: toCode(error) });
  }
}

/** The runtime's own words as a short code. No frame has been seen yet, so they can hold nothing of one. */
function toCode(error: unknown): string {
  const words = error instanceof Error ? error.message : String(error);
  return words.replace(/[^\w.]+/g, '-').slice(0, 64);
}

/** Runs a blank picture of every size: compiling and allocating happen now, not before the first visitor. */
async function warmUp(engine: Engine, cards: readonly ModelCard[]): Promise<number> {
  const begin = performance.now();
  for (const card of cards) {
    const { width, height } = card.input;
    await engine.run(card, new Uint8ClampedArray(width * height * 4).fill(PADDING));
  }
  return performance.now() - begin;
}

async function sha256(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
