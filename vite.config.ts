import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';
import { chunkFileName, pageChunkFileName } from './tools/build/chunk-names.ts';
import { serviceWorkerPlugin } from './tools/build/service-worker-plugin.ts';

export default defineConfig({
  plugins: [preact(), serviceWorkerPlugin()],
  worker: {
    format: 'es',
    rolldownOptions: {
      checks: { bundlerTimings: false },
      output: { entryFileNames: chunkFileName, chunkFileNames: chunkFileName },
    },
  },
  build: {
    target: 'es2024',
    // Data URLs would need a wider CSP, and the polyfill is a script that no supported browser needs.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1000,
    rolldownOptions: {
      checks: { bundlerTimings: false },
      output: {
        chunkFileNames: pageChunkFileName,
        // A name of its own: the scan of the build knows by it where the library's banned names stand.
        codeSplitting: { groups: [{ name: 'preact', test: /node_modules\/(@?preact)\// }] },
      },
    },
    reportCompressedSize: false,
  },
});
