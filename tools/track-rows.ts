import type { Detection } from '../src/core/detection/detection.ts';
import type { Track } from '../src/core/tracking/track.ts';
import { createTracker } from '../src/core/tracking/tracker.ts';
import type { MotRow } from './mot-file.ts';

/** The picture that MOT rows are measured in, and its rate. */
export interface Footage {
  readonly fps: number;
  readonly width: number;
  readonly height: number;
}

/** Follows people through frames of MOT detections; what is reported for a frame uses no later frame. */
export function trackRows(frames: readonly (readonly MotRow[])[], footage: Footage): readonly MotRow[] {
  const tracker = createTracker(footage.width / footage.height);
  return frames.flatMap((rows, index) => {
    const atMs = (index * 1000) / footage.fps;
    const tracks = tracker.update(
      rows.map((row) => detectionOf(row, footage)),
      atMs,
    );
    return tracks
      .filter((track) => isReported(track, atMs))
      .map((track) => rowOf(track, { frame: index + 1, footage }));
  });
}

/** A MOT row in scene units. */
export function detectionOf({ left, top, width, height, score }: MotRow, footage: Footage): Detection {
  const unit = footage.height;
  const box = {
    left: left / unit,
    top: top / unit,
    right: (left + width) / unit,
    bottom: (top + height) / unit,
  };
  return { box, score: Math.min(1, Math.max(0, score)) };
}

function isReported(track: Track, atMs: number): boolean {
  if (track.state === 'tentative') return false;
  return atMs - track.lastSeenAtMs <= REPORT_COASTING_MS;
}

const REPORT_COASTING_MS = 250;

function rowOf(track: Track, place: { readonly frame: number; readonly footage: Footage }): MotRow {
  const unit = place.footage.height;
  const { left, top, right, bottom } = track.box;
  return {
    frame: place.frame,
    id: track.id,
    left: left * unit,
    top: top * unit,
    width: (right - left) * unit,
    height: (bottom - top) * unit,
    score: track.score,
  };
}
