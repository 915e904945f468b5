import { rowsByFrame } from '../mot-file.ts';
import type { MotRow } from '../mot-file.ts';

const MATCH_IOU = 0.5;

/**
 * Average precision at IoU 0.5 over all frames, 0–1 (measures.md): every truth box counts, detections are matched
 * greedily by score to the truth box of their frame that they overlap most and nobody has yet, all-point interpolation.
 */
export function averagePrecision(truth: readonly MotRow[], detections: readonly MotRow[]): number {
  if (truth.length === 0) return 0;
  const free = rowsByFrame(truth).map((rows) => new Set(rows));
  const hits = [...detections]
    .sort((a, b) => b.score - a.score)
    .map((detection) => {
      const candidates = free[detection.frame - 1];
      const best = candidates && mostOverlapping(candidates, detection);
      if (best) candidates.delete(best);
      return best !== undefined;
    });
  return areaUnder(precisionAndRecall(hits, truth.length));
}

function mostOverlapping(candidates: ReadonlySet<MotRow>, detection: MotRow): MotRow | undefined {
  let best: { readonly row: MotRow; readonly iou: number } | undefined;
  for (const row of candidates) {
    const iou = rowIou(row, detection);
    if (iou >= MATCH_IOU && iou > (best?.iou ?? 0)) best = { row, iou };
  }
  return best?.row;
}

function rowIou(a: MotRow, b: MotRow): number {
  const width = Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left);
  const height = Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top);
  if (width <= 0 || height <= 0) return 0;
  const common = width * height;
  return common / (a.width * a.height + b.width * b.height - common);
}

interface CurvePoint {
  readonly precision: number;
  readonly recall: number;
}

/** A point per detection, from the highest score down. */
function precisionAndRecall(hits: readonly boolean[], truths: number): CurvePoint[] {
  let right = 0;
  return hits.map((hit, index) => {
    if (hit) right += 1;
    return { precision: right / (index + 1), recall: right / truths };
  });
}

/** At each recall the best precision from there on (all-point interpolation). */
function areaUnder(curve: readonly CurvePoint[]): number {
  let best = 0;
  return curve.reduceRight((area, { precision, recall }, index) => {
    best = Math.max(best, precision);
    return area + best * (recall - (curve[index - 1]?.recall ?? 0));
  }, 0);
}
