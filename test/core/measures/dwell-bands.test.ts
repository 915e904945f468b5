import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  bandOf,
  DWELL_BAND_EDGES_S,
  emptyBands,
  quantileOfBands,
} from '../../../src/core/measures/dwell-bands.ts';

test.each([
  [0, 0],
  [4_999, 0],
  [5_000, 1],
  [59_999, 3],
  [60_000, 4],
  [1_799_999, 7],
  [1_800_000, 8],
  [90_000_000, 8],
])('a dwell of %i ms is in band %i', (dwellMs, band) => {
  expect(bandOf(dwellMs)).toBe(band);
});

describe('quantiles of bands', () => {
  test.each([
    ['nobody', [], 0.5, null],
    ['four from 15 to 30 s: the middle of the band', [0, 0, 4], 0.5, 22.5],
    ['half below 5 s, half from 5 to 15 s', [5, 5], 0.5, 5],
    ['nine short visits, one of 1–2 min: p90 is where the short ones end', [9, 0, 0, 0, 1], 0.9, 5],
    ['all in the open band: at least half an hour', [0, 0, 0, 0, 0, 0, 0, 0, 7], 0.5, 1800],
  ])('%s', (...[, counts, share, expected]) => {
    const bands = emptyBands().map((zero, band) => counts[band] ?? zero);
    expect(quantileOfBands(bands, share)).toBe(expected);
  });

  it('lie in the band that holds the true quantile', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 1_799_999 }), { minLength: 1, maxLength: 60 }),
        fc.constantFrom(0.5, 0.9),
        (dwells, share) => {
          const bands = emptyBands();
          for (const dwellMs of dwells) bands[bandOf(dwellMs)]! += 1;
          const sorted = dwells.toSorted((a, b) => a - b);
          const trueMs = sorted[Math.ceil(share * dwells.length) - 1]!;
          const upperS = DWELL_BAND_EDGES_S[bandOf(trueMs)]!;
          const lowerS = DWELL_BAND_EDGES_S[bandOf(trueMs) - 1] ?? 0;
          const found = quantileOfBands(bands, share)!;
          expect(found).toBeGreaterThanOrEqual(lowerS);
          expect(found).toBeLessThanOrEqual(upperS);
        },
      ),
    );
  });
});
