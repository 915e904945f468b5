import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  FREE_TRIES,
  isLocked,
  LONGEST_LOCK_S,
  metAt,
  NO_LOCK,
  noteTry,
} from '../../../src/core/access/lock-out.ts';

const NOW_MS = 1_784_000_000_000;

/** Lengths of the locks after so many wrong tries, s. */
function locksAfter(tries: number): number[] {
  let lock = NO_LOCK;
  return Array.from({ length: tries }, () => {
    lock = noteTry(lock, NOW_MS);
    return lock.untilS === 0 ? 0 : lock.untilS - NOW_MS / 1000;
  });
}

describe('the lock-out', () => {
  it('leaves four tries free, then doubles from 30 s to 15 min', () => {
    expect(locksAfter(12)).toEqual([0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900, 900]);
  });

  it('is over when its time is', () => {
    const lock = noteTry({ wrong: FREE_TRIES - 1, untilS: 0 }, NOW_MS);
    expect(isLocked(lock, NOW_MS)).toBe(true);
    expect(isLocked(lock, NOW_MS + 29_999)).toBe(true);
    expect(isLocked(lock, NOW_MS + 30_000)).toBe(false);
    expect(isLocked(NO_LOCK, NOW_MS)).toBe(false);
  });

  it('never lasts longer than 15 min, even where the clock was set back', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.nat(10_000_000), (wrong, backMs) => {
        const nowMs = NOW_MS - backMs;
        const met = metAt(noteTry({ wrong, untilS: 0 }, NOW_MS), nowMs);
        expect(isLocked(met, nowMs + (LONGEST_LOCK_S + 1) * 1000)).toBe(false);
      }),
    );
  });

  it('lets nobody try more than four and one every fifteen minutes for long', () => {
    let lock = NO_LOCK;
    let tries = 0;
    for (let nowMs = NOW_MS; nowMs < NOW_MS + 86_400_000; nowMs += 1000) {
      if (isLocked(lock, nowMs)) continue;
      lock = noteTry(lock, nowMs);
      tries += 1;
    }
    expect(tries).toBeLessThan(110);
  });
});
