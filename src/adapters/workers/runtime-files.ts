import webgpuUrl from 'onnxruntime-web/ort-wasm-simd-threaded.jspi.wasm?url';
import wasmUrl from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url';
import type { Backend } from '../../contracts/vision.ts';

/** Addresses of onnxruntime-web's WebAssembly files in our own build, by backend. */
export const RUNTIME_FILES: Readonly<Record<Backend, string>> = { wasm: wasmUrl, webgpu: webgpuUrl };
