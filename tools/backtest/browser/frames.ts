import type { Job } from './protocol.ts';

/** Frames of raw I420 out of a response, one at a time: the next is read when the one before has been worked on. */
export async function* readFrames(response: Response, job: Job): AsyncGenerator<VideoFrame, void, undefined> {
  if (!response.body) throw new Error('no frames');
  const { width, height } = job;
  const bytes = new Uint8Array(width * height + 2 * Math.ceil(width / 2) * Math.ceil(height / 2));
  const refill = createRefill(response.body.getReader(), bytes);
  for (const timeMs of job.timesMs) {
    if (!(await refill())) throw new Error('fewer frames than times');
    yield new VideoFrame(bytes, {
      format: 'I420',
      codedWidth: width,
      codedHeight: height,
      timestamp: Math.round(timeMs * 1000),
      colorSpace: job.colour,
    });
  }
}

/** Fills the buffer with the next bytes of a stream; false at its end. */
function createRefill(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  bytes: Uint8Array,
): () => Promise<boolean> {
  let rest: Uint8Array = new Uint8Array(0);
  return async () => {
    let filled = 0;
    while (filled < bytes.length) {
      if (rest.length === 0) {
        const { value, done } = await reader.read();
        if (done) return false;
        rest = value;
      }
      const part = rest.subarray(0, bytes.length - filled);
      bytes.set(part, filled);
      filled += part.length;
      rest = rest.subarray(part.length);
    }
    return true;
  };
}
