import { expose } from 'comlink';
import { openSource } from './frame-source.ts';
import type { OpenSource, Reel } from './frame-source.ts';
import { loadBytes } from './load-bytes.ts';
import type { FrameSet, FrameSource } from './protocol.ts';
import { drawnReel, playedReel } from './reels.ts';

/** Commands to the worker that stands for the cameras. */
export interface FeederApi {
  load(set: FrameSet): Promise<void>;
  /** Draws the demo store as a set of that name. */
  draw(set: string, isEmpty: boolean): Promise<void>;
  /** Sends the source's stream over the port. `id` names it for `step`. */
  open(id: string, source: FrameSource, port: MessagePort): Promise<void>;
  step(id: string): Promise<void>;
}

const reels = new Map<string, Reel>();
const sources = new Map<string, OpenSource>(); // bounded by the cameras of a run

const api: FeederApi = {
  async load(set) {
    reels.set(set.name, playedReel(set, new Uint8Array(await loadBytes(set.address))));
  },
  draw(set, isEmpty) {
    reels.set(set, drawnReel(isEmpty));
    return Promise.resolve();
  },
  open(id, source, port) {
    const opened = openSource(source, reels.get(source.set) ?? []);
    sources.set(id, opened);
    port.postMessage(opened.frames, [opened.frames]);
    return Promise.resolve();
  },
  step(id) {
    sources.get(id)?.step();
    return Promise.resolve();
  },
};

expose(api);
