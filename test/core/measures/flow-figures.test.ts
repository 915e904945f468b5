import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sumFlows } from '../../../src/core/measures/flow-figures.ts';

const record = (...[from, to, visits, length = 60]: readonly [number, number, number, number?]) => ({
  slot: 0,
  from,
  to,
  length,
  visits,
  config_id: 1,
});

test('pairs are added up by direction, the busiest first', () => {
  expect(sumFlows([record(1, 2, 5), record(2, 1, 9), record(1, 2, 6, 1440), record(1, 3, 9)])).toEqual([
    { from: 1, to: 2, visits: 11 },
    { from: 1, to: 3, visits: 9 },
    { from: 2, to: 1, visits: 9 },
  ]);
});

test('no visit is lost or added, and the order of records does not matter', () => {
  const zone = fc.integer({ min: 1, max: 4 });
  const records = fc.array(
    fc.tuple(zone, zone, fc.integer({ min: 5, max: 50 })).map((parts) => record(...parts)),
  );
  fc.assert(
    fc.property(records, (some) => {
      const flows = sumFlows(some);
      const total = (all: readonly { readonly visits: number }[]): number =>
        all.reduce((sum, { visits }) => sum + visits, 0);
      expect(total(flows)).toBe(total(some));
      expect(sumFlows(some.toReversed())).toEqual(flows);
    }),
  );
});
