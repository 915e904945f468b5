import type { Backend } from '../../contracts/vision.ts';
import type { GpuFeatures } from '../../core/detection/choose-variant.ts';

/**
 * The backends whose runtime is worth fetching. WASM is always among them, as what is left when WebGPU fails.
 * WebGPU needs an adapter that is not software, and a browser that can suspend WebAssembly.
 */
export async function usableBackends(wanted: Backend | 'auto'): Promise<readonly Backend[]> {
  if (wanted === 'wasm' || !('Suspending' in WebAssembly)) return ['wasm'];
  if (wanted === 'webgpu') return ['wasm', 'webgpu'];
  return (await hasHardwareAdapter()) ? ['wasm', 'webgpu'] : ['wasm'];
}

/** What the graphics card can do; null where there is none. */
export async function gpuFeatures(): Promise<GpuFeatures | null> {
  return (await findAdapter())?.features ?? null;
}

async function hasHardwareAdapter(): Promise<boolean> {
  const adapter = await findAdapter();
  return adapter !== null && !adapter.info.isFallbackAdapter;
}

async function findAdapter(): Promise<GPUAdapter | null> {
  return 'gpu' in navigator ? navigator.gpu.requestAdapter() : null;
}
