import { DEMO_VIEW } from '../../src/core/simulation/floor-plan.ts';
import type { SimulatedPerson } from '../../src/core/simulation/person.ts';
import { drawEmptyStore, drawScene } from './draw-store.ts';
import { type Context, pictureOf } from './picture.ts';

/** Rows of the picture. */
const PICTURE_HEIGHT_PX = 540;

/** Draws people into the store; the caller owns the frame. `atMs` becomes its timestamp. */
export type Painter = (people: readonly SimulatedPerson[], atMs: number) => VideoFrame;

/** A canvas of 960 × 540 with the empty store kept beside it. */
export function createPainter(): Painter {
  const picture = pictureOf(DEMO_VIEW, PICTURE_HEIGHT_PX);
  const background = contextOf(picture.widthPx, picture.heightPx);
  drawEmptyStore(background, picture);
  const ctx = contextOf(picture.widthPx, picture.heightPx);
  return (people, atMs) => {
    ctx.drawImage(background.canvas, 0, 0);
    drawScene(ctx, people, picture);
    return new VideoFrame(ctx.canvas, { timestamp: Math.round(atMs * 1000) });
  };
}

function contextOf(widthPx: number, heightPx: number): Context {
  // Kept in memory, not on the GPU: the frames are read back at once.
  const options = { alpha: false, willReadFrequently: true };
  const ctx = new OffscreenCanvas(widthPx, heightPx).getContext('2d', options);
  if (!ctx) throw new Error('no 2d canvas in this worker');
  return ctx;
}
