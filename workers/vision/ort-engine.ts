import type * as Ort from 'onnxruntime-web';
import type { Backend, EngineSetup, ModelCard } from '../../src/contracts/vision.ts';
import type { Candidates } from '../../src/core/detection/suppress.ts';
import type { Engine, ModelInput } from './engine.ts';
import type { Gpu } from './gpu/gpu.ts';
import { sealRuntimeThreads } from './runtime-threads.ts';

/** What a session is to run on: the graphics card, or WASM where it is null. */
export interface RuntimeChoice {
  readonly gpu: Gpu | null;
  /** For WASM. More than one needs a cross-origin isolated page. */
  readonly threads: number;
}

/**
 * Opens onnxruntime-web with one backend and one session per model file. The runtime's wasm is handed in, so nothing
 * is fetched but the runtime's own script. Rejects when the backend does not start.
 */
export async function openOrtEngine(
  { gpu, threads }: RuntimeChoice,
  wasm: ArrayBuffer,
  models: EngineSetup<unknown>['models'],
): Promise<Engine> {
  const backend = gpu ? 'webgpu' : 'wasm';
  const ort = await loadRuntime(backend);
  ort.env.wasm.wasmBinary = wasm;
  ort.env.wasm.numThreads = threads;
  if (threads > 1) sealRuntimeThreads(globalThis); // all are started with the first session
  ort.env.logLevel = 'error';
  const sessions = new Map<string, Ort.InferenceSession>();
  for (const { card, bytes } of models) {
    if (sessions.has(card.sha256)) continue;
    const provider = gpu ? { name: 'webgpu', device: gpu.device } : 'wasm';
    const options = { executionProviders: [provider], graphOptimizationLevel: 'all' } as const;
    sessions.set(card.sha256, await ort.InferenceSession.create(bytes, options));
  }

  return {
    backend,
    async run(card, input) {
      const session = sessions.get(card.sha256);
      if (!session) throw new Error(`model ${card.name} was not loaded`);
      await gpu?.settled(); // a runtime that is given a dead device may wait for ever
      const run = session.run({ [card.tensors.input]: toTensor(ort, card, input) });
      const results = await (gpu ? Promise.race([run, gpu.failure]) : run);
      await gpu?.settled();
      const candidates = {
        boxes: read(results, card.tensors.boxes),
        scores: read(results, card.tensors.scores),
      };
      if (!isAnswer(candidates)) throw new Error('the network gave no scores');
      return candidates;
    },
  };
}

/** Only the chosen runtime's script is loaded. WebGPU needs WebAssembly that can wait (JSPI). */
async function loadRuntime(backend: Backend): Promise<typeof Ort> {
  return backend === 'webgpu' ? import('onnxruntime-web/jspi') : import('onnxruntime-web/wasm');
}

function toTensor(
  ort: typeof Ort,
  { layout, input: { width, height } }: ModelCard,
  input: ModelInput,
): Ort.Tensor {
  if (layout === 'rgb-f32-nchw') {
    if (input instanceof Uint8ClampedArray) throw new Error('the model takes pictures on the graphics card');
    return ort.Tensor.fromGpuBuffer(input, { dataType: 'float32', dims: [1, 3, height, width] });
  }
  if (!(input instanceof Uint8ClampedArray)) throw new Error('the model takes pictures in memory');
  const pixels = new Uint8Array(input.buffer, input.byteOffset, input.byteLength);
  return new ort.Tensor('uint8', pixels, [1, height, width, 4]);
}

/** A sigmoid is never 0 everywhere and always a number: such scores are of a device that is gone, or of an overflow. */
function isAnswer({ scores }: Candidates): boolean {
  const sum = scores.reduce((total, score) => total + score, 0);
  return sum > 0 && sum < Infinity;
}

function read(results: Ort.InferenceSession.OnnxValueMapType, name: ModelCard['name']): Float32Array {
  const data = results[name]?.data;
  if (!(data instanceof Float32Array)) throw new Error(`the model has no output "${name}" of float32`);
  return data;
}
