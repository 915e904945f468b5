import { expect, test } from 'vitest';
import { breaksOf } from '../../src/state/series-breaks.ts';
import { anInterval } from './ports/memory-archive.ts';

test('a series breaks where the counting changed, and not where a known way of counting comes back', () => {
  const day = (index: number, configIds: readonly number[]) => ({
    ...anInterval({}),
    fromMs: index,
    configIds,
  });
  expect(breaksOf([day(0, [1]), day(1, []), day(2, [1, 2]), day(3, [2]), day(4, [1])])).toEqual([2]);
  expect(breaksOf([day(0, [1, 2]), day(1, [2])])).toEqual([0]);
  expect(breaksOf([])).toEqual([]);
});
