import { expect, test } from 'vitest';
import { sealRuntimeThreads } from '../../../workers/vision/runtime-threads.ts';
import { seal, SealedError } from '../../../workers/vision/seal.ts';

function aRealm() {
  const started: { readonly script: string; readonly options: WorkerOptions }[] = [];
  class Worker {
    constructor(script: string | URL, options: WorkerOptions) {
      started.push({ script: String(script), options });
    }
    postMessage(): string {
      return 'posted';
    }
  }
  const realm = { Worker, URL: {}, navigator: {}, console: {} } as unknown as typeof globalThis;
  return { realm, started };
}

const THREAD = { type: 'module', name: 'em-pthread' } as const;

test('whatever script the runtime asks for, a thread starts with the one that seals', () => {
  const { realm, started } = aRealm();
  sealRuntimeThreads(realm);
  const thread: unknown = new realm.Worker('/runtime.js', THREAD);
  expect(started).toEqual([{ script: expect.stringMatching(/\/thread\.ts$/) as string, options: THREAD }]);
  expect(thread).toBeInstanceOf(realm.Worker);
});

test('no other worker can be started', () => {
  const { realm, started } = aRealm();
  sealRuntimeThreads(realm);
  expect(() => new realm.Worker('/x.js')).toThrow(SealedError);
  expect(() => new realm.Worker('/x.js', { name: 'proxy' })).toThrow(SealedError);
  expect(started).toEqual([]);
});

test('after the seal no thread is started, and none that runs can be spoken to', () => {
  const { realm } = aRealm();
  sealRuntimeThreads(realm);
  const thread = new realm.Worker('/runtime.js', THREAD);
  seal(realm);
  expect(() => new realm.Worker('/runtime.js', THREAD)).toThrow(SealedError);
  expect(() => thread.postMessage('')).toThrow(SealedError);
});
