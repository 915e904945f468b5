import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { isAnyCellDetermined, isAnyRangeDetermined } from '../../../src/core/disclosure/inference.ts';

const upTo = (most: number): number[] => Array.from({ length: most + 1 }, (_, value) => value);

test.each([
  ['two cells under 5 that sum to 8', [upTo(4), upTo(4)], 8, true],
  ['two cells under 5 that sum to 7', [upTo(4), upTo(4)], 7, false],
  ['cells that sum to nothing', [upTo(4), upTo(4)], 0, true],
  ['a single cell', [upTo(4)], 3, true],
  ['a group that can only be what is left', [[0, 1, 8], upTo(1)], 8, true],
])('%s: determined is %s', (...[, possible, sum, expected]) => {
  expect(
    isAnyCellDetermined(
      possible.map((values) => ({ possible: values })),
      sum,
    ),
  ).toBe(expected);
});

it('both ways agree on plain ranges', () => {
  const ranges = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(
      ranges,
      fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 5, maxLength: 5 }),
      (greatest, some) => {
        const sum = greatest.reduce((all, most, index) => all + Math.min(most, some[index]!), 0);
        const cells = greatest.map((most) => ({ possible: upTo(most) }));
        const plain = greatest.map((most) => ({ least: 0, most }));
        expect(isAnyRangeDetermined(plain, sum)).toBe(isAnyCellDetermined(cells, sum));
      },
    ),
  );
});
