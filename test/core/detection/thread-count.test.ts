import { expect, test } from 'vitest';
import { threadCount } from '../../../src/core/detection/thread-count.ts';

test.each([
  [1, 1],
  [2, 1],
  [3, 2],
  [4, 3],
  [5, 4],
  [32, 4],
  [0, 1],
])('%i processors: %i threads', (processors, threads) => {
  expect(threadCount(processors)).toBe(threads);
});
