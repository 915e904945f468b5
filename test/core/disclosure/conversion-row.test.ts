import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RatioEstimate } from '../../../src/core/accuracy-check/ratio-estimate.ts';
import { roundCount } from '../../../src/core/disclosure/export-profile.ts';
import { conversionRow } from '../../../src/core/disclosure/export-rows.ts';
import { rangeOfConversion, type ConversionFigures } from '../../../src/core/measures/conversion.ts';
import { plusMinusOf } from '../../../src/core/measures/headline-range.ts';
import { anInterval } from '../../state/ports/memory-archive.ts';

const CHECK: RatioEstimate = { manual: 300, ratio: 0.98, variance: 0.0001, degrees: 30 };
const DAY = anInterval({ fromMs: 0, toMs: 86_400_000, coverage: 1 });

function rowOf(transactions: number, counts: readonly number[], profile: 'in-house' | 'third-party') {
  const entered = counts.map((count) => ({ count, check: CHECK }));
  const all = counts.reduce((sum, count) => sum + count, 0);
  const rate = transactions / all;
  const plusMinus = plusMinusOf(rate, rangeOfConversion(transactions, entered));
  const figures: ConversionFigures = {
    days: 1,
    transactions,
    entered: all,
    rate,
    plusMinus,
    coverage: 1,
    leftOut: 0,
  };
  return conversionRow(DAY, { figures, entered }, profile);
}

const ends = ({
  conversion_rate: told,
  conversion_rate_low: low,
  conversion_rate_high: high,
}: ReturnType<typeof rowOf>) => [told, low, high].map(Number) as [number, number, number];

test('third parties are told ends that hold the rate and all that the error of the visitors allows', () => {
  const days = fc.tuple(
    fc.integer({ min: 20, max: 200 }),
    fc.array(fc.integer({ min: 200, max: 900 }), { minLength: 1, maxLength: 2 }),
  );
  fc.assert(
    fc.property(days, ([transactions, counts]) => {
      const [told, low, high] = ends(rowOf(transactions, counts, 'third-party'));
      expect(told >= low && told <= high).toBe(true);
      const exact = rangeOfConversion(
        transactions,
        counts.map((count) => ({ count, check: CHECK })),
      );
      expect(low).toBeLessThanOrEqual((exact?.from ?? 0) + 1e-4);
      expect(high).toBeGreaterThanOrEqual((exact?.to ?? 1) - 1e-4);
    }),
  );
});

test('the ends give no count away: what is told alike has the same ends', () => {
  expect(rowOf(101, [502], 'third-party')).toEqual(rowOf(99, [498], 'third-party'));
  expect([roundCount(101, 5), roundCount(502, 5)]).toEqual([100, 500]);
  expect(rowOf(101, [502], 'in-house')).not.toEqual(rowOf(99, [498], 'in-house'));
});
