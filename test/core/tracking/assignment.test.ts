import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assign } from '../../../src/core/tracking/assignment.ts';
import type { Candidate } from '../../../src/core/tracking/assignment.ts';

/** The greatest total gain, by trying everything. */
function bestByHand(candidates: readonly Candidate[]): number {
  const [first, ...rest] = candidates;
  if (!first) return 0;
  const others = rest.filter(({ row, column }) => row !== first.row && column !== first.column);
  return Math.max(bestByHand(rest), first.gain + bestByHand(others));
}

const sparse = fc.uniqueArray(
  fc.record({
    row: fc.integer({ min: 0, max: 5 }),
    column: fc.integer({ min: 0, max: 5 }),
    gain: fc.integer({ min: 1, max: 20 }),
  }),
  { selector: ({ row, column }) => row * 10 + column, maxLength: 16 },
);

test('nothing is paired where nothing can be', () => {
  expect(assign([])).toEqual([]);
});

test('a row gives way when the whole gains by it', () => {
  const pairs = assign([
    { row: 0, column: 0, gain: 10 },
    { row: 0, column: 1, gain: 9 },
    { row: 1, column: 0, gain: 8 },
  ]);
  expect(pairs).toEqual([
    [0, 1],
    [1, 0],
  ]);
});

test('a row is left alone when that gains more', () => {
  const pairs = assign([
    { row: 0, column: 0, gain: 1 },
    { row: 1, column: 0, gain: 5 },
  ]);
  expect(pairs).toEqual([[1, 0]]);
});

test('no pairing gains more, and nobody is paired twice', () => {
  fc.assert(
    fc.property(sparse, (candidates) => {
      const pairs = assign(candidates);
      const gains = pairs.map(([row, column]) => {
        const found = candidates.find((candidate) => candidate.row === row && candidate.column === column);
        return found?.gain ?? NaN;
      });
      expect(new Set(pairs.map(([row]) => row)).size).toBe(pairs.length);
      expect(new Set(pairs.map(([, column]) => column)).size).toBe(pairs.length);
      const total = gains.reduce((sum, gain) => sum + gain, 0);
      expect(total).toBe(bestByHand(candidates));
    }),
    { numRuns: 300 },
  );
});
