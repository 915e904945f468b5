import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { errorOf } from '../../../src/core/accuracy-check/count-error.ts';
import type { RatioEstimate } from '../../../src/core/accuracy-check/ratio-estimate.ts';
import { plusMinusOf, rangeOfCaptureRate, rangeOfSum } from '../../../src/core/measures/headline-range.ts';
import { type CheckedCount, rangeOf } from '../../../src/core/measures/uncertainty.ts';
import { createRandom } from '../../../src/core/simulation/random.ts';
import { alike, simulated } from '../../builders/tally.ts';

function checkOf(...args: Parameters<typeof errorOf>): RatioEstimate {
  const { estimate } = errorOf(...args);
  if (!estimate) throw new Error('too few');
  return estimate;
}

const perfect = checkOf(alike(10, 20), 'in');
const low = checkOf(alike(40, 20, 19), 'in');
const aCount = (count: number, parts: Partial<CheckedCount> = {}): CheckedCount => ({
  count,
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
    expect(plusMinusOf(1000, range)).toBeGreaterThan(11.3);
    expect(plusMinusOf(1000, range)).toBeLessThan(14);
  });

  test('holds the figure less its bias', () => {
    fc.assert(
      fc.property(checks, fc.integer({ min: 0, max: 20_000 }), (check, count) => {
        const range = rangeOf(aCount(count, { check }))!;
        expect(range.from).toBeGreaterThanOrEqual(0);
        expect(range.from).toBeLessThanOrEqual(count / check.ratio + 1e-6);
        expect(range.to).toBeGreaterThanOrEqual(count / check.ratio - 1e-6);
        expect(plusMinusOf(count, range)).toBeGreaterThanOrEqual(
          Math.abs(count - count / check.ratio) - 1e-6,
        );
      }),
    );
  });

  test('where one of twenty is missed lies above the figure, which is not corrected', () => {
    const range = rangeOf(aCount(1900, { check: low }))!;
    expect(range.from).toBeGreaterThan(1900);
    expect(plusMinusOf(1900, range)).toBe(range.to - 1900);
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

  test.each([
    { name: 'without a check', check: null },
    { name: 'with a check that says nothing', check: { ratio: 0.5, variance: 0.2, degrees: 5, manual: 300 } },
  ])('$name there is none', ({ check }) => {
    expect(rangeOf(aCount(100, { check }))).toBeNull();
  });
});

describe('the range of a sum', () => {
  it('of one line is that of the line', () => {
    fc.assert(
      fc.property(checks, fc.integer({ min: 0, max: 20_000 }), (check, count) => {
        const sum = rangeOfSum([aCount(count, { check })])!;
        const one = rangeOf(aCount(count, { check }))!;
        expect(sum.from).toBeCloseTo(one.from, 6);
        expect(sum.to).toBeCloseTo(one.to, 6);
      }),
    );
  });

  it('adds what two lines miss alike: it does not cancel', () => {
    const one = rangeOf(aCount(1900, { check: low }))!;
    const both = rangeOfSum([aCount(1900, { check: low }), aCount(1900, { check: low })])!;
    expect((both.from + both.to) / 2).toBeCloseTo(one.from + one.to, 6);
    expect(both.to - both.from).toBeLessThan(2 * (one.to - one.from));
  });

  it('of in less out holds the truth nineteen times of twenty, where both miss some', () => {
    const hits = Array.from({ length: 600 }, (_, seed) => {
      const check = (more: number): RatioEstimate =>
        checkOf(simulated({ seed: seed + more, intervals: 25, misses: 0.05, adds: 0.01 }), 'in');
      const random = createRandom(seed + 50_000);
      const counted = (people: number): number => {
        let count = 0;
        for (let person = 0; person < people; person++) {
          if (!random.chance(0.05)) count += 1;
          if (random.chance(0.01)) count += 1;
        }
        return count;
      };
      const range = rangeOfSum(
        [aCount(counted(430), { check: check(100_000) })],
        [aCount(counted(400), { check: check(200_000) })],
      )!;
      return range.from <= 30 && 30 <= range.to;
    }).filter(Boolean).length;
    expect(hits / 600).toBeGreaterThan(0.92);
  });

  it.each([
    { name: 'without any line', counts: [] },
    { name: 'where one line has no check', counts: [aCount(10), aCount(10, { check: null })] },
  ])('is not told $name', ({ counts }) => {
    expect(rangeOfSum(counts)).toBeNull();
    expect(plusMinusOf(10, rangeOfSum(counts))).toBeNull();
  });
});

describe('the range of a capture rate', () => {
  it('lies between 0 and 1 around the rate, and is wider with fewer people', () => {
    fc.assert(
      fc.property(checks, checks, fc.integer({ min: 1, max: 5000 }), (one, other, count) => {
        const of = (times: number) =>
          rangeOfCaptureRate(
            [aCount(count * times, { check: one })],
            [aCount(3 * count * times, { check: other })],
          )!;
        const rate = 1 / one.ratio / (1 / one.ratio + 3 / other.ratio);
        expect(of(1).from).toBeGreaterThan(0);
        expect(of(1).from).toBeLessThan(rate);
        expect(of(1).to).toBeGreaterThan(rate);
        expect(of(1).to).toBeLessThan(1);
        expect(of(10).to - of(10).from).toBeLessThan(of(1).to - of(1).from);
      }),
    );
  });

  it('is not told where either has no check, or nobody was counted', () => {
    expect(rangeOfCaptureRate([aCount(10, { check: null })], [aCount(10)])).toBeNull();
    expect(rangeOfCaptureRate([aCount(10)], [aCount(10, { check: null })])).toBeNull();
    expect(rangeOfCaptureRate([aCount(0)], [aCount(10)])).toBeNull();
  });
});

describe('a range is of numbers', () => {
  it('with every check that a tally can give, and every count', () => {
    fc.assert(
      fc.property(checks, fc.nat({ max: 1_000_000 }), (check, count) => {
        const range = rangeOf({ count, check });
        if (range) expect([range.from, range.to].every(Number.isFinite)).toBe(true);
      }),
    );
  });

  test.each([
    ['the count', Number.NaN, {}],
    ['the ratio', 100, { ratio: Number.NaN }],
    ['the variance', 100, { variance: Number.NaN }],
    ['what it rests on, as in a check from before that was kept', 100, { manual: undefined }],
  ])('and none where no number is %s: ±NaN is never shown', (_, count, parts) => {
    const check = { ...perfect, ...parts } as RatioEstimate;
    expect(rangeOf({ count, check })).toBeNull();
    expect(plusMinusOf(count, rangeOfSum([{ count, check }]))).toBeNull();
  });

  it('and a figure that is no number has no ±', () => {
    expect(plusMinusOf(Number.NaN, { from: 1, to: 2 })).toBeNull();
  });
});
