import { expect, test } from 'vitest';
import { weekPattern } from '../../../src/core/measures/week-pattern.ts';

test('the mean is that of measured hours alone, and an hour never measured has none', () => {
  const at = { weekday: 5, hour: 12, isClosed: false };
  const pattern = weekPattern([
    { ...at, coverage: 1, value: 30 },
    { ...at, coverage: 0.995, value: 10 },
    { ...at, coverage: 0.5, value: 900 },
    { weekday: 6, hour: 12, isClosed: false, coverage: null, value: 0 },
    { weekday: 0, hour: 9, isClosed: false, coverage: 1, value: 0 },
  ]);
  expect(pattern[5]?.[12]).toEqual({ mean: 20, hours: 2, isClosed: false });
  expect(pattern[6]?.[12]).toEqual({ mean: null, hours: 0, isClosed: false });
  expect(pattern[0]?.[9]).toEqual({ mean: 0, hours: 1, isClosed: false });
});

test('an hour in which the store is never open is closed, and what was counted then is in no mean', () => {
  const closed = { weekday: 0, hour: 3, isClosed: true, coverage: null, value: 4 };
  expect(weekPattern([closed])[0]?.[3]).toEqual({ mean: null, hours: 0, isClosed: true });
  const both = weekPattern([closed, { ...closed, isClosed: false, coverage: 1, value: 6 }]);
  expect(both[0]?.[3]).toEqual({ mean: 6, hours: 1, isClosed: false });
});
