import { expect, test } from 'vitest';
import { averagePrecision } from '../../../tools/evaluate/average-precision.ts';
import type { MotRow } from '../../../tools/mot-file.ts';

function box(left: number, score = 1, frame = 1): MotRow {
  return { frame, id: -1, left, top: 0, width: 10, height: 20, score };
}

const TRUTH = [box(0), box(100), box(0, 1, 2), box(100, 1, 2)];

test.each([
  { name: 'nothing', detections: [], precision: 0 },
  { name: 'everything', detections: TRUTH, precision: 1 },
  { name: 'everything, and worse boxes beside it', detections: [...TRUTH, box(50, 0.5)], precision: 1 },
  { name: 'half of it', detections: [box(0), box(100)], precision: 0.5 },
  {
    name: 'a wrong one first',
    detections: [box(50, 0.9), box(0, 0.8), box(100, 0.7)],
    precision: (2 / 3) * 0.5,
  },
  {
    name: 'the same person twice',
    detections: [box(0, 0.9), box(1, 0.8), box(100, 0.7)],
    precision: 0.25 + (2 / 3) * 0.25,
  },
  { name: 'too far off', detections: [box(4)], precision: 0 },
  { name: 'in the wrong frame', detections: [box(0, 1, 3)], precision: 0 },
])('$name', ({ detections, precision }) => {
  expect(averagePrecision(TRUTH, detections)).toBeCloseTo(precision, 10);
});
