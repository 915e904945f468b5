import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ratio, spreadOf } from '../../../tools/bench/statistics.ts';

const values = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 60 });

describe('spread', () => {
  it('tells median and quartiles of an odd number of values', () => {
    expect(spreadOf([5, 1, 4, 2, 3])).toEqual({ samples: 5, median: 3, low: 2, high: 4 });
  });

  it('lies between the two in the middle of an even number', () => {
    expect(spreadOf([10, 20]).median).toBe(15);
  });

  it('has nothing to say about nothing', () => {
    expect(() => spreadOf([])).toThrow('nothing was measured');
  });

  it('leaves what it was given as it was', () => {
    const given = [3, 1, 2];
    spreadOf(given);
    expect(given).toEqual([3, 1, 2]);
  });

  it('is in order, within the values, and the same whatever their order', () => {
    fc.assert(
      fc.property(values, (given) => {
        const { low, median, high } = spreadOf(given);
        expect(low).toBeGreaterThanOrEqual(Math.min(...given));
        expect(median).toBeGreaterThanOrEqual(low);
        expect(high).toBeGreaterThanOrEqual(median);
        expect(high).toBeLessThanOrEqual(Math.max(...given));
        expect(spreadOf([...given].reverse())).toEqual({ samples: given.length, median, low, high });
      }),
    );
  });

  it('has as many values below the median as above it', () => {
    fc.assert(
      fc.property(values, (given) => {
        const { median } = spreadOf(given);
        expect(given.filter((value) => value < median).length).toBeLessThanOrEqual(given.length / 2);
        expect(given.filter((value) => value > median).length).toBeLessThanOrEqual(given.length / 2);
      }),
    );
  });
});

describe('ratio', () => {
  it('divides', () => expect(ratio(3, 4)).toBe(0.75));
  it('is unknown where there is nothing to divide by', () => expect(ratio(3, 0)).toBeNull());
});
