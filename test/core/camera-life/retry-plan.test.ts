import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { retryPlan, type FailedAttempt } from '../../../src/core/camera-life/retry-plan.ts';
import type { ProblemCode } from '../../../src/core/result.ts';

const plan = (given: Partial<FailedAttempt> & { readonly code?: ProblemCode } = {}) =>
  retryPlan({
    problem: { code: given.code ?? 'camera-unreachable' },
    attempt: 0,
    lostForMs: 0,
    random: 0.5,
    ...given,
  });

describe('the wait before the next attempt', () => {
  test.each([
    [0, 500],
    [1, 1000],
    [2, 2000],
    [3, 4000],
    [4, 6000],
    [50, 6000],
  ])('after %i attempts in the first minute is %i ms in the middle of its spread', (attempt, expected) => {
    expect(plan({ attempt })).toEqual({ waitMs: expected, needsPerson: false });
  });

  it('is twice as long after the first minute', () => {
    expect(plan({ attempt: 9, lostForMs: 61_000 }).waitMs).toBe(12_000);
  });

  it('never strays more than a fifth', () => {
    fc.assert(
      fc.property(
        fc.nat(100),
        fc.nat(1e6),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (attempt, lostForMs, random) => {
          const middle = plan({ attempt, lostForMs }).waitMs ?? 0;
          const spread = plan({ attempt, lostForMs, random }).waitMs ?? 0;
          expect(Math.abs(spread - middle)).toBeLessThanOrEqual(middle * 0.2 + 1e-9);
        },
      ),
    );
  });

  it('for a stream that is not there yet is 2 s, and 15 s after a minute', () => {
    const code = 'camera-stream-missing';
    expect([plan({ code, attempt: 20 }).waitMs, plan({ code, lostForMs: 60_000 }).waitMs]).toEqual([
      2000, 15_000,
    ]);
  });

  test.each([
    [20, 20_000],
    [0, 500],
    [86_400, 300_000],
  ])('is what the gateway asks for, within bounds: %i s', (retryAfterS, expected) => {
    const problem = { code: 'camera-unreachable', detail: { status: 503, retryAfterS } } as const;
    expect(plan({ problem }).waitMs).toBe(expected);
  });

  test.each<[ProblemCode, number | null]>([
    ['camera-credentials-refused', 60_000],
    ['camera-codec-unsupported', 60_000],
    ['camera-not-found', 15_000],
    ['camera-in-use', 15_000],
    ['camera-permission-denied', null],
    ['camera-origin-not-allowed', null],
  ])('with %s, which needs a person, is %s ms', (code, waitMs) => {
    expect(plan({ code, attempt: 7 })).toEqual({ waitMs, needsPerson: true });
  });
});
