import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addFigures, allowedError, crowdRows, figuresOf } from '../../../tools/evaluate/crowd-score.ts';
import type { CrowdFigures } from '../../../tools/evaluate/crowd-score.ts';

const pair = (counted: number, exact: number) => ({ counted, exact });

const perfect: CrowdFigures = {
  in: pair(900, 900),
  out: pair(880, 880),
  passersby: pair(1900, 2000),
  visits: pair(1100, 1100),
  waits: { counted: [10, 20, 30], exact: [10, 20, 30] },
};

function missed(figures: CrowdFigures, minutes: number): string[] {
  return crowdRows(figures, minutes).flatMap(({ what, isMet }) => (isMet === false ? [what] : []));
}

describe('the verdict on a crowded hour', () => {
  test('is met by exact counts', () => {
    expect(missed(perfect, 60)).toEqual([]);
  });

  test.each([
    ['in', { in: pair(881, 900) }],
    ['out', { out: pair(898, 880) }],
    ['visits', { visits: pair(1156, 1100) }],
    ['queue wait, median, seconds', { waits: { counted: [10, 23, 30], exact: [10, 20, 30] } }],
  ])('is missed for %s alone when that is off by more than its share', (what, off) => {
    expect(missed({ ...perfect, ...off }, 60)).toEqual([what]);
  });

  test('says nothing about passers-by but how many', () => {
    const row = crowdRows(perfect, 60).find(({ what }) => what === 'passers-by');
    expect(row).toMatchObject({ measured: '1900 of 2000 (−5.0 %)', isMet: null });
  });

  test('is missed where nobody was seen to queue', () => {
    const waits = { counted: [], exact: [12] };
    expect(missed({ ...perfect, waits }, 60)).toEqual(['queue wait, median, seconds']);
  });
});

test('a shorter run may be off by chance as well, in share the less the more is counted', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5000 }),
      fc.double({ min: 0.01, max: 0.2, noNaN: true }),
      (n, share) => {
        expect(allowedError(n, share, 10)).toBeGreaterThan(allowedError(n, share, 60));
        expect(allowedError(4 * n, share, 10) / (4 * n)).toBeLessThan(allowedError(n, share, 10) / n);
      },
    ),
  );
});

test('figures of runs add up, and waits are put together', () => {
  const outcome = {
    counted: {
      lines: [
        { in: 3, out: 2 },
        { in: 4, out: 5 },
      ],
      zones: [0, 1, 2].map((visits) => ({ visits, personSeconds: 0, dwells: visits === 2 ? [7, 9] : [] })),
    },
    truth: {
      simulatedMs: 60_000,
      lines: [
        { in: 4, out: 2 },
        { in: 5, out: 5 },
      ],
      zones: [0, 1, 3].map((visits) => ({
        visits,
        personSeconds: 0,
        dwellSeconds: 0,
        longestDwellSeconds: 0,
        peopleNow: 0,
        peopleMost: 0,
      })),
    },
  };
  const one = figuresOf(outcome, [8]);
  expect(one).toEqual({
    in: pair(3, 4),
    out: pair(2, 2),
    passersby: pair(9, 10),
    visits: pair(3, 4),
    waits: { counted: [7, 9], exact: [8] },
  });
  expect(addFigures(one, one)).toEqual({
    in: pair(6, 8),
    out: pair(4, 4),
    passersby: pair(18, 20),
    visits: pair(6, 8),
    waits: { counted: [7, 9, 7, 9], exact: [8, 8] },
  });
});
