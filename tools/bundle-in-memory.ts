import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** Scripts by request path, as text. */
export type ScriptBundle = ReadonlyMap<string, string>;

/**
 * Bundles developer's workers with the app's modules, in memory: nothing of it ever lies where the app is served from.
 * `entries` are files by name; each is found at `/<name>.js`, workers that they start below `/assets/`.
 */
export async function bundleInMemory(entries: Readonly<Record<string, string>>): Promise<ScriptBundle> {
  const result = await build({
    root: fileURLToPath(new URL('..', import.meta.url)),
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    worker: { format: 'es' },
    build: {
      write: false,
      target: 'es2024',
      minify: false,
      modulePreload: false, // its helper wants a document
      rolldownOptions: {
        input: entries,
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  });
  const files = new Map<string, string>();
  for (const { output } of [result].flat() as readonly { readonly output: readonly BundledFile[] }[]) {
    for (const part of output) {
      if (part.type === 'chunk') files.set(`/${part.fileName}`, part.code);
      else if (part.fileName.endsWith('.js')) files.set(`/${part.fileName}`, String(part.source)); // a worker's
    }
  }
  return files;
}

type BundledFile =
  | { readonly type: 'chunk'; readonly fileName: string; readonly code: string }
  | { readonly type: 'asset'; readonly fileName: string; readonly source: unknown };
