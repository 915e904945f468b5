import { expose } from 'comlink';
import type { DemoStoreApi } from '../../src/contracts/demo-store.ts';
import { type OpenStore, openStore } from './open-store.ts';

let store: OpenStore | null = null;

const api: DemoStoreApi<MessagePort> = {
  open(setup, frames) {
    store?.close();
    store = openStore(setup);
    frames.postMessage(store.frames, [store.frames]);
    return Promise.resolve();
  },
  setSpeed(speed) {
    store?.setSpeed(speed);
    return Promise.resolve();
  },
  truth: () => Promise.resolve(store?.truth() ?? null),
  close() {
    store?.close();
    return Promise.resolve();
  },
};

expose(api);
