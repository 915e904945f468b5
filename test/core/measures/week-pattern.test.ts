import { expect, test } from 'vitest';
import { weekPattern } from '../../../src/core/measures/week-pattern.ts';

test('the mean is that of measured hours alone, and an hour never measured has none', () => {
  const at = { weekday: 5, hour: 12 };
  const pattern = weekPattern([
    { ...at, coverage: 1, value: 30 },
    { ...at, coverage: 0.995, value: 10 },
    { ...at, coverage: 0.5, value: 900 },
    { weekday: 6, hour: 12, coverage: null, value: 0 },
    { weekday: 0, hour: 9, coverage: 1, value: 0 },
  ]);
  expect(pattern[5]?.[12]).toEqual({ mean: 20, hours: 2 });
  expect(pattern[6]?.[12]).toEqual({ mean: null, hours: 0 });
  expect(pattern[0]?.[9]).toEqual({ mean: 0, hours: 1 });
});
