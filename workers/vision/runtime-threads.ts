import { SealedError } from './seal.ts';

/** The name by which onnxruntime-web's own script recognises that it is to be a thread. */
const THREAD_NAME = 'em-pthread';

/**
 * From now on the runtime's threads, and no other worker, can be started in this realm: whatever script it asks for,
 * `thread.ts` is what runs, which seals before it loads the runtime. Called before the runtime is opened. The seal
 * takes this away as well, so that no thread is ever started after it.
 */
export function sealRuntimeThreads(realm: Pick<typeof globalThis, 'Worker'>): void {
  const { Worker } = realm;
  function startThread(_script: unknown, options?: WorkerOptions): Worker {
    if (options?.name !== THREAD_NAME) throw new SealedError('Worker is for threads of the runtime');
    return new Worker(new URL('./thread.ts', import.meta.url), { type: 'module', name: 'em-pthread' });
  }
  startThread.prototype = Worker.prototype; // where the seal looks for the methods of workers that run
  realm.Worker = startThread as unknown as typeof Worker;
}
