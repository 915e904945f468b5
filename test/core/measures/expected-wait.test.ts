import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectedWaitS, noteWait, type RecentWaits } from '../../../src/core/measures/expected-wait.ts';

const MINUTE_MS = 60_000;

/** Waits of these lengths in seconds, one ending each minute from minute 0 on. */
const waits = (...lengths: readonly number[]): RecentWaits =>
  lengths.reduce<RecentWaits>(
    (all, seconds, minute) =>
      noteWait(all, { fromMs: minute * MINUTE_MS - seconds * 1000, toMs: minute * MINUTE_MS }),
    [],
  );

describe('the expected wait', () => {
  it('is the median of the last waits, interpolated in its band', () => {
    expect(expectedWaitS(waits(90, 90, 90, 90, 90), 5 * MINUTE_MS)).toBe(90);
    expect(expectedWaitS(waits(10, 10, 20, 200, 400), 5 * MINUTE_MS)).toBe(22.5);
  });

  it('is empty under five people', () => {
    expect(expectedWaitS([], 0)).toBeNull();
    expect(expectedWaitS(waits(90, 90, 90, 90), 4 * MINUTE_MS)).toBeNull();
  });

  it('forgets what ended more than 15 minutes ago', () => {
    const five = waits(90, 90, 90, 90, 90);
    expect(expectedWaitS(five, 14 * MINUTE_MS)).toBe(90);
    expect(expectedWaitS(five, 15 * MINUTE_MS)).toBeNull();
  });

  it('remembers a bounded number, and never one that is too old', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3000 }), { maxLength: 200 }), (lengths) => {
        const remembered = waits(...lengths);
        expect(remembered.length).toBeLessThanOrEqual(15);
        const median = expectedWaitS(remembered, lengths.length * MINUTE_MS);
        if (median !== null) expect(median).toBeGreaterThanOrEqual(0);
      }),
    );
    const crowd = Array.from({ length: 3000 }, () => ({ fromMs: 0, toMs: 1000 })).reduce<RecentWaits>(
      noteWait,
      [],
    );
    expect(crowd).toHaveLength(1000);
  });
});
