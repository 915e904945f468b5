import { expect, test } from 'vitest';
import { student95, studentWithin } from '../../../src/core/accuracy-check/student-t.ts';

// Two-sided 5 % points of Student's distribution, as printed in every table of it.
test.each([
  [1, 12.7062],
  [2, 4.3027],
  [3, 3.1824],
  [5, 2.5706],
  [10, 2.2281],
  [11, 2.201],
  [30, 2.0423],
  [120, 1.9799],
])('with %i degrees of freedom t is %f', (degrees, t) => {
  expect(student95(degrees)).toBeCloseTo(t, 4);
});

test('with ever more degrees it comes down to that of the normal distribution', () => {
  expect(student95(1e9)).toBeCloseTo(1.96, 2);
  expect(studentWithin(0, 7)).toBe(0);
  expect(studentWithin(1e6, 4)).toBeCloseTo(1, 9);
});
