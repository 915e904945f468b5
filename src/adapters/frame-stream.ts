import type { FrameStream } from '../contracts/ports.ts';

/** Frames on their way to the vision worker: a stream, or the port over which another worker hands it one. */
export type FrameCarrier = ReadableStream<VideoFrame> | MessagePort;

/** Hides frames behind the type that the page can only pass on. */
export function toFrameStream(frames: FrameCarrier): FrameStream {
  return frames as unknown as FrameStream;
}

/** What `toFrameStream` was given, to be transferred to the vision worker. */
export function fromFrameStream(frames: FrameStream): FrameCarrier {
  return frames as unknown as FrameCarrier;
}
