import type { GpuFeatures } from '../../core/detection/choose-variant.ts';

/** What WebGPU would run on. */
export type GpuState = 'hardware' | 'software-only' | 'not-available';

/**
 * WebGPU is worth trying on an adapter that is not software, which is a hundred times slower than WASM, in a browser
 * that can suspend WebAssembly.
 */
export async function findGpu(): Promise<GpuState> {
  if (!('Suspending' in WebAssembly)) return 'not-available';
  const adapter = await findAdapter();
  if (!adapter) return 'not-available';
  return adapter.info.isFallbackAdapter ? 'software-only' : 'hardware';
}

/** What the graphics card can do; null where there is none. */
export async function gpuFeatures(): Promise<GpuFeatures | null> {
  return (await findAdapter())?.features ?? null;
}

async function findAdapter(): Promise<GPUAdapter | null> {
  return 'gpu' in navigator ? navigator.gpu.requestAdapter() : null;
}
