import { createPlacementWatch, type PlacementWatch } from '../../src/core/placement/placement-watch.ts';
import type { Trail } from '../../src/core/placement/trail.ts';
import { aTrack, type Itinerary, placeOn } from './walkers.ts';

/** One after the other walks through the picture, 10 frames a second, each a perfect track unless told otherwise. */
export interface Passer {
  readonly walk: Itinerary;
  readonly height?: number;
  readonly score?: number;
  /** Times (ms since the walk's begin) between which the person is not seen. */
  readonly hiddenMs?: readonly [number, number];
}

/** Shows the people to a watch, one after the other. */
export function showPassers(watch: PlacementWatch, passers: readonly Passer[], fps = 10): void {
  let nowMs = 1_700_000_000_000;
  passers.forEach(({ walk, height = 0.2, score = 0.8, hiddenMs = [0, 0] }, index) => {
    const [beginMs, endMs] = [walk[0]?.atMs ?? 0, walk.at(-1)?.atMs ?? 0];
    let lastSeenAtMs = nowMs;
    for (let atMs = 0; atMs <= endMs - beginMs; atMs += 1000 / fps) {
      const place = placeOn(walk, beginMs + atMs);
      if (!place) continue;
      const isHidden = atMs > hiddenMs[0] && atMs < hiddenMs[1];
      if (!isHidden) lastSeenAtMs = nowMs + atMs;
      const track = aTrack({
        id: index + 1,
        at: [place.x, place.y],
        height,
        atMs: nowMs + atMs,
        lastSeenAtMs,
        state: isHidden ? 'coasting' : 'confirmed',
      });
      watch.update([{ ...track, score }], nowMs + atMs);
    }
    nowMs += endMs - beginMs + 1000;
    watch.update([], nowMs);
  });
}

/** What a watch remembers of them. */
export function trailsOf(passers: readonly Passer[], fps = 10): readonly Trail[] {
  const watch = createPlacementWatch();
  showPassers(watch, passers, fps);
  return watch.trails();
}
