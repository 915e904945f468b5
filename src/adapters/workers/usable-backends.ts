import type { Backend } from '../../contracts/vision.ts';

/**
 * The backends whose runtime is worth fetching. WASM is always among them, as what is left when WebGPU fails.
 * WebGPU needs an adapter that is not software, and a browser that can suspend WebAssembly.
 */
export async function usableBackends(wanted: Backend | 'auto'): Promise<readonly Backend[]> {
  if (wanted === 'wasm' || !('Suspending' in WebAssembly)) return ['wasm'];
  if (wanted === 'webgpu') return ['wasm', 'webgpu'];
  return (await hasHardwareAdapter()) ? ['wasm', 'webgpu'] : ['wasm'];
}

async function hasHardwareAdapter(): Promise<boolean> {
  if (!('gpu' in navigator)) return false;
  const adapter = await navigator.gpu.requestAdapter();
  return adapter !== null && !adapter.info.isFallbackAdapter;
}
