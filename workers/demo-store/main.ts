import { expose } from 'comlink';
import type { DemoStoreApi } from '../../src/contracts/demo-store.ts';
import { type FrameServer, serveFrames } from './frame-server.ts';

let server: FrameServer | null = null;

const api: DemoStoreApi<MessagePort> = {
  open(setup, frames) {
    server?.close();
    server = serveFrames(setup, frames);
    return Promise.resolve();
  },
  setSpeed(speed) {
    server?.setSpeed(speed);
    return Promise.resolve();
  },
  truth: () => Promise.resolve(server?.truth() ?? null),
  close() {
    server?.close();
    server = null;
    return Promise.resolve();
  },
};

expose(api);
