/** What Vite tells about a chunk that is to be named. */
interface NamedChunk {
  readonly name: string;
  readonly facadeModuleId?: string | null;
  readonly moduleIds: readonly string[];
}

/**
 * File name of a worker's chunk: after its folder in `workers/`, so that the headers of sealed workers find it.
 * onnxruntime-web starts its threads from the chunk that holds it, which is why that one is named `vision` as well.
 */
export function chunkFileName(chunk: NamedChunk): string {
  const folder = /\/workers\/([\w-]+)\/main\.ts$/.exec(chunk.facadeModuleId ?? '')?.[1];
  if (folder) return `assets/${folder}-[hash].js`;
  const runsInference = chunk.moduleIds.some((id) => id.includes('/onnxruntime-web/'));
  return runsInference ? 'assets/vision-runtime-[hash].js' : 'assets/[name]-[hash].js';
}
