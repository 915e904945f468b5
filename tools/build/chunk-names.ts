/** What Vite tells about a chunk that is to be named. */
interface NamedChunk {
  readonly name: string;
  readonly facadeModuleId?: string | null;
  readonly moduleIds: readonly string[];
}

/**
 * File name of a worker's chunk: after its folder in `workers/`, so that the headers of sealed workers find it. The
 * threads of the vision worker's runtime, and the chunk that holds the runtime, are named `vision` as well.
 */
export function chunkFileName(chunk: NamedChunk): string {
  const [, folder, file] = /\/workers\/([\w-]+)\/(main|thread)\.ts$/.exec(chunk.facadeModuleId ?? '') ?? [];
  if (folder && file)
    return file === 'main' ? `assets/${folder}-[hash].js` : `assets/${folder}-${file}-[hash].js`;
  const runsInference = chunk.moduleIds.some((id) => id.includes('/onnxruntime-web/'));
  return runsInference ? 'assets/vision-runtime-[hash].js' : pageChunkFileName(chunk);
}

/** File name of a chunk of the page; one that is named after a style sheet has a dot in its name, which goes. */
export function pageChunkFileName({ name }: Pick<NamedChunk, 'name'>): string {
  return `assets/${name.replace(/\W+/g, '-')}-[hash].js`;
}
