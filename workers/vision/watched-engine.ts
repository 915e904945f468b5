import type { Engine } from './engine.ts';

/** An engine that tells how long it has been at work on the present run. */
export interface WatchedEngine extends Engine {
  /** 0 between runs. */
  busyMs(): number;
}

/** Wraps an engine; `nowMs` is any clock that never runs backwards. */
export function watchEngine(engine: Engine, nowMs: () => number): WatchedEngine {
  let sinceMs: number | null = null;
  return {
    backend: engine.backend,
    async run(card, input) {
      sinceMs = nowMs();
      try {
        return await engine.run(card, input);
      } finally {
        sinceMs = null;
      }
    },
    busyMs: () => (sinceMs === null ? 0 : nowMs() - sinceMs),
  };
}
