import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { backOffMs } from '../../src/state/back-off.ts';

describe('back-off', () => {
  test.each([
    [0, 500],
    [1, 1000],
    [2, 2000],
    [3, 4000],
    [4, 8000],
    [5, 15_000],
    [50, 15_000],
  ])('attempt %i waits %i ms in the middle of its spread', (attempt, expected) => {
    expect(backOffMs(attempt, 0.5)).toBe(expected);
  });

  it('never strays more than a fifth', () => {
    fc.assert(
      fc.property(fc.nat(100), fc.double({ min: 0, max: 1, noNaN: true }), (attempt, random) => {
        const middle = backOffMs(attempt, 0.5);
        expect(Math.abs(backOffMs(attempt, random) - middle)).toBeLessThanOrEqual(middle * 0.2 + 1e-9);
      }),
    );
  });
});
