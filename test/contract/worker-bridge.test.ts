import { expose } from 'comlink';
import { expect, test } from 'vitest';
import { WorkerBridge, WorkerFailed } from '../../src/adapters/workers/worker-bridge.ts';
import { PortWorker } from '../builders/port-worker.ts';

interface Api {
  double(value: number): Promise<number>;
  refuse(): Promise<number>;
  hang(): Promise<number>;
}

const service: Api = {
  double: (value) => Promise.resolve(2 * value),
  refuse: () => Promise.reject(new RangeError('out of range')),
  hang: () => new Promise<number>(() => undefined),
};

function aBridge(): { readonly worker: PortWorker; readonly bridge: WorkerBridge<Api> } {
  const worker = new PortWorker((port) => expose(service, port as never));
  return { worker, bridge: new WorkerBridge<Api>(worker) };
}

test('a call is answered', async () => {
  const { bridge } = aBridge();
  expect(await bridge.run((api) => api.double(21))).toBe(42);
  bridge.close();
});

test('an error thrown inside comes out as it is, and the worker goes on', async () => {
  const { bridge } = aBridge();
  await expect(bridge.run((api) => api.refuse())).rejects.toThrow('out of range');
  expect(await bridge.run((api) => api.double(1))).toBe(2);
  bridge.close();
});

test.each<[string, (parts: ReturnType<typeof aBridge>) => void]>([
  ['crashes', ({ worker }) => worker.crash()],
  ['does not load', ({ worker }) => worker.crash('')],
  ['gets a message that it cannot read', ({ worker }) => worker.dispatchEvent(new Event('messageerror'))],
  ['is closed', ({ bridge }) => bridge.close()],
])('a pending call is rejected when the worker %s, and so is every later one', async (_, end) => {
  const parts = aBridge();
  const pending = parts.bridge.run((api) => api.hang());
  end(parts);
  await expect(pending).rejects.toBeInstanceOf(WorkerFailed);
  await expect(parts.bridge.run((api) => api.double(1))).rejects.toBeInstanceOf(WorkerFailed);
  expect(await parts.bridge.death).toBeInstanceOf(WorkerFailed);
  expect(parts.worker.isTerminated).toBe(true);
});

test('a worker that does not answer in time is ended', async () => {
  const { bridge, worker } = aBridge();
  await expect(bridge.run((api) => api.hang(), 20)).rejects.toBeInstanceOf(WorkerFailed);
  expect(worker.isTerminated).toBe(true);
});

test('an answer in time disarms the deadline', async () => {
  const { bridge, worker } = aBridge();
  await bridge.run((api) => api.double(1), 20);
  await expect(bridge.run((api) => api.hang(), 60)).rejects.toBeInstanceOf(WorkerFailed);
  expect(worker.isTerminated).toBe(true);
});
