/**
 * The frames of a stream that is yet to arrive over a port: the only message that it will bring. The port is closed
 * then. Nothing is read ahead; the reader owns each frame.
 */
export function framesFromPort(port: MessagePort): ReadableStream<VideoFrame> {
  const arrival = new Promise<ReadableStreamDefaultReader<VideoFrame>>((resolve) => {
    port.onmessage = ({ data }: MessageEvent<ReadableStream<VideoFrame>>) => {
      port.close();
      resolve(data.getReader());
    };
  });
  return new ReadableStream<VideoFrame>(
    {
      async pull(controller) {
        const frames = await arrival;
        const { value } = await frames.read();
        if (value) controller.enqueue(value);
        else controller.close();
      },
      cancel() {
        void arrival.then((frames) => frames.cancel());
      },
    },
    { highWaterMark: 0 },
  );
}
