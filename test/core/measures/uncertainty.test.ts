import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { errorOf } from '../../../src/core/accuracy-check/count-error.ts';
import type { RatioEstimate } from '../../../src/core/accuracy-check/ratio-estimate.ts';
import { matchPeriods } from '../../../src/core/measures/matched-periods.ts';
import { type CheckedCount, compareCounts, rangeOf } from '../../../src/core/measures/uncertainty.ts';
import { createRandom } from '../../../src/core/simulation/random.ts';
import { alike, simulated } from '../../builders/tally.ts';

function checkOf(...args: Parameters<typeof errorOf>): RatioEstimate {
  const { estimate } = errorOf(...args);
  if (!estimate) throw new Error('too few');
  return estimate;
}

const perfect = checkOf(alike(10, 20), 'in');
const usual: RatioEstimate = { ratio: 1, variance: 0.012 ** 2, degrees: 20, manual: 400 };
const low = checkOf(alike(40, 20, 19), 'in');
const aCount = (count: number, parts: Partial<CheckedCount> = {}): CheckedCount => ({
  count,
  coverage: 1,
  check: perfect,
  ...parts,
});

const checks = fc
  .record({
    ratio: fc.double({ min: 0.8, max: 1.2, noNaN: true }),
    spread: fc.double({ min: 0.003, max: 0.05, noNaN: true }),
    degrees: fc.integer({ min: 5, max: 60 }),
    manual: fc.integer({ min: 200, max: 2000 }),
  })
  .map(({ ratio, spread, degrees, manual }) => ({ ratio, variance: spread ** 2, degrees, manual }));

describe('the range of a figure', () => {
  test('after a check without an error is the least error that is ever claimed, and the scatter of its own crossings', () => {
    const range = rangeOf(aCount(1000))!;
    expect(range.from).toBeLessThan(1000 - 2.26 * 5);
    expect(range.to).toBeGreaterThan(1000 + 2.26 * 5);
    expect(range.plusMinus).toBeGreaterThan(11.3);
    expect(range.plusMinus).toBeLessThan(14);
    expect(range.isComplete).toBe(true);
  });

  test('holds the figure less its bias', () => {
    fc.assert(
      fc.property(checks, fc.integer({ min: 0, max: 20_000 }), (check, count) => {
        const range = rangeOf(aCount(count, { check }))!;
        expect(range.from).toBeGreaterThanOrEqual(0);
        expect(range.from).toBeLessThanOrEqual(count / check.ratio + 1e-6);
        expect(range.to).toBeGreaterThanOrEqual(count / check.ratio - 1e-6);
        expect(range.plusMinus).toBeGreaterThanOrEqual(Math.abs(count - count / check.ratio) - 1e-6);
      }),
    );
  });

  test('where one of twenty is missed lies above the figure, which is not corrected', () => {
    const range = rangeOf(aCount(1900, { check: low }))!;
    expect(range.from).toBeGreaterThan(1900);
    expect(range.plusMinus).toBe(range.to - 1900);
  });

  test('of larger figures is narrower in proportion, and wider for a vaguer check', () => {
    fc.assert(
      fc.property(checks, fc.integer({ min: 10, max: 5000 }), (check, count) => {
        const width = (n: number, with_: RatioEstimate): number => {
          const range = rangeOf(aCount(n, { check: with_ }))!;
          return (range.to - range.from) / n;
        };
        expect(width(2 * count, check)).toBeLessThan(width(count, check));
        expect(width(count, { ...check, variance: 1.5 * check.variance })).toBeGreaterThan(
          width(count, check),
        );
      }),
    );
  });

  test('holds the truth nineteen times of twenty', () => {
    const rates = { misses: 0.04, adds: 0.02 };
    const hits = Array.from({ length: 600 }, (_, seed) => {
      const check = checkOf(simulated({ seed, intervals: 25, ...rates }), 'in');
      const random = createRandom(seed + 10_000);
      let count = 0;
      for (let person = 0; person < 400; person++) {
        if (!random.chance(rates.misses)) count += 1;
        if (random.chance(rates.adds)) count += 1;
      }
      const range = rangeOf(aCount(count, { check }))!;
      return range.from <= 400 && 400 <= range.to;
    }).filter(Boolean).length;
    expect(hits / 600).toBeGreaterThan(0.92);
  });

  test('says when time is missing, and makes nothing up for it', () => {
    const whole = rangeOf(aCount(100))!;
    const part = rangeOf(aCount(100, { coverage: 0.7 }))!;
    expect(part).toEqual({ ...whole, isComplete: false });
    expect(rangeOf(aCount(100, { coverage: null }))!.isComplete).toBe(false);
  });

  test.each([
    { name: 'without a check', check: null },
    { name: 'with a check that says nothing', check: { ratio: 0.5, variance: 0.2, degrees: 5, manual: 300 } },
  ])('$name there is none', ({ check }) => {
    expect(rangeOf(aCount(100, { check }))).toBeNull();
  });
});

describe('two figures', () => {
  test.each([
    { name: '2 % more is within the error', before: 1000, after: 1020, verdict: 'within-error' },
    { name: '10 % more is more', before: 1000, after: 1100, verdict: 'more' },
    { name: '10 % less is less', before: 1000, after: 900, verdict: 'less' },
    { name: '10 % of a few people is within the error', before: 10, after: 11, verdict: 'within-error' },
  ])('$name', ({ before, after, verdict }) => {
    const of = (count: number): CheckedCount => aCount(count, { check: usual });
    expect(compareCounts(of(before), of(after))).toMatchObject({ verdict });
  });

  test('counted with different checks are compared without their bias', () => {
    const comparison = compareCounts(aCount(1000), aCount(950, { check: low }));
    expect(comparison).toMatchObject({ verdict: 'within-error' });
    expect(typeof comparison === 'object' && comparison.ratio).toBeCloseTo(1, 9);
  });

  test('the other way round say the opposite', () => {
    const count = fc.integer({ min: 1, max: 10_000 });
    const opposite = { more: 'less', less: 'more', 'within-error': 'within-error' } as const;
    fc.assert(
      fc.property(fc.tuple(count, count), fc.tuple(checks, checks), ([a, b], [one, other]) => {
        const there = compareCounts(aCount(a, { check: one }), aCount(b, { check: other }));
        const back = compareCounts(aCount(b, { check: other }), aCount(a, { check: one }));
        if (typeof there !== 'object' || typeof back !== 'object') throw new Error('not compared');
        expect(back.verdict).toBe(opposite[there.verdict]);
        expect(back.ratio).toBeCloseTo(1 / there.ratio, 6);
        expect(there.from).toBeLessThan(there.ratio);
        expect(there.to).toBeGreaterThan(there.ratio);
      }),
    );
  });

  test('that are the same are never told to differ', () => {
    fc.assert(
      fc.property(checks, fc.integer({ min: 1, max: 100_000 }), (check, count) => {
        const one = aCount(count, { check });
        expect(compareCounts(one, one)).toMatchObject({ verdict: 'within-error' });
      }),
    );
  });

  test.each([
    { name: 'no check', after: aCount(10, { check: null }), why: 'not-checked' },
    {
      name: 'a check that says nothing',
      after: aCount(10, { check: { ratio: 0, variance: 0.01, degrees: 5, manual: 300 } }),
      why: 'not-checked',
    },
    { name: 'nobody counted', after: aCount(0), why: 'nothing-counted' },
    { name: 'time missing', after: aCount(10, { coverage: 0.8 }), why: 'not-measured' },
    { name: 'no open time', after: aCount(10, { coverage: null }), why: 'not-measured' },
  ])('are not compared with $name', ({ after, why }) => {
    expect(compareCounts(aCount(10), after)).toBe(why);
    expect(compareCounts(after, aCount(10))).toBe(why);
  });
});

describe('periods', () => {
  const part = (count: number, coverage: number | null = 1, configIds = [1]) => ({
    count,
    coverage,
    configIds,
  });

  test('are added up over what was measured in both', () => {
    expect(matchPeriods([part(5), part(7, 0.4), part(9)], [part(6), part(8), part(10, null)])).toEqual({
      before: 5,
      after: 6,
      matched: 1,
      leftOut: 2,
      isBroken: false,
    });
  });

  test('of different length are compared over the shorter', () => {
    expect(matchPeriods([part(5)], [part(6), part(8)])).toMatchObject({ before: 5, after: 6, leftOut: 1 });
  });

  test('are broken where another configuration counted', () => {
    expect(matchPeriods([part(5)], [part(6, 1, [2])]).isBroken).toBe(true);
    expect(matchPeriods([part(5, 1, [1, 2])], [part(6)]).isBroken).toBe(true);
    expect(matchPeriods([part(5, 0, [2])], [part(6)]).isBroken).toBe(false);
  });
});
