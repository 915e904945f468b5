import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  aLine,
  aScene,
  aZone,
  countExactly,
  framesAt,
  inAndOut,
  type Itinerary,
  walkThrough,
} from '../../builders/walkers.ts';

const scene = aScene({ lines: [aLine()] });
const times = framesAt(5, 12_000);

/** A walk of 0.2 picture heights (one body) a second through the given x. */
function along(xs: readonly number[], y: number, lateMs = 0): Itinerary {
  return walkThrough(
    xs.map((x) => ({ x, y })),
    0.2,
    lateMs,
  );
}

/** Up to the line at 0.8 from either side and back: what is left of a walk through it when tracks are exchanged. */
const fromRight = (y: number, lateMs = 0): Itinerary => along([1.11, 0.83, 1.11], y, lateMs);
const fromLeft = (y: number, lateMs = 0): Itinerary => along([0.49, 0.77, 0.49], y, lateMs);

function count(walks: readonly Itinerary[], counted = scene): readonly [number, number] {
  return inAndOut(countExactly({ scene: counted, walks, times }));
}

describe('two people who come up to a line from both sides and turn back', () => {
  test('together have passed one another: one in, one out', () => {
    expect(count([fromRight(0.5), fromLeft(0.58)])).toEqual([1, 1]);
  });

  test('are dated by when each was nearest to the line', () => {
    const events = countExactly({ scene, walks: [fromRight(0.5), fromLeft(0.58)], times });
    expect(events.map((event) => event.kind === 'crossing' && event.atMs)).toEqual([1400, 1400]);
  });

  test('at different times did turn back', () => {
    expect(count([fromRight(0.5), fromLeft(0.58, 3000)])).toEqual([0, 0]);
  });

  test('at different places did turn back', () => {
    expect(count([fromRight(0.3), fromLeft(0.8)])).toEqual([0, 0]);
  });

  test('at a distance from the line did turn back', () => {
    expect(count([along([1.11, 0.9, 1.11], 0.5), along([0.49, 0.7, 0.49], 0.58)])).toEqual([0, 0]);
  });

  test('count once, whoever else turns back', () => {
    expect(count([fromRight(0.5), fromLeft(0.58), fromRight(0.54)])).toEqual([1, 1]);
  });

  test('are left out where one of them is staff', () => {
    const polygon = [
      { x: 0.4, y: 0.4 },
      { x: 0.6, y: 0.4 },
      { x: 0.6, y: 0.7 },
      { x: 0.4, y: 0.7 },
    ];
    const staffed = aScene({ lines: [aLine()], zones: [aZone({ kind: 'staff', polygon })] });
    expect(count([fromRight(0.5), fromLeft(0.58)], staffed)).toEqual([0, 0]);
  });
});

test('people who turn back on one side of a line alone never count', () => {
  const walk = fc.record({
    x: fc.double({ min: 0.801, max: 1, noNaN: true }),
    y: fc.double({ min: 0.3, max: 0.8, noNaN: true }),
    lateMs: fc.integer({ min: 0, max: 3000 }),
  });
  fc.assert(
    fc.property(fc.array(walk, { minLength: 1, maxLength: 6 }), (walks) => {
      expect(count(walks.map(({ x, y, lateMs }) => along([1.11, x, 1.11], y, lateMs)))).toEqual([0, 0]);
    }),
    { numRuns: 40 },
  );
});

test('two people who do pass one another count once each', () => {
  const lane = fc.double({ min: 0.3, max: 0.8, noNaN: true });
  fc.assert(
    fc.property(lane, lane, fc.integer({ min: 0, max: 2000 }), (one, other, lateMs) => {
      expect(count([along([1.11, 0.49], one), along([0.49, 1.11], other, lateMs)])).toEqual([1, 1]);
    }),
    { numRuns: 40 },
  );
});
