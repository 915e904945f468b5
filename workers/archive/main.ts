import { expose } from 'comlink';
import { Archive } from './archive.ts';

const TICK_MS = 1_000;

const archive = new Archive({ factory: self.indexedDB, nowMs: () => Date.now() });

let isTicking = false;

async function tick(): Promise<void> {
  // Storage that is slow must not pile up ticks.
  if (isTicking) return;
  isTicking = true;
  try {
    await archive.tick();
  } finally {
    isTicking = false;
  }
}

setInterval(() => void tick(), TICK_MS);
expose(archive);
