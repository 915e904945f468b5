import type { Detection } from '../src/core/detection/detection.ts';
import { touchesEdge } from '../src/core/tracking/picture-edge.ts';
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
  const aspect = footage.width / footage.height;
  const tracker = createTracker(aspect);
  return frames.flatMap((rows, index) => {
    const atMs = (index * 1000) / footage.fps;
    const tracks = tracker.update(
      rows.map((row) => detectionOf(row, footage)),
      atMs,
    );
    return tracks
      .filter((track) => isReported(track, atMs, aspect))
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

/**
 * Whether a track belongs into a result: seen now, or a moment ago and not at the edge of the picture. Predictions
 * were right four times in five up to 0.2 s, and seldom after 0.4 s (PETS09-S2L1, TUD-Campus).
 */
export function isReported(track: Track, atMs: number, aspect: number): boolean {
  if (track.state !== 'coasting') return track.state === 'confirmed';
  return atMs - track.lastSeenAtMs <= REPORT_COASTING_MS && !touchesEdge(track.box, aspect);
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
