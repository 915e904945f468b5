import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_CANDIDATES, suppress } from '../../../src/core/detection/suppress.ts';
import { iou } from '../../../src/core/geometry/box.ts';

const RULES = { iou: 0.6, minScore: 0.1 };

function candidates(rows: readonly (readonly [number, number, number, number, number])[]) {
  return {
    boxes: Float32Array.from(rows.flatMap(([left, top, right, bottom]) => [left, top, right, bottom])),
    scores: Float32Array.from(rows.map(([, , , , score]) => score)),
  };
}

describe('suppress', () => {
  test.each([
    { name: 'nothing', rows: [], kept: [] },
    { name: 'scores below the least', rows: [[0, 0, 10, 10, 0.09]], kept: [] },
    {
      name: 'the better of two that overlap',
      rows: [
        [0, 0, 10, 20, 0.5],
        [1, 0, 11, 20, 0.8],
      ],
      kept: [0.8],
    },
    {
      name: 'both of two side by side',
      rows: [
        [0, 0, 10, 20, 0.5],
        [5, 0, 15, 20, 0.8],
      ],
      kept: [0.8, 0.5],
    },
    {
      name: 'an overlap with a box that was dropped itself drops nothing',
      rows: [
        [0, 0, 10, 20, 0.9],
        [2, 0, 12, 20, 0.8],
        [4, 0, 14, 20, 0.7],
      ],
      kept: [0.9, 0.7],
    },
    {
      name: 'boxes without an area',
      rows: [
        [5, 5, 5, 9, 0.9],
        [9, 5, 5, 9, 0.9],
        [NaN, 0, 5, 9, 0.9],
      ],
      kept: [],
    },
  ] as const)('$name', ({ rows, kept }) => {
    const scores = suppress(candidates(rows), RULES).map(({ score }) => Number(score.toFixed(3)));
    expect(scores).toEqual(kept);
  });

  test('what is kept is sorted, overlaps little, and does not depend on the order of candidates', () => {
    const row = fc.tuple(
      fc.integer({ min: 0, max: 60 }),
      fc.integer({ min: 0, max: 60 }),
      fc.integer({ min: 0, max: 90 }),
      fc.integer({ min: 0, max: 90 }),
      fc.integer({ min: 0, max: 1000 }).map((score) => score / 1000),
    );
    const rows = fc.uniqueArray(row, { selector: ([, , , , score]) => score, maxLength: 40 });
    fc.assert(
      fc.property(rows, (all) => {
        const kept = suppress(candidates(all), RULES);
        kept.forEach((box, index) => {
          expect(box.score).toBeLessThanOrEqual(kept[index - 1]?.score ?? 1);
          for (const other of kept.slice(0, index))
            expect(iou(other.box, box.box)).toBeLessThanOrEqual(RULES.iou);
        });
        expect(suppress(candidates([...all].reverse()), RULES)).toEqual(kept);
      }),
    );
  });

  test('a flood of candidates is cut at the lowest scores', () => {
    const rows = Array.from({ length: MAX_CANDIDATES + 500 }, (_, index) => {
      return [index * 20, 0, index * 20 + 10, 20, 0.2 + index / 10000] as const;
    });
    const kept = suppress(candidates(rows), RULES);
    expect(kept.length).toBe(MAX_CANDIDATES);
    expect(kept.at(-1)?.score).toBeCloseTo(0.25);
  });
});
