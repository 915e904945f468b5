import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { chunkFileName } from '../build/chunk-names.ts';

const file = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Where the page finds its script. */
export const PAGE_SCRIPT = '/bench-page.js';

/** The benchmark's page with the app's own workers, built as the app's are but in memory: content by request path. */
export async function bundleBench(): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const names = { entryFileNames: chunkFileName, chunkFileNames: chunkFileName };
  const result = await build({
    root: file('../..'),
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    worker: { format: 'es', rolldownOptions: { output: names } },
    build: {
      write: false,
      target: 'es2024',
      minify: false, // TensorFlow.js starts its threads from the text of its own functions
      assetsInlineLimit: 0,
      modulePreload: false,
      rolldownOptions: {
        input: file('browser/bench-page.ts'),
        output: { entryFileNames: PAGE_SCRIPT.slice(1), chunkFileNames: 'assets/[name]-[hash].js' },
      },
    },
  });
  const files = new Map<string, string | Uint8Array>();
  for (const { output } of [result].flat() as readonly { readonly output: readonly BundledFile[] }[]) {
    for (const part of output)
      files.set(`/${part.fileName}`, part.type === 'chunk' ? part.code : part.source);
  }
  return files;
}

type BundledFile =
  | { readonly type: 'chunk'; readonly fileName: string; readonly code: string }
  | { readonly type: 'asset'; readonly fileName: string; readonly source: string | Uint8Array };
