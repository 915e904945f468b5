import type { CountingEvent } from '../src/core/counting/counting-event.ts';
import { createSceneCounter } from '../src/core/counting/scene-counter.ts';
import type { Scene } from '../src/core/counting/scene.ts';
import { createTracker } from '../src/core/tracking/tracker.ts';
import type { MotRow } from './mot-file.ts';
import { detectionOf } from './track-rows.ts';
import type { Footage } from './track-rows.ts';

/** Counts MOT detections through tracker and counters; frames that `isSeen` refuses never arrive. */
export function countRows(
  frames: readonly (readonly MotRow[])[],
  footage: Footage,
  { scene, isSeen = () => true }: { readonly scene: Scene; readonly isSeen?: (frame: number) => boolean },
): readonly CountingEvent[] {
  const tracker = createTracker(footage.width / footage.height);
  const counter = createSceneCounter(scene);
  const events = frames.flatMap((rows, index) => {
    if (!isSeen(index)) return [];
    const atMs = (index * 1000) / footage.fps;
    const detections = rows.map((row) => detectionOf(row, footage));
    return counter.update(tracker.update(detections, atMs), atMs);
  });
  return [...events, ...counter.finish()];
}
