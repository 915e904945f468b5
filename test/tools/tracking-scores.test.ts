import { expect, test } from 'vitest';
import type { MotRow } from '../../tools/mot-file.ts';
import { trackingScores } from '../../tools/tracking-scores.ts';

/** Somebody who walks for ten frames; `id` by frame. */
function walk(idAt: (frame: number) => number, top = 0): readonly MotRow[] {
  return Array.from({ length: 10 }, (_, index) => ({
    frame: index + 1,
    id: idAt(index + 1),
    left: index * 5,
    top,
    width: 20,
    height: 50,
    score: 1,
  }));
}

const truth = [...walk(() => 1), ...walk(() => 2, 100)];

test('a perfect result scores 100', () => {
  const scores = trackingScores(truth, truth);
  expect(scores).toEqual({ hota: 100, idf1: 100, mota: 100, switches: 0, missed: 0, extra: 0 });
});

test('an identity that changes half way halves what belongs together', () => {
  const result = [...walk((frame) => (frame <= 5 ? 1 : 3)), ...walk(() => 2, 100)];
  const { idf1, switches, hota, mota } = trackingScores(truth, result);
  expect(switches).toBe(1);
  expect(idf1).toBeCloseTo(75);
  expect(hota).toBeCloseTo(100 * Math.sqrt((10 * 0.5 + 10) / 20));
  expect(mota).toBeCloseTo(95);
});

test('nothing found is all missed, and what is nowhere is extra', () => {
  expect(trackingScores(truth, [])).toMatchObject({ hota: 0, idf1: 0, missed: 20, extra: 0 });
  expect(
    trackingScores(
      truth,
      walk(() => 1, 400),
    ),
  ).toMatchObject({ hota: 0, missed: 20, extra: 10 });
});

test('true rows whose flag is 0 are left out', () => {
  const flagged = walk(() => 2, 100).map((row) => ({ ...row, score: 0 }));
  expect(
    trackingScores(
      [...walk(() => 1), ...flagged],
      walk(() => 7),
    ),
  ).toMatchObject({ mota: 100, missed: 0 });
});
