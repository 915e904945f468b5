import fc from 'fast-check';
import { expect, test } from 'vitest';
import { symmetricEigen } from '../../../src/core/calibration/symmetric-eigen.ts';

const entry = fc.double({ min: -10, max: 10, noNaN: true });
const symmetric = fc
  .integer({ min: 1, max: 9 })
  .chain((size) =>
    fc
      .array(fc.array(entry, { minLength: size, maxLength: size }), { minLength: size, maxLength: size })
      .map((rows) => rows.map((row, r) => row.map((_, c) => rows[Math.min(r, c)]![Math.max(r, c)]!))),
  );

test('a matrix with known eigenvalues', () => {
  const { values, vectors } = symmetricEigen([
    [2, 1, 0],
    [1, 2, 0],
    [0, 0, -1],
  ]);
  expect(values[0]).toBeCloseTo(-1, 12);
  expect(values[1]).toBeCloseTo(1, 12);
  expect(values[2]).toBeCloseTo(3, 12);
  expect(Math.abs(vectors[2]![0]!)).toBeCloseTo(Math.SQRT1_2, 12);
  expect(vectors[2]![0]! * vectors[2]![1]!).toBeCloseTo(0.5, 12);
});

test('each vector is stretched by its value, and they are orthonormal', () => {
  fc.assert(
    fc.property(symmetric, (matrix) => {
      const { values, vectors } = symmetricEigen(matrix);
      const dot = (a: readonly number[], b: readonly number[]): number =>
        a.reduce((sum, x, index) => sum + x * b[index]!, 0);
      vectors.forEach((vector, n) => {
        matrix.forEach((row, r) => expect(dot(row, vector)).toBeCloseTo(values[n]! * vector[r]!, 9));
        vectors.forEach((other, m) => expect(dot(vector, other)).toBeCloseTo(m === n ? 1 : 0, 10));
      });
      expect([...values].sort((a, b) => a - b)).toEqual(values);
    }),
  );
});
