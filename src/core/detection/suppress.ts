import type { Box } from '../geometry/box.ts';
import { iou } from '../geometry/box.ts';

/** What a model gives: `boxes` four numbers a candidate (left, top, right, bottom), `scores` one. */
export interface Candidates {
  readonly boxes: Float32Array;
  readonly scores: Float32Array;
}

/** Overlap above which the lower of two boxes is dropped, and the least score that is read at all. */
export interface Suppression {
  readonly iou: number;
  readonly minScore: number;
}

/** A box that was kept, in the candidates' own coordinates. */
export interface KeptBox {
  readonly box: Box;
  readonly score: number;
}

/** More candidates than this are cut, the lowest scores first: bounds the time of a crowded or broken frame. */
export const MAX_CANDIDATES = 1000;

/** Greedy non-maximum suppression: the best box is kept, those that overlap it too much are dropped, and so on. */
export function suppress({ boxes, scores }: Candidates, { iou: limit, minScore }: Suppression): KeptBox[] {
  const read: { readonly index: number; readonly score: number }[] = [];
  scores.forEach((score, index) => {
    if (score >= minScore) read.push({ index, score });
  });
  // Equal scores keep the model's order, so that the result never depends on the sort.
  read.sort((a, b) => b.score - a.score || a.index - b.index);

  const kept: KeptBox[] = [];
  for (const { index, score } of read.slice(0, MAX_CANDIDATES)) {
    const box = boxAt(boxes, index);
    if (!(box.right > box.left && box.bottom > box.top)) continue;
    if (kept.some((better) => iou(better.box, box) > limit)) continue;
    kept.push({ box, score: Math.min(1, score) });
  }
  return kept;
}

function boxAt(boxes: Float32Array, index: number): Box {
  const [left = 0, top = 0, right = 0, bottom = 0] = boxes.subarray(index * 4, index * 4 + 4);
  return { left, top, right, bottom };
}
