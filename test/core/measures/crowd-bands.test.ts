import { expect, test } from 'vitest';
import { crowdBandOf } from '../../../src/core/measures/crowd-bands.ts';

test.each([
  [0, null],
  [1, 0],
  [2, 0],
  [3, 1],
  [5, 2],
  [7, 2],
  [8, 3],
  [12, 4],
  [500, 4],
])('%s people are band %s', (people, band) => {
  expect(crowdBandOf(people)).toBe(band);
});
