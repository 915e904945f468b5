import type { FrameStream } from '../../contracts/ports.ts';
import { toFrameStream } from '../frame-stream.ts';

/**
 * The frames of a track as a stream that keeps only the newest one. It must be made on the page (a track cannot be
 * transferred, and workers have no MediaStreamTrackProcessor) and is read in the vision worker alone.
 */
export function framesOf(track: MediaStreamTrack): FrameStream {
  return toFrameStream(new MediaStreamTrackProcessor({ track: track as MediaStreamVideoTrack }).readable);
}
