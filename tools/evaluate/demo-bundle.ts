import { fileURLToPath } from 'node:url';
import { bundleInMemory, type ScriptBundle } from '../bundle-in-memory.ts';

const file = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The app's two workers and the developer's one that joins them. */
export function bundleDemo(): Promise<ScriptBundle> {
  return bundleInMemory({
    'demo-run': file('browser/demo-run.ts'),
    'demo-store': file('../../workers/demo-store/main.ts'),
    vision: file('../../workers/vision/main.ts'),
  });
}
