import { describe, expect, it } from 'vitest';
import { matchPeriods, type PeriodPart } from '../../../src/core/measures/matched-periods.ts';

const hour = (place: number, value: number, coverage: number | null = 1): PeriodPart<number> => ({
  place: `0:${place}`,
  coverage,
  wantedS: 3600,
  isClosed: false,
  value,
});

describe('two periods', () => {
  it('are compared over what was measured in both', () => {
    expect(
      matchPeriods(
        [hour(0, 5), hour(1, 7, 0.4), hour(2, 9), hour(3, 4)],
        [hour(0, 6), hour(1, 8), hour(2, 10, null), hour(3, 5, 0.995)],
      ),
    ).toEqual({ before: [5, 4], after: [6, 5], leftOut: 2 });
  });

  it('of different length are compared over what both have', () => {
    expect(matchPeriods([hour(0, 5)], [hour(0, 6), hour(1, 8)])).toEqual({
      before: [5],
      after: [6],
      leftOut: 1,
    });
  });

  it('are paired by their place and not by their order', () => {
    expect(matchPeriods([hour(9, 1), hour(10, 2)], [hour(10, 3)])).toEqual({
      before: [2],
      after: [3],
      leftOut: 1,
    });
  });

  it('pair an hour that the clock repeats once', () => {
    expect(matchPeriods([hour(1, 5)], [hour(1, 6), hour(1, 7)])).toEqual({
      before: [5],
      after: [6],
      leftOut: 0,
    });
  });

  it('leave an hour out that was to be measured longer in one of them, such as one in which the store opened later', () => {
    const halfOpen = { ...hour(10, 5), wantedS: 1800 };
    expect(matchPeriods([hour(10, 9)], [halfOpen])).toEqual({ before: [], after: [], leftOut: 1 });
    expect(matchPeriods([halfOpen], [halfOpen])).toMatchObject({ before: [5], leftOut: 0 });
  });

  it('miss nothing of hours in which the store was closed in both', () => {
    const closed = { ...hour(3, 0, null), wantedS: 0, isClosed: true };
    expect(matchPeriods([closed], [closed])).toEqual({ before: [], after: [], leftOut: 0 });
    expect(matchPeriods([closed], [hour(3, 4)])).toEqual({ before: [], after: [], leftOut: 1 });
  });
});
