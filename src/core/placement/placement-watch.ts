import type { Track } from '../tracking/track.ts';
import { closeTrail, extendTrail, openTrail, type OpenTrail, type Trail } from './trail.ts';

/** Trails that are remembered of one camera; the oldest makes room. With `MOST_STEPS` each about 1 MB at most. */
export const MOST_TRAILS = 256;

/**
 * Remembers the newest ways of people through one camera, so that the places of lines and zones can be judged and
 * others tried in memory. Ids of tracks are forgotten when the tracks end; nothing of it is ever written.
 */
export interface PlacementWatch {
  /** Takes in the tracks of the frame captured at `atMs`. */
  update(tracks: readonly Track[], atMs: number): void;
  /** Trails that have ended, oldest first, at most `MOST_TRAILS`. */
  trails(): readonly Trail[];
  /** A gap: who was being followed is forgotten, as nobody knows where they went. */
  interrupt(): void;
  /** Forgets everything. */
  clear(): void;
}

/** A watch for one run of one camera. */
export function createPlacementWatch(): PlacementWatch {
  const open = new Map<number, OpenTrail>();
  let ended: Trail[] = [];

  function closeAllBut(alive: ReadonlySet<number>): void {
    for (const [id, trail] of open) {
      if (alive.has(id)) continue;
      open.delete(id);
      const whole = closeTrail(trail);
      if (whole) ended.push(whole);
    }
    if (ended.length > MOST_TRAILS) ended = ended.slice(-MOST_TRAILS);
  }

  return {
    update(tracks, atMs) {
      for (const track of tracks) {
        const trail = open.get(track.id) ?? openTrail(atMs);
        open.set(track.id, trail);
        extendTrail(trail, track, atMs);
      }
      closeAllBut(new Set(tracks.map(({ id }) => id)));
    },
    trails: () => ended,
    interrupt() {
      open.clear();
    },
    clear() {
      open.clear();
      ended = [];
    },
  };
}
