import type { DemoStoreApi } from '../../contracts/demo-store.ts';
import { WorkerBridge } from './worker-bridge.ts';

export type DemoStore = DemoStoreApi<MessagePort>;

/** Starts the worker that draws the demo store. */
export function spawnDemoStore(): WorkerBridge<DemoStore> {
  return new WorkerBridge<DemoStore>(
    new Worker(new URL('../../../workers/demo-store/main.ts', import.meta.url), {
      type: 'module',
      name: 'demo-store',
    }),
  );
}
