import { expose } from 'comlink';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { spawnArchive } from '../../src/adapters/workers/spawn-archive.ts';
import { ok } from '../../src/core/result.ts';
import { PortWorker } from '../builders/port-worker.ts';

let workers: PortWorker[];

/** An archive of two commands: one that answers and one that never does. */
const service = {
  open: () => Promise.resolve(ok({ purged: 0 })),
  readSite: () => Promise.resolve(ok(null)),
  inventory: () => new Promise(() => undefined),
};

beforeEach(() => {
  workers = [];
  vi.stubGlobal(
    'Worker',
    class extends PortWorker {
      constructor() {
        super((port) => expose(service, port as never));
        workers.push(this);
      }
    },
  );
});

afterEach(() => {
  for (const worker of workers) worker.terminate();
  vi.unstubAllGlobals();
});

const DEAD = { ok: false, problem: { code: 'archive-worker-failed' } };

test('no worker is started before the archive is opened', async () => {
  expect(await spawnArchive().readSite()).toEqual(DEAD);
  expect(workers).toHaveLength(0);
});

test('the death of the worker is the outcome of every call, pending or later, until it is opened again', async () => {
  const archive = spawnArchive();
  expect(await archive.open('store')).toEqual(ok({ purged: 0 }));
  expect(await archive.readSite()).toEqual(ok(null));
  const pending = archive.inventory('all');
  workers[0]?.crash();
  expect(await pending).toEqual(DEAD);
  expect(await archive.readSite()).toEqual(DEAD);
  await expect(archive.noteGap(1, null)).resolves.toBeUndefined();
  expect(await archive.open('store')).toEqual(ok({ purged: 0 }));
  expect(workers).toHaveLength(2);
});
