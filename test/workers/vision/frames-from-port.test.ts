import { expect, test } from 'vitest';
import { framesFromPort } from '../../../workers/vision/frames-from-port.ts';

/** Sends a stream of `count` numbers in place of frames over a channel; tells how many were drawn and whether it was cancelled. */
function sendStream(count: number) {
  const { port1, port2 } = new MessageChannel();
  const seen = { drawn: 0, cancelled: false };
  const source = new ReadableStream<unknown>(
    {
      pull(controller) {
        if (seen.drawn === count) controller.close();
        else controller.enqueue(++seen.drawn);
      },
      cancel() {
        seen.cancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  const reader = framesFromPort(port2).getReader();
  port1.postMessage(source, [source]);
  return { reader, seen };
}

test('reads every frame in order and ends with the stream', async () => {
  const { reader } = sendStream(5);
  const read: unknown[] = [];
  for (;;) {
    const { value, done } = await reader.read();
    if (done) break;
    read.push(value);
  }
  expect(read).toEqual([1, 2, 3, 4, 5]);
});

test('draws no more than a few frames ahead of the reader', async () => {
  const { reader, seen } = sendStream(1000);
  await reader.read();
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(seen.drawn).toBeLessThanOrEqual(4);
  await reader.cancel();
});

test('a reader that stops lets the other side know', async () => {
  const { reader, seen } = sendStream(1000);
  await reader.read();
  await reader.cancel();
  await expect.poll(() => seen.cancelled).toBe(true);
});
