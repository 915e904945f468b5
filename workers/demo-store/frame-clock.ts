import type { DemoSpeed } from '../../src/contracts/demo-store.ts';

/** Says at which simulated time the next frame is, and how long to wait for it. */
export interface FrameClock {
  /** Real time to wait before the next frame is due, ms; 0 in fast-forward. */
  waitMs(): number;
  /** Simulated time of the next frame, which is taken now, ms since the start. The first is 0. */
  next(): number;
  setSpeed(speed: DemoSpeed): void;
}

/**
 * In real time a frame has the time at which it is taken, so a slow reader sees fewer frames; in fast-forward frames
 * follow one another by exactly 1 ÷ fps. A change of speed goes on from the newest frame.
 */
export function createFrameClock(
  options: { readonly fps: number; readonly speed: DemoSpeed },
  nowMs: () => number,
): FrameClock {
  const intervalMs = 1000 / options.fps;
  let speed = options.speed;
  let newestMs: number | null = null;
  /** The real time at which simulated time was 0, if all of it had been real. */
  let startedAtMs = nowMs();

  const dueMs = (): number => (newestMs === null ? 0 : newestMs + intervalMs);
  return {
    waitMs: () => (speed === 'fast-forward' ? 0 : Math.max(0, dueMs() - (nowMs() - startedAtMs))),
    next() {
      newestMs =
        speed === 'fast-forward' || newestMs === null ? dueMs() : Math.max(dueMs(), nowMs() - startedAtMs);
      return newestMs;
    },
    setSpeed(wanted) {
      speed = wanted;
      startedAtMs = nowMs() - (newestMs ?? 0);
    },
  };
}
