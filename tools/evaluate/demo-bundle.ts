import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const file = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Entries by the name under which they are served. */
const ENTRIES = {
  'demo-run': file('browser/demo-run.ts'),
  'demo-store': file('../../workers/demo-store/main.ts'),
  vision: file('../../workers/vision/main.ts'),
};

/** The app's two workers and the developer's one that joins them, in memory: text by request path. */
export async function bundleDemo(): Promise<ReadonlyMap<string, string>> {
  const result = await build({
    root: file('../..'),
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2024',
      minify: false,
      modulePreload: false, // its helper wants a document
      rolldownOptions: {
        input: ENTRIES,
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  });
  const files = new Map<string, string>();
  for (const { output } of [result].flat() as readonly { readonly output: readonly BundledFile[] }[]) {
    for (const part of output) if (part.type === 'chunk') files.set(`/${part.fileName}`, part.code);
  }
  return files;
}

type BundledFile =
  { readonly type: 'chunk'; readonly fileName: string; readonly code: string } | { readonly type: 'asset' };
