import type { Detection } from '../detection/detection.ts';
import { iou, middleOf } from '../geometry/box.ts';
import type { Box } from '../geometry/box.ts';
import { createNeighbourhood } from '../geometry/neighbourhood.ts';
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
  const surestFirst = detections
    .filter(({ score }) => score >= lowScore)
    .sort((one, other) => other.score - one.score);
  const largest = surestFirst.reduce((most, { box }) => Math.max(most, sideOf(box)), 0);
  const kept: Detection[] = [];
  const surer = createNeighbourhood<Box>(largest);
  for (const { box, score } of surestFirst) {
    let left = score;
    surer.visitNear(middleOf(box), (sideOf(box) + largest) / 2, (other) => {
      const overlap = iou(other, box);
      if (overlap > 0) left *= Math.exp(-(overlap * overlap) / overlapSpread);
    });
    if (left < lowScore) continue;
    kept.push({ box, score: left });
    surer.add(box, middleOf(box));
  }
  return kept;
}

function sideOf({ left, right, top, bottom }: Box): number {
  return Math.max(right - left, bottom - top);
}
