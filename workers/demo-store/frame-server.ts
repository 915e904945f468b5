import type { DemoSetup, DemoSpeed, FrameReply, FrameRequest } from '../../src/contracts/demo-store.ts';
import { createDemoStore } from '../../src/core/simulation/demo-store.ts';
import type { DemoTruth } from '../../src/core/simulation/demo-truth.ts';
import { DEMO_VIEW } from '../../src/core/simulation/floor-plan.ts';
import { drawEmptyStore, drawScene } from './draw-store.ts';
import { type Context, pictureOf } from './picture.ts';

/** Rows of the picture. */
const PICTURE_HEIGHT_PX = 540;

/** One open demo store that answers each request on a port with the next frame. */
export interface FrameServer {
  setSpeed(speed: DemoSpeed): void;
  truth(): DemoTruth;
  close(): void;
}

/**
 * Serves frames of a newly opened store. At most one request is open, so no frame is ever queued; in real time a
 * frame shows the moment at which it is drawn, in fast-forward frames follow one another by exactly 1 ÷ fps.
 */
export function serveFrames(setup: DemoSetup, port: MessagePort): FrameServer {
  const store = createDemoStore({ seed: setup.seed, crowding: setup.crowding });
  const paint = createPainter();
  const intervalMs = 1000 / setup.fps;
  let frame = 0;
  let simulatedMs = 0;
  let speed = setup.speed;
  /** The real time at which simulated time was 0, were it real. */
  let startedAtMs = performance.now();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function answer(): void {
    const realMs = performance.now() - startedAtMs;
    const dueMs = frame === 0 ? 0 : simulatedMs + intervalMs;
    if (speed === 'real-time' && realMs < dueMs) {
      timer = setTimeout(answer, dueMs - realMs);
      return;
    }
    const atMs = speed === 'real-time' ? realMs : dueMs;
    if (setup.endsAtMs !== null && atMs > setup.endsAtMs) {
      store.advanceTo(setup.endsAtMs);
      reply(null);
      return;
    }
    simulatedMs = atMs;
    frame += 1;
    store.advanceTo(atMs);
    reply(paint(store.people(), atMs));
  }

  function reply(image: FrameReply<VideoFrame>): void {
    port.postMessage(image, image ? [image] : []);
  }

  function close(): void {
    clearTimeout(timer);
    port.close();
  }

  port.onmessage = ({ data }: MessageEvent<FrameRequest>) => {
    if (data === 'next') answer();
    else close();
  };

  return {
    setSpeed(wanted) {
      speed = wanted;
      startedAtMs = performance.now() - simulatedMs;
    },
    truth: () => store.truth(),
    close,
  };
}

function createPainter(): (people: Parameters<typeof drawScene>[1], atMs: number) => VideoFrame {
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
  const ctx = new OffscreenCanvas(widthPx, heightPx).getContext('2d', {
    alpha: false,
    willReadFrequently: true,
  });
  if (!ctx) throw new Error('no 2d canvas in this worker');
  return ctx;
}
