import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toldFlows, toldPairs } from '../../../src/core/disclosure/told-flows.ts';
import type { FlowSlot } from '../../../src/core/measures/slot-record.ts';
import { slotKey } from '../../../src/core/time/slot-key.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const START_MS = Date.UTC(2026, 10, 24);

const dayAt = (index: number) => {
  const fromMs = START_MS + index * DAY_MS;
  const hours = Array.from({ length: 24 }, (_, hour) => ({
    fromMs: fromMs + hour * HOUR_MS,
    toMs: fromMs + (hour + 1) * HOUR_MS,
  }));
  return { day: { fromMs, toMs: fromMs + DAY_MS }, hours };
};

const flow = (
  ...[day, hour, visits, from = 1]: readonly [number, number | null, number, number?]
): FlowSlot => ({
  from,
  to: 3 - from,
  slot: slotKey(START_MS + day * DAY_MS + (hour ?? 0) * HOUR_MS),
  length: hour === null ? 1440 : 60,
  visits,
  config_id: 1,
});

test('pairs are added up over days, hours and what was merged into the day', () => {
  const records = [flow(1, 9, 7), flow(0, 10, 5), flow(0, null, 6), flow(0, 12, 9, 2)];
  expect(toldPairs(records, [dayAt(0), dayAt(1)], 5)).toEqual([
    { from: 1, to: 2, visits: 18 },
    { from: 2, to: 1, visits: 9 },
  ]);
});

test('a day that was not asked for is not told', () => {
  expect(toldPairs([flow(0, 9, 7), flow(1, 9, 8)], [dayAt(1)], 5)).toEqual([{ from: 1, to: 2, visits: 8 }]);
});

test('with a higher k what is too small for it is gone', () => {
  expect(toldPairs([flow(0, 9, 7)], [dayAt(0)], 10)).toEqual([]);
  expect(toldPairs([flow(0, 9, 7)], [dayAt(0)], 5)).toHaveLength(1);
});

test('no pair is told that is under k, and never more than the files of the same days tell', () => {
  const records = fc.array(
    fc
      .tuple(fc.nat(2), fc.option(fc.nat(23)), fc.integer({ min: 5, max: 40 }), fc.boolean())
      .map(([day, hour, visits, isBack]) => flow(day, hour, visits, isBack ? 2 : 1)),
  );
  const days = [dayAt(0), dayAt(1), dayAt(2)];
  fc.assert(
    fc.property(records, fc.constantFrom(5, 10), (some, k) => {
      const rows = toldFlows(some, days, k);
      for (const { from, to, visits } of toldPairs(some, days, k)) {
        expect(visits).toBeGreaterThanOrEqual(k);
        const ofPair = rows.filter((row) => row.from === from && row.to === to);
        const most = days.reduce((sum, { day }) => {
          const inDay = ofPair.filter(({ fromMs }) => fromMs >= day.fromMs && fromMs < day.toMs);
          const add = (minutes: number): number =>
            inDay.reduce((all, row) => all + (row.minutes === minutes ? row.visits : 0), 0);
          return sum + Math.max(add(60), add(1440));
        }, 0);
        expect(visits).toBeLessThanOrEqual(most);
      }
    }),
  );
});
