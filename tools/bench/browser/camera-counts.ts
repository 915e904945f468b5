import type { FrameLedger, Tally } from '../../../src/contracts/tally.ts';
import type { CameraCount, FrameTime } from './protocol.ts';

/** Counts of one engine's cameras since they were last taken. */
export interface CameraCounts {
  hear(tally: Tally): void;
  take(): readonly CameraCount[];
  /** Resolves with the next frame that is counted. */
  next(): Promise<FrameTime>;
  /** Resolves when so many frames were counted since the beginning. */
  reached(frames: number): Promise<void>;
}

type Marks = Pick<FrameLedger, 'analysed' | 'gated' | 'skipped'>;

interface CameraBook {
  newest: Marks;
  taken: Marks;
  agesMs: number[];
}

const NOTHING: Marks = { analysed: 0, gated: 0, skipped: 0 };

/** An empty book; `nowMs` is the clock by which frames are dated. */
export function createCameraCounts(nowMs: () => number): CameraCounts {
  const books = new Map<number, CameraBook>(); // bounded by the cameras of a run
  const waiting: ((time: FrameTime) => void)[] = [];
  let total = 0;
  let goal: { readonly frames: number; readonly resolve: () => void } | null = null;

  function bookOf(camera: number): CameraBook {
    const book = books.get(camera) ?? { newest: NOTHING, taken: NOTHING, agesMs: [] };
    books.set(camera, book);
    return book;
  }

  return {
    hear({ camera, atMs, frames, ended, detectMs, otherMs, people }) {
      if (ended) return;
      const book = bookOf(camera);
      book.newest = frames;
      book.agesMs.push(nowMs() - atMs);
      total += 1;
      waiting.shift()?.({ detectMs, otherMs, people: people.length });
      if (goal && total >= goal.frames) goal.resolve();
    },
    take: () =>
      [...books].map(([camera, book]) => {
        const { newest, taken, agesMs } = book;
        Object.assign(book, { taken: newest, agesMs: [] });
        return {
          camera,
          analysed: newest.analysed - taken.analysed,
          gated: newest.gated - taken.gated,
          skipped: newest.skipped - taken.skipped,
          agesMs,
        };
      }),
    next: () => new Promise((resolve) => waiting.push(resolve)),
    reached: (frames) =>
      new Promise((resolve) => {
        goal = { frames, resolve };
        if (total >= frames) resolve();
      }),
  };
}
