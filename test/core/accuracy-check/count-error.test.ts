import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { errorOf } from '../../../src/core/accuracy-check/count-error.ts';
import { alike, anInterval, simulated, tallies } from '../../builders/tally.ts';

describe('the verdict', () => {
  test.each([
    { name: '200 of 200 in ten intervals passes', intervals: alike(10, 20), verdict: 'passed' },
    { name: '199 crossings are too few', intervals: [...alike(9, 20), ...alike(1, 19)], verdict: 'too-few' },
    { name: '200 in one interval are too few', intervals: alike(1, 200), verdict: 'too-few' },
    { name: 'nobody at all is too few', intervals: alike(10, 0), verdict: 'too-few' },
    { name: 'one of ten missed fails', intervals: alike(20, 20, 18), verdict: 'failed' },
    { name: 'one of ten too many fails', intervals: alike(20, 20, 22), verdict: 'failed' },
    { name: 'one of twenty missed is not decided', intervals: alike(20, 20, 19), verdict: 'undecided' },
    {
      name: 'errors that cancel do not pass for accuracy',
      intervals: [...alike(5, 20, 10), ...alike(5, 20, 30)],
      verdict: 'undecided',
    },
  ])('$name', ({ intervals, verdict }) => {
    expect(errorOf(intervals, 'in').verdict).toBe(verdict);
    expect(errorOf(intervals, 'out').verdict).toBe(verdict);
  });

  test('looks at each direction alone', () => {
    const intervals = alike(10, 20).map((interval) => ({ ...interval, systemOut: 10 }));
    expect(errorOf(intervals, 'in').verdict).toBe('passed');
    expect(errorOf(intervals, 'out').verdict).toBe('failed');
  });
});

describe('the error', () => {
  test('is the bias, and beside it what cancels', () => {
    const intervals = [anInterval({ manualIn: 10, systemIn: 12 }), anInterval({ manualIn: 10, systemIn: 7 })];
    const { error, absoluteError, manual, system } = errorOf(intervals, 'in');
    expect({ manual, system }).toEqual({ manual: 20, system: 19 });
    expect(error).toBeCloseTo(-0.05, 12);
    expect(absoluteError).toBeCloseTo(0.25, 12);
  });

  test('of a count without a single error is never told to be better than one in 200', () => {
    const { from, to } = errorOf(alike(10, 20), 'in');
    // t with nine degrees of freedom times √(1 / (200 · 200)).
    expect(to).toBeCloseTo(2.2622 * 0.005, 5);
    expect(from).toBeCloseTo(-2.2622 * 0.005, 5);
  });

  test('of nobody is unknown, not 0', () => {
    expect(errorOf(alike(10, 0), 'in')).toMatchObject({ error: null, from: null, to: null, estimate: null });
    expect(errorOf([anInterval({ systemIn: 3 })], 'in')).toMatchObject({ error: null, absoluteError: null });
  });

  test('lies in its interval', () => {
    fc.assert(
      fc.property(tallies, (intervals) => {
        const { error, from, to } = errorOf(intervals, 'in');
        if (from === null || to === null || error === null) return;
        expect(from).toBeLessThan(error);
        expect(to).toBeGreaterThan(error);
      }),
    );
  });

  test('is known better after more of the same', () => {
    fc.assert(
      fc.property(tallies, (intervals) => {
        const once = errorOf(intervals, 'in');
        const twice = errorOf([...intervals, ...intervals], 'in');
        if (once.from === null || once.to === null || twice.from === null || twice.to === null) return;
        expect(twice.error).toBeCloseTo(once.error!, 9);
        expect(twice.to - twice.from).toBeLessThan(once.to - once.from);
      }),
    );
  });

  test('does not depend on the order of intervals, nor on those without anybody', () => {
    fc.assert(
      fc.property(tallies, fc.nat(5), (intervals, idle) => {
        const other = errorOf([...alike(idle, 0), ...intervals.toReversed()], 'in');
        const one = errorOf(intervals, 'in');
        expect(other.verdict).toBe(one.verdict);
        expect(other.intervals).toBe(one.intervals);
        if (one.from !== null) expect(other.from).toBeCloseTo(one.from, 9);
      }),
    );
  });

  test('of in and out swap with the counts', () => {
    fc.assert(
      fc.property(tallies, (intervals) => {
        const swapped = intervals.map((interval) => ({
          manualIn: interval.manualOut,
          manualOut: interval.manualIn,
          systemIn: interval.systemOut,
          systemOut: interval.systemIn,
        }));
        expect(errorOf(swapped, 'out')).toEqual(errorOf(intervals, 'in'));
      }),
    );
  });

  test.each([
    { misses: 0.03, adds: 0.03, truth: 0 },
    { misses: 0.1, adds: 0.02, truth: -0.08 },
  ])('lies in the interval nineteen times of twenty ($misses missed, $adds added)', ({ truth, ...rates }) => {
    const runs = Array.from({ length: 600 }, (_, seed) =>
      errorOf(simulated({ seed, intervals: 20, ...rates }), 'in'),
    );
    const hits = runs.filter(({ from, to }) => from! <= truth && truth <= to!).length;
    expect(hits / runs.length).toBeGreaterThan(0.92);
    expect(hits / runs.length).toBeLessThan(0.98);
  });

  test('of a system that is off by the whole margin passes rarely: once in sixteen after 450 crossings', () => {
    const runs = Array.from({ length: 600 }, (_, seed) =>
      errorOf(simulated({ seed, intervals: 30, misses: 0.05, adds: 0 }), 'in'),
    );
    expect(runs.filter(({ verdict }) => verdict === 'passed').length / runs.length).toBeLessThan(0.07);
  });
});
