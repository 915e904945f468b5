import type * as Ort from 'onnxruntime-web';
import type { Backend, EngineSetup, ModelCard } from '../../src/contracts/vision.ts';
import type { Engine } from './engine.ts';
import { sealRuntimeThreads } from './runtime-threads.ts';

/** What a session is to run on. More than one thread is for WASM in a cross-origin isolated page. */
export interface RuntimeChoice {
  readonly backend: Backend;
  readonly threads: number;
}

/**
 * Opens onnxruntime-web with one backend and one session per model file. The runtime's wasm is handed in, so nothing
 * is fetched but the runtime's own script. Rejects when the backend does not start.
 */
export async function openOrtEngine(
  { backend, threads }: RuntimeChoice,
  wasm: ArrayBuffer,
  models: EngineSetup<unknown>['models'],
): Promise<Engine> {
  const ort = await loadRuntime(backend);
  ort.env.wasm.wasmBinary = wasm;
  ort.env.wasm.numThreads = threads;
  if (threads > 1) sealRuntimeThreads(globalThis); // all are started with the first session
  ort.env.logLevel = 'error';
  const sessions = new Map<string, Ort.InferenceSession>();
  for (const { card, bytes } of models) {
    if (sessions.has(card.sha256)) continue;
    const options = { executionProviders: [backend], graphOptimizationLevel: 'all' } as const;
    sessions.set(card.sha256, await ort.InferenceSession.create(bytes, options));
  }

  return {
    backend,
    async run(card, input) {
      const session = sessions.get(card.sha256);
      if (!session) throw new Error(`model ${card.name} was not loaded`);
      const { width, height } = card.input;
      const pixels = new Uint8Array(input.buffer, input.byteOffset, input.byteLength);
      const tensor = new ort.Tensor('uint8', pixels, [1, height, width, 4]);
      const results = await session.run({ [card.tensors.input]: tensor });
      return { boxes: read(results, card.tensors.boxes), scores: read(results, card.tensors.scores) };
    },
  };
}

/** Only the chosen runtime's script is loaded. WebGPU needs WebAssembly that can wait (JSPI). */
async function loadRuntime(backend: Backend): Promise<typeof Ort> {
  return backend === 'webgpu' ? import('onnxruntime-web/jspi') : import('onnxruntime-web/wasm');
}

function read(results: Ort.InferenceSession.OnnxValueMapType, name: ModelCard['name']): Float32Array {
  const data = results[name]?.data;
  if (!(data instanceof Float32Array)) throw new Error(`the model has no output "${name}" of float32`);
  return data;
}
