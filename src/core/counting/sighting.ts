import type { ScenePoint } from '../geometry/point.ts';
import { groundPoint } from '../geometry/box.ts';
import type { Track } from '../tracking/track.ts';

/** Where a person stood in a frame in which they were seen. Predictions are never sightings. */
export interface Sighting {
  readonly atMs: number;
  readonly ground: ScenePoint;
  /** Height and width of the person's box, scene units. */
  readonly height: number;
  readonly width: number;
}

/** The sighting of a track that was seen at `atMs`; null while it coasts. */
export function sightingOf(track: Track, atMs: number): Sighting | null {
  if (track.lastSeenAtMs !== atMs) return null;
  const { left, top, right, bottom } = track.box;
  return { atMs, ground: groundPoint(track.box), height: bottom - top, width: right - left };
}
