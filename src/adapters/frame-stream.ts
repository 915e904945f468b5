import type { FrameStream } from '../contracts/ports.ts';

/** Hides a stream of frames behind the type that the page can only pass on. */
export function toFrameStream(frames: ReadableStream<VideoFrame>): FrameStream {
  return frames as unknown as FrameStream;
}

/** The stream again, to be transferred to the vision worker. */
export function fromFrameStream(frames: FrameStream): ReadableStream<VideoFrame> {
  return frames as unknown as ReadableStream<VideoFrame>;
}
