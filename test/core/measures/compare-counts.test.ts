import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { errorOf } from '../../../src/core/accuracy-check/count-error.ts';
import type { RatioEstimate } from '../../../src/core/accuracy-check/ratio-estimate.ts';
import {
  compareCaptureRates,
  compareCounts,
  type Comparison,
  type NotComparable,
} from '../../../src/core/measures/compare-counts.ts';
import type { CheckedCount } from '../../../src/core/measures/uncertainty.ts';
import { createRandom } from '../../../src/core/simulation/random.ts';
import { alike } from '../../builders/tally.ts';

const usual: RatioEstimate = { ratio: 1, variance: 0.012 ** 2, degrees: 20, manual: 400 };
/** Of a line at which exactly one of twenty is missed. */
const low: RatioEstimate = errorOf(alike(40, 20, 19), 'in').estimate!;
const of = (count: number, check: RatioEstimate | null = usual): CheckedCount[] => [{ count, check }];

const checks = fc
  .record({
    ratio: fc.double({ min: 0.8, max: 1.2, noNaN: true }),
    spread: fc.double({ min: 0.003, max: 0.05, noNaN: true }),
    degrees: fc.integer({ min: 5, max: 60 }),
    manual: fc.integer({ min: 200, max: 2000 }),
  })
  .map(({ ratio, spread, degrees, manual }) => ({ ratio, variance: spread ** 2, degrees, manual }));
const opposite = { more: 'less', less: 'more', 'within-error': 'within-error' } as const;

function compared(comparison: Comparison | NotComparable): Comparison {
  if (typeof comparison !== 'object') throw new Error(comparison);
  return comparison;
}

describe('two counts', () => {
  test.each([
    { name: '2 % more is within the error', before: 1000, after: 1020, verdict: 'within-error' },
    { name: '10 % more is more', before: 1000, after: 1100, verdict: 'more' },
    { name: '10 % less is less', before: 1000, after: 900, verdict: 'less' },
    { name: '10 % of a few people is within the error', before: 10, after: 11, verdict: 'within-error' },
  ])('$name', ({ before, after, verdict }) => {
    expect(compareCounts(of(before), of(after))).toMatchObject({ verdict });
  });

  it('counted with different checks are compared without their bias', () => {
    const comparison = compared(compareCounts(of(1000), of(950, low)));
    expect(comparison.verdict).toBe('within-error');
    expect(comparison.change).toBeCloseTo(0, 9);
  });

  it('of two lines are surer than of one with as many people', () => {
    const width = (count: (n: number) => CheckedCount[]): number => {
      const { from, to } = compared(compareCounts(count(1000), count(1100)));
      return to - from;
    };
    const two = (n: number): CheckedCount[] => [...of(n / 2), ...of(n / 2)];
    expect(width(two)).toBeLessThan(width(of));
  });

  it('the other way round say the opposite', () => {
    const count = fc.integer({ min: 1, max: 10_000 });
    fc.assert(
      fc.property(fc.tuple(count, count), fc.tuple(checks, checks), ([a, b], [one, other]) => {
        const there = compared(compareCounts(of(a, one), of(b, other)));
        const back = compared(compareCounts(of(b, other), of(a, one)));
        expect(back.verdict).toBe(opposite[there.verdict]);
        expect(1 + back.change).toBeCloseTo(1 / (1 + there.change), 6);
        expect(there.from).toBeLessThan(there.change);
        expect(there.to).toBeGreaterThan(there.change);
      }),
    );
  });

  it('that are the same are never told to differ', () => {
    fc.assert(
      fc.property(checks, fc.integer({ min: 1, max: 100_000 }), (check, count) => {
        expect(compareCounts(of(count, check), of(count, check))).toMatchObject({ verdict: 'within-error' });
      }),
    );
  });

  test.each([
    { name: 'no check', after: of(10, null), why: 'not-checked' },
    {
      name: 'a check that says nothing',
      after: of(10, { ratio: 0, variance: 0.01, degrees: 5, manual: 300 }),
      why: 'not-checked',
    },
    { name: 'one line of two unchecked', after: [...of(10), ...of(10, null)], why: 'not-checked' },
    { name: 'nobody counted', after: of(0), why: 'nothing-counted' },
    { name: 'no line', after: [], why: 'nothing-counted' },
  ])('are not compared with $name', ({ after, why }) => {
    expect(compareCounts(of(10), after)).toBe(why);
    expect(compareCounts(after, of(10))).toBe(why);
  });
});

describe('two capture rates', () => {
  const rates = (entered: number, passersby: number, check: RatioEstimate | null = usual) => ({
    entered: of(entered, check),
    passersby: of(passersby, check),
  });

  test.each([
    { name: 'a point of a hundred people', before: [20, 80], after: [21, 79], verdict: 'within-error' },
    { name: 'ten points of many people', before: [200, 800], after: [300, 700], verdict: 'more' },
    { name: 'ten points fewer', before: [300, 700], after: [200, 800], verdict: 'less' },
  ] as const)('$name: $verdict', ({ before, after, verdict }) => {
    const comparison = compared(compareCaptureRates(rates(before[0], before[1]), rates(after[0], after[1])));
    expect(comparison.verdict).toBe(verdict);
  });

  it('differ in points', () => {
    expect(compared(compareCaptureRates(rates(200, 800), rates(300, 700))).change).toBeCloseTo(0.1, 9);
  });

  it('that are the same are told to differ once in twenty times at most', () => {
    const random = createRandom(7);
    const scattered = (people: number): number => {
      let count = 0;
      for (let person = 0; person < people; person++) count += random.chance(0.03) ? 0 : 1;
      return count;
    };
    const check: RatioEstimate = { ratio: 0.97, variance: 0.03 / 400, degrees: 30, manual: 400 };
    const claimed = Array.from({ length: 400 }, () => {
      const day = () => rates(scattered(200), scattered(800), check);
      return compared(compareCaptureRates(day(), day())).verdict !== 'within-error';
    }).filter(Boolean).length;
    expect(claimed / 400).toBeLessThan(0.05);
  });

  it('are not compared where anything is unchecked or nobody was counted', () => {
    expect(compareCaptureRates(rates(20, 80), rates(20, 80, null))).toBe('not-checked');
    expect(compareCaptureRates(rates(20, 80), rates(0, 80))).toBe('nothing-counted');
    expect(compareCaptureRates(rates(20, 0), rates(20, 80))).toBe('nothing-counted');
  });
});
