import { describe, expect, test } from 'vitest';
import {
  type CheckedSetUp,
  expiryOf,
  type FinishedTally,
  nextExpiryMs,
  validIntervals,
} from '../../../src/core/accuracy-check/check-expiry.ts';
import { alike } from '../../builders/tally.ts';

const DAY = 86_400_000;
const NOW = 1_700_000_000_000;
const setUp: CheckedSetUp = {
  line: 2,
  camera: 1,
  ruleVersion: 1,
  modelSha256: 'aa',
  lineSha256: 'bb',
  cameraSha256: 'cc',
};

function finished(parts: Partial<FinishedTally> = {}): FinishedTally {
  return { setUp, endedAtMs: NOW - DAY, intervals: alike(3, 10), ...parts };
}

describe('a session', () => {
  test('holds for the set-up it was made with', () => {
    expect(expiryOf(finished(), setUp, NOW)).toBeNull();
  });

  test.each([
    { change: { line: 3 }, why: 'line-changed' },
    { change: { lineSha256: 'b2' }, why: 'line-changed' },
    { change: { camera: 9 }, why: 'camera-changed' },
    { change: { cameraSha256: 'c2' }, why: 'camera-changed' },
    { change: { ruleVersion: 2 }, why: 'rules-changed' },
    { change: { modelSha256: 'a2' }, why: 'model-changed' },
  ])('holds no longer after $change', ({ change, why }) => {
    expect(expiryOf(finished(), { ...setUp, ...change }, NOW)).toBe(why);
  });

  test.each([
    { name: '89 days', endedAtMs: NOW - 90 * DAY + 1, why: null },
    { name: '90 days', endedAtMs: NOW - 90 * DAY, why: 'too-old' },
    { name: 'not yet', endedAtMs: NOW + 1, why: 'in-the-future' },
  ])('holds for 90 days: $name', ({ endedAtMs, why }) => {
    expect(expiryOf(finished({ endedAtMs }), setUp, NOW)).toBe(why);
  });
});

test('sessions add up while they hold, and the oldest says when the check ends', () => {
  const old = finished({ endedAtMs: NOW - 95 * DAY });
  const young = finished({ endedAtMs: NOW - 5 * DAY });
  expect(validIntervals([old, finished(), young], setUp, NOW)).toHaveLength(6);
  expect(nextExpiryMs([old, finished(), young], setUp, NOW)).toBe(NOW + 85 * DAY);
  expect(nextExpiryMs([old], setUp, NOW)).toBeNull();
});
