/** `i8x16.splat` of a constant: the shortest module that only an engine with SIMD accepts (WebAssembly SIMD proposal). */
const SIMD_MODULE = Uint8Array.of(
  ...[0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 8, 1, 6, 0, 65, 0, 253, 15, 11],
);

const PROBES: Readonly<Record<string, () => boolean>> = {
  'secure context': () => isSecureContext,
  'WebAssembly SIMD': () => typeof WebAssembly === 'object' && WebAssembly.validate(SIMD_MODULE),
  Worker: () => 'Worker' in globalThis,
  'Web Locks': () => 'locks' in navigator,
  VideoFrame: () => 'VideoFrame' in globalThis,
  MediaStreamTrackProcessor: () => 'MediaStreamTrackProcessor' in globalThis,
  OffscreenCanvas: () => 'OffscreenCanvas' in globalThis,
  'transferable streams': canTransferStreams,
};

/** Names of browser features without which nothing can be counted; empty on a supported browser. */
export function missingFeatures(): readonly string[] {
  return Object.entries(PROBES)
    .filter(([, isThere]) => !isThere())
    .map(([name]) => name);
}

function canTransferStreams(): boolean {
  try {
    const stream = new ReadableStream();
    structuredClone(stream, { transfer: [stream] });
    return true;
  } catch {
    return false; // DataCloneError where streams cannot be transferred
  }
}
