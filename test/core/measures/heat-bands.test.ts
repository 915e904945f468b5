import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HEAT_BANDS, heatBandEdges, heatBandOf } from '../../../src/core/measures/heat-bands.ts';

describe('the bands of a heat map', () => {
  test.each([
    { name: 'nothing', minutes: 0, edges: [1, 2, 5, 10, 20] },
    { name: 'exactly the last edge', minutes: 20, edges: [1, 2, 5, 10, 20] },
    { name: 'a little more', minutes: 21, edges: [2, 5, 10, 20, 50] },
    { name: 'a queue in a week', minutes: 1800, edges: [100, 200, 500, 1000, 2000] },
  ])('end at a round number for $name', ({ minutes, edges }) => {
    expect(heatBandEdges(minutes * 60)).toEqual(edges);
  });

  test('hold every value up to the greatest, in order', () => {
    fc.assert(
      fc.property(fc.nat({ max: 1e9 }), fc.nat({ max: 1e9 }), (one, other) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)];
        const edges = heatBandEdges(more);
        expect(edges).toHaveLength(HEAT_BANDS);
        expect(edges.at(-1)! * 60).toBeGreaterThanOrEqual(more);
        expect(heatBandOf(less, edges)).toBeLessThanOrEqual(heatBandOf(more, edges));
        expect(less).toBeLessThanOrEqual(edges[heatBandOf(less, edges)]! * 60);
      }),
    );
  });
});
