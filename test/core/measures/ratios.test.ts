import { expect, test } from 'vitest';
import { captureRate, conversionRate, coverageRate } from '../../../src/core/measures/ratios.ts';

test.each([
  ['capture rate', captureRate(20, 80), 0.2],
  ['capture rate with nobody about', captureRate(0, 0), null],
  ['capture rate when nobody passes', captureRate(3, 0), 1],
  ['conversion', conversionRate(12, 40), 0.3],
  ['conversion when nobody came in', conversionRate(3, 0), null],
  ['coverage', coverageRate(450, 900), 0.5],
  ['coverage of no open time', coverageRate(0, 0), null],
])('%s', (_, found, expected) => {
  expect(found).toBe(expected);
});
