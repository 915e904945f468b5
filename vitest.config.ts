import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';

/** `unit` runs in Node without a DOM, `ui` with one, `e2e` drives Chromium on the built app. */
export default defineConfig({
  test: {
    maxWorkers: '100%', // by default one core is kept for watching, which is half of a small machine
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/{core,contracts,contract,state,workers,tools,golden}/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        plugins: [preact()],
        test: {
          name: 'ui',
          include: ['test/ui/**/*.test.tsx'],
          environment: 'happy-dom',
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 600_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          // On a shared machine a browser may be late once; the run says which test was tried again. Tests of what the
          // product promises (nothing left behind, no way out) set `retry: 0`: for them once is once too often.
          retry: 1,
        },
      },
    ],
  },
});
