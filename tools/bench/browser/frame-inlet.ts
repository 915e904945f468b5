/** Frames of a stream that arrives over a port. */
export interface FrameInlet {
  /** Resolves when the stream is there: the port's only message. */
  open(port: MessagePort): Promise<void>;
  /** The next frame, the caller's to close. Rejects at the end. */
  next(): Promise<VideoFrame>;
}

/** An inlet without a stream yet. */
export function createFrameInlet(): FrameInlet {
  let reader: ReadableStreamDefaultReader<VideoFrame> | null = null;
  return {
    open: (port) =>
      new Promise((resolve) => {
        port.onmessage = ({ data }: MessageEvent<ReadableStream<VideoFrame>>) => {
          reader = data.getReader();
          resolve();
        };
      }),
    async next() {
      const read = await reader?.read();
      if (!read?.value) throw new Error('no frames');
      return read.value;
    },
  };
}
