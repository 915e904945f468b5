import type { DemoSetup, DemoSpeed } from '../../src/contracts/demo-store.ts';
import { createDemoStore } from '../../src/core/simulation/demo-store.ts';
import type { DemoTruth } from '../../src/core/simulation/demo-truth.ts';
import { createFrameClock } from './frame-clock.ts';
import { createPainter } from './painter.ts';

/** A demo store whose frames are read. */
export interface OpenStore {
  readonly frames: ReadableStream<VideoFrame>;
  setSpeed(speed: DemoSpeed): void;
  truth(): DemoTruth;
  /** Ends the stream with the next frame that is asked for. */
  close(): void;
}

/** Opens a store at simulated time 0. Frames are drawn one by one as the stream is read. */
export function openStore(setup: DemoSetup): OpenStore {
  const store = createDemoStore({ seed: setup.seed, crowding: setup.crowding });
  const clock = createFrameClock(setup, () => performance.now());
  const paint = createPainter();
  const pause = createPause();
  let isEnding = false;
  let original: VideoFrame | null = null;

  /**
   * A transferred stream sends a copy of each frame and leaves the original to us. It is copied by the time that the
   * next one is asked for (Streams standard: the pipe between the workers reads only when its last write is done).
   */
  function closeOriginal(): void {
    original?.close();
    original = null;
  }

  /** The next frame, or null when it would lie after the end. */
  function draw(): VideoFrame | null {
    const atMs = clock.next();
    const isOver = setup.endsAtMs !== null && atMs > setup.endsAtMs;
    store.advanceTo(Math.min(atMs, setup.endsAtMs ?? Infinity));
    return isOver ? null : paint(store.people(), atMs);
  }

  const frames = new ReadableStream<VideoFrame>(
    {
      async pull(controller) {
        closeOriginal();
        await pause.for(isEnding ? 0 : clock.waitMs());
        original = isEnding ? null : draw();
        if (original) controller.enqueue(original);
        else controller.close();
      },
      cancel() {
        isEnding = true;
        closeOriginal();
      },
    },
    { highWaterMark: 0 },
  );

  return {
    frames,
    setSpeed: (speed) => clock.setSpeed(speed),
    truth: () => store.truth(),
    close() {
      isEnding = true;
      pause.end();
    },
  };
}

/** A wait that can be cut short. */
function createPause(): { for(ms: number): Promise<void>; end(): void } {
  let wake: (() => void) | null = null;
  return {
    for: (ms) =>
      ms <= 0
        ? Promise.resolve()
        : new Promise((resolve) => {
            const timer = setTimeout(resolve, ms);
            wake = () => {
              clearTimeout(timer);
              resolve();
            };
          }),
    end: () => wake?.(),
  };
}
