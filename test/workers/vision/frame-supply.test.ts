import { describe, expect, test } from 'vitest';
import { createFrameSupply } from '../../../workers/vision/frame-supply.ts';
import { asVideoFrame, DrawnFrame, streamOf } from '../../builders/frames.ts';

function framesAt(fps: number, count: number): DrawnFrame[] {
  return Array.from({ length: count }, (_, index) => new DrawnFrame({ timestampUs: (index * 1e6) / fps }));
}

/** A camera: frames come when it says so, whether anybody reads or not. */
function camera() {
  let push: (frame: DrawnFrame) => void = () => undefined;
  let end: () => void = () => undefined;
  const stream = new ReadableStream<VideoFrame>({
    start(controller) {
      push = (frame) => controller.enqueue(asVideoFrame(frame));
      end = () => controller.close();
    },
  });
  return { stream, push: (frame: DrawnFrame) => push(frame), end: () => end() };
}

async function settle(): Promise<void> {
  for (let step = 0; step < 20; step++) await Promise.resolve();
}

describe('every frame, one after another', () => {
  test('each comes in order and none is read before it is asked for', async () => {
    const frames = framesAt(10, 5);
    const supply = createFrameSupply(streamOf(frames), null);
    for (const frame of frames) {
      expect(await supply.ready()).toBe(true);
      expect(supply.ledger().alive).toBe(1);
      expect(supply.take()).toBe(frame);
      frame.close();
      supply.closed();
    }
    expect(await supply.ready()).toBe(false);
    expect(supply.ledger()).toEqual({ received: 5, analysed: 5, skipped: 0, closed: 5, alive: 0 });
  });
});

describe('the ledger', () => {
  test('believes the frame: one that is told to be closed and is not stays alive', async () => {
    const [kept, closed] = framesAt(10, 2);
    const supply = createFrameSupply(streamOf([kept!, closed!]), null);
    for (const frame of [kept, closed]) {
      await supply.ready();
      supply.take();
      if (frame === closed) frame?.close();
      supply.closed();
    }
    expect(supply.ledger()).toMatchObject({ received: 2, closed: 1, alive: 1 });
    kept?.close();
    supply.closed();
    expect(supply.ledger()).toMatchObject({ received: 2, closed: 2, alive: 0 });
  });

  test('knows the longest life of a frame', async () => {
    const [frame] = framesAt(10, 1);
    const supply = createFrameSupply(streamOf([frame!]), null);
    await supply.ready();
    supply.take();
    expect(supply.longestFrameMs()).toBe(0);
    await new Promise((resolve) => setTimeout(resolve, 30));
    frame?.close();
    supply.closed();
    expect(supply.longestFrameMs()).toBeGreaterThan(20);
  });
});

describe('the newest frame', () => {
  test('one that waits is closed when a newer one comes', async () => {
    const { stream, push } = camera();
    const supply = createFrameSupply(stream, 1000);
    const frames = framesAt(10, 3);
    frames.forEach(push);
    expect(await supply.ready()).toBe(true);
    await settle();
    expect(supply.take()).toBe(frames[2]);
    expect(frames.map(({ closes }) => closes)).toEqual([1, 1, 0]);
    expect(supply.ledger()).toEqual({ received: 3, analysed: 1, skipped: 2, closed: 2, alive: 1 });
  });

  test.each([
    { cameraFps: 30, targetFps: 10, analysed: 100 },
    { cameraFps: 15, targetFps: 10, analysed: 100 },
    { cameraFps: 25, targetFps: 7, analysed: 70 },
    { cameraFps: 10, targetFps: 10, analysed: 100 },
    { cameraFps: 5, targetFps: 10, analysed: 50 },
  ])('$cameraFps frames a second become $targetFps', async ({ cameraFps, targetFps, analysed }) => {
    const { stream, push } = camera();
    const supply = createFrameSupply(stream, targetFps);
    for (const [index, frame] of framesAt(cameraFps, cameraFps * 10).entries()) {
      // A real camera's frames do not come by the clock.
      push(new DrawnFrame({ timestampUs: frame.timestamp + (index % 3) * 1000 }));
      await settle();
      supply.take()?.close();
    }
    const { analysed: taken, received, skipped } = supply.ledger();
    expect(Math.abs(taken - analysed)).toBeLessThanOrEqual(1);
    expect(received).toBe(taken + skipped);
  });

  test('a camera whose clock starts anew goes on at once', async () => {
    const { stream, push } = camera();
    const supply = createFrameSupply(stream, 10);
    for (const timestampUs of [50e6, 0, 100_000]) {
      push(new DrawnFrame({ timestampUs }));
      await settle();
      expect(supply.take()?.timestamp).toBe(timestampUs);
    }
  });
});

describe('the end', () => {
  test.each([{ targetFps: null }, { targetFps: 10 }])(
    'closing closes what waits ($targetFps)',
    async ({ targetFps }) => {
      const { stream, push } = camera();
      const supply = createFrameSupply(stream, targetFps);
      const [first, second] = framesAt(10, 2);
      push(first!);
      await supply.ready();
      supply.close();
      expect(first?.closes).toBe(1);
      expect(second?.closes).toBe(0);
      expect(await supply.ready()).toBe(false);
      const { received, closed } = supply.ledger();
      expect(received).toBe(closed);
    },
  );

  test('somebody who waits for a frame hears of the end', async () => {
    const { stream, end } = camera();
    const supply = createFrameSupply(stream, 10);
    const ready = supply.ready();
    end();
    expect(await ready).toBe(false);
  });

  test('a stream that breaks off is at its end', async () => {
    const stream = new ReadableStream<VideoFrame>({
      start: (controller) => controller.error(new Error('gone')),
    });
    expect(await createFrameSupply(stream, 10).ready()).toBe(false);
    supplyIsAtItsEnd(
      await createFrameSupply(new ReadableStream<VideoFrame>({ start: (c) => c.error(1) }), null).ready(),
    );
  });
});

function supplyIsAtItsEnd(ready: boolean): void {
  expect(ready).toBe(false);
}
