import type { FrameReply, FrameRequest } from '../../src/contracts/demo-store.ts';

/**
 * Frames that are asked for one by one over a port: one request for each read, so none waits in a queue.
 * The reader owns each frame and closes it. Ends when the other side answers null; cancelling closes the port.
 */
export function framesFromPort(port: MessagePort): ReadableStream<VideoFrame> {
  const ask = (request: FrameRequest): void => port.postMessage(request);
  let answered: ((reply: FrameReply<VideoFrame>) => void) | null = null;
  let isCancelled = false;
  port.onmessage = ({ data }: MessageEvent<FrameReply<VideoFrame>>) => {
    if (isCancelled) data?.close();
    else answered?.(data);
  };
  return new ReadableStream<VideoFrame>(
    {
      async pull(controller) {
        const reply = await new Promise<FrameReply<VideoFrame>>((resolve) => {
          answered = resolve;
          ask('next');
        });
        if (reply) controller.enqueue(reply);
        else {
          controller.close();
          port.close();
        }
      },
      cancel() {
        isCancelled = true;
        ask('stop');
      },
    },
    { highWaterMark: 0 },
  );
}
