import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  accountGap,
  accountMeasured,
  noteCause,
  startCameraClock,
  type AccountedTime,
} from '../../../src/core/measures/camera-clock.ts';

describe('the time of a camera', () => {
  test('before the first frame is not started, then connecting', () => {
    const clock = startCameraClock(0, 'not-started');
    expect(noteCause(clock, 1000, 'connecting')).toEqual([{ fromMs: 0, toMs: 1000, cause: 'not-started' }]);
    expect(accountMeasured(clock, 3000, 3100)).toEqual([
      { fromMs: 1000, toMs: 3000, cause: 'connecting' },
      { fromMs: 3000, toMs: 3100, cause: null },
    ]);
  });

  test('after the last frame is the gap that is noted seconds later', () => {
    const clock = startCameraClock(0, 'connecting');
    accountMeasured(clock, 0, 5000);
    noteCause(clock, 8000, 'stalled');
    expect(accountGap(clock, 9000, clock.cause ?? 'stalled')).toEqual([
      { fromMs: 5000, toMs: 9000, cause: 'stalled' },
    ]);
  });

  test('frames that were under way when a pause was noted still count, and do not end the pause', () => {
    const clock = startCameraClock(0, 'connecting');
    accountMeasured(clock, 0, 5000);
    noteCause(clock, 5300, 'paused');
    expect(accountMeasured(clock, 5000, 5200)).toEqual([{ fromMs: 5000, toMs: 5200, cause: null }]);
    expect(clock.cause).toBe('paused');
  });

  it('is accounted for exactly once, in order, without a hole', () => {
    const step = fc.record({
      kind: fc.constantFrom('measured', 'note', 'gap', 'live'),
      fromMs: fc.integer({ min: 0, max: 2000 }),
      lengthMs: fc.integer({ min: 0, max: 500 }),
    });
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const clock = startCameraClock(0, 'not-started');
        const all: AccountedTime[] = [];
        for (const { kind, fromMs, lengthMs } of steps) {
          if (kind === 'measured') all.push(...accountMeasured(clock, fromMs, fromMs + lengthMs));
          else if (kind === 'gap') all.push(...accountGap(clock, fromMs, clock.cause ?? 'stalled'));
          else all.push(...noteCause(clock, fromMs, kind === 'live' ? null : 'camera-problem'));
        }
        let atMs = 0;
        for (const time of all) {
          expect(time.fromMs).toBe(atMs);
          expect(time.toMs).toBeGreaterThan(time.fromMs);
          atMs = time.toMs;
        }
        expect(clock.accountedToMs).toBe(atMs);
      }),
    );
  });
});
