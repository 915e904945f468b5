import { createDemoStore } from '../../../src/core/simulation/demo-store.ts';
import { createPainter } from '../../../workers/demo-store/painter.ts';
import type { Reel } from './frame-source.ts';
import type { FrameSet } from './protocol.ts';

/** By then the drawn store has filled. */
const STORE_OPEN_MS = 60_000;
const DRAWN_FRAMES = 60;
/** Distance of the drawn frames, ms. */
const DRAWN_EVERY_MS = 200;

/** The frames of a set as they lie in `bytes`: I420, one after the other. */
export function playedReel({ width, height }: FrameSet, bytes: Uint8Array): Reel {
  const length = (width * height * 3) / 2;
  return Array.from({ length: bytes.length / length }, (_, index) => {
    return new VideoFrame(bytes.subarray(index * length, (index + 1) * length), {
      format: 'I420',
      codedWidth: width,
      codedHeight: height,
      timestamp: 0,
      colorSpace: { matrix: 'smpte170m', fullRange: false },
    });
  });
}

/** The demo store as its worker draws it: one picture of the empty shop, or a stretch with people. */
export function drawnReel(isEmpty: boolean): Reel {
  const paint = createPainter();
  if (isEmpty) return [paint([], 0)];
  const store = createDemoStore({ seed: 1 });
  return Array.from({ length: DRAWN_FRAMES }, (_, index) => {
    store.advanceTo(STORE_OPEN_MS + index * DRAWN_EVERY_MS);
    return paint(store.people(), 0);
  });
}
