import type { Detection } from '../detection/detection.ts';
import { iou } from '../geometry/box.ts';
import type { TrackerParameters } from './parameters.ts';

/**
 * Lowers the score of every detection by how much surer ones overlap it, and leaves out what falls below `lowScore`
 * (Soft-NMS, Bodla et al. 2017): beside a clear person a detector sees the same person again more often than another.
 * The surest come first.
 */
export function softSuppress(
  detections: readonly Detection[],
  { overlapSpread, lowScore }: TrackerParameters,
): readonly Detection[] {
  const kept: Detection[] = [];
  const surestFirst = detections
    .filter(({ score }) => score >= lowScore)
    .sort((one, other) => other.score - one.score);
  for (const { box, score } of surestFirst) {
    let left = score;
    for (const surer of kept) {
      const overlap = iou(surer.box, box);
      if (overlap > 0) left *= Math.exp(-(overlap * overlap) / overlapSpread);
    }
    if (left >= lowScore) kept.push({ box, score: left });
  }
  return kept;
}
