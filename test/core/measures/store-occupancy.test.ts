import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import {
  addMeasured,
  applyLevelChange,
  openOccupancyTotals,
  recountOccupancy,
  stepOccupancy,
  type OccupancyState,
} from '../../../src/core/measures/store-occupancy.ts';

test('somebody who leaves an empty store makes the drift grow, not the number negative', () => {
  const state = { level: 0, drift: 0 };
  expect(stepOccupancy(state, -1)).toBe(0);
  expect(stepOccupancy(state, 1)).toBe(1);
  expect(state).toEqual({ level: 1, drift: 1 });
});

it('is never negative, and in minus out plus drift', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(1, -1)), (changes: (1 | -1)[]) => {
      const state = { level: 0, drift: 0 };
      for (const change of changes) {
        stepOccupancy(state, change);
        expect(state.level).toBeGreaterThanOrEqual(0);
      }
      const sum = changes.reduce((a: number, b) => a + b, 0);
      expect(state.level - state.drift).toBe(sum);
    }),
  );
});

it('has the same person-seconds however late each crossing is known', () => {
  const crossing = fc.record({
    atMs: fc.integer({ min: 0, max: 800_000 }),
    lateMs: fc.integer({ min: 0, max: 5_000 }),
  });
  fc.assert(
    fc.property(fc.array(crossing, { maxLength: 40 }), (entries) => {
      const slot = { fromMs: 0, toMs: 900_000 };
      const totals = openOccupancyTotals({ level: 0, drift: 0 });
      let toMs = 0;
      for (const { atMs, lateMs } of entries.toSorted((a, b) => a.atMs + a.lateMs - b.atMs - b.lateMs)) {
        const knownMs = atMs + lateMs;
        addMeasured(totals, knownMs - toMs);
        toMs = knownMs;
        applyLevelChange(totals, slot, { atMs, change: 1, measuredToMs: toMs, drift: 0 });
      }
      addMeasured(totals, slot.toMs - toMs);
      const exact = entries.reduce((sum, { atMs }) => sum + slot.toMs - atMs, 0);
      expect(totals).toMatchObject({
        personMs: exact,
        end: entries.length,
        max: entries.length,
        measuredMs: 900_000,
      });
    }),
  );
});

it('is what was counted by hand, whatever was counted before, and the change stays known', () => {
  const step = fc.oneof(
    fc.record({ change: fc.constantFrom(1 as const, -1 as const) }),
    fc.record({ people: fc.nat({ max: 50 }) }),
  );
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      const state: OccupancyState = { level: 0, drift: 0 };
      let sum = 0;
      for (const each of steps) {
        if ('people' in each) {
          recountOccupancy(state, each.people);
          expect(state.level).toBe(each.people);
        } else {
          stepOccupancy(state, each.change);
          sum += each.change;
        }
      }
      expect(state.level).toBe(sum + state.drift + (state.recount ?? 0));
    }),
  );
});
