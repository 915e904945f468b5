import type { FrameSource } from './protocol.ts';

/** A stream of frames that is read. */
export interface OpenSource {
  readonly frames: ReadableStream<VideoFrame>;
  /** Lets one more frame out of a stepped source. */
  step(): void;
}

/** Frames that are shown again and again. Each showing is a copy by reference: the originals are never closed. */
export type Reel = readonly VideoFrame[];

/** Distance of frames that are given one by one, ms. */
const STEP_MS = 100;

/** Opens a source: each frame of the reel is shown when the reader wants it and it is due. */
export function openSource(source: FrameSource, reel: Reel): OpenSource {
  const first = source.kind === 'paced' ? source.firstFrame : 0;
  const steps = createSteps();
  const wait = source.kind === 'stepped' ? () => steps.next() : createWait(source);
  let index = 0;
  let original: VideoFrame | null = null;

  /** A transferred stream sends a copy and leaves the original; it is copied when the next one is asked for. */
  function closeOriginal(): void {
    original?.close();
    original = null;
  }

  const frames = new ReadableStream<VideoFrame>(
    {
      async pull(controller) {
        closeOriginal();
        const elapsedMs = (await wait()) ?? index * STEP_MS;
        const shown = reel[toAndFro(first + index, reel.length)];
        if (!shown) throw new Error('an empty reel');
        original = new VideoFrame(shown, { timestamp: Math.round(elapsedMs * 1000) });
        index += 1;
        controller.enqueue(original);
      },
      cancel: closeOriginal,
    },
    { highWaterMark: 0 },
  );
  return { frames, step: () => steps.give() };
}

/** Permissions that are given from outside, one for each wait. */
function createSteps(): { give(): void; next(): Promise<null> } {
  let given = 0;
  let wake: (() => void) | null = null;
  return {
    give() {
      given += 1;
      wake?.();
    },
    async next() {
      while (given === 0) await new Promise<void>((resolve) => (wake = resolve));
      given -= 1;
      return null;
    },
  };
}

/** Waits for the next moment of a camera's clock and returns it; what was missed is left out. Null: no clock. */
function createWait(source: Exclude<FrameSource, { kind: 'stepped' }>): () => Promise<number | null> {
  if (source.kind === 'endless') return () => Promise.resolve(null);
  const intervalMs = 1000 / source.fps;
  const startMs = performance.now() + source.phaseMs;
  let tick = -1;
  return async () => {
    tick = Math.max(tick + 1, Math.floor((performance.now() - startMs) / intervalMs));
    const waitMs = startMs + tick * intervalMs - performance.now();
    if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
    return tick * intervalMs;
  };
}

/** 0, 1 … n−1, n−2 … 1, 0, 1 … */
function toAndFro(index: number, count: number): number {
  const period = Math.max(1, 2 * count - 2);
  const place = index % period;
  return place < count ? place : period - place;
}
