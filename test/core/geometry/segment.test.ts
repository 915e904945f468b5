import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contains, edgeCuts } from '../../../src/core/geometry/polygon.ts';
import type { FloorPoint, ScenePoint } from '../../../src/core/geometry/point.ts';
import { distance } from '../../../src/core/geometry/point.ts';
import { cutBy, distanceToPolyline, turn } from '../../../src/core/geometry/segment.ts';

const a = { x: 0, y: 0 };
const b = { x: 0, y: 2 };
const coordinate = fc.integer({ min: -8, max: 8 }).map((n) => n / 4);
const point = fc.record({ x: coordinate, y: coordinate });

describe('a step that cuts a segment', () => {
  test.each([
    {
      name: 'from right to left',
      from: { x: 1, y: 1 },
      to: { x: -1, y: 1 },
      cut: { share: 0.5, toLeft: true },
    },
    { name: 'back again', from: { x: -1, y: 1 }, to: { x: 3, y: 1 }, cut: { share: 0.25, toLeft: false } },
    { name: 'beyond its end', from: { x: 1, y: 3 }, to: { x: -1, y: 3 }, cut: null },
    { name: 'along it', from: { x: 0, y: 0.5 }, to: { x: 0, y: 1.5 }, cut: null },
    { name: 'short of it', from: { x: 2, y: 1 }, to: { x: 1, y: 1 }, cut: null },
  ])('$name', ({ from, to, cut }) => {
    expect(cutBy({ from, to }, { a, b })).toEqual(cut);
  });

  test('ends on the side it says, whatever the step', () => {
    fc.assert(
      fc.property(point, point, (from, to) => {
        const cut = cutBy({ from, to }, { a, b });
        if (cut) expect(turn(a, b, to) >= 0).toBe(cut.toLeft);
      }),
    );
  });

  test('is taken back by the way home, so that a touch leaves no trace', () => {
    fc.assert(
      fc.property(point, point, (from, to) => {
        const there = cutBy({ from, to }, { a, b });
        const back = cutBy({ from: to, to: from }, { a, b });
        expect(back === null).toBe(there === null);
        if (there && back) expect(back.toLeft).toBe(!there.toLeft);
      }),
    );
  });

  test('through a vertex of a polyline cuts exactly one of its segments', () => {
    const bend = [a, { x: 0.5, y: 1 }, b];
    const cuts = [0, 1].flatMap((index) => {
      const step = { from: { x: 2, y: 1 }, to: { x: -2, y: 1 } };
      return cutBy(step, { a: bend[index]!, b: bend[index + 1]! }) ?? [];
    });
    expect(cuts).toHaveLength(1);
  });
});

test('the distance to a polyline is that to its nearest part', () => {
  const corner = [a, b, { x: 2, y: 2 }];
  expect(distanceToPolyline({ x: 1, y: 1.5 }, corner)).toBeCloseTo(0.5);
  expect(distanceToPolyline({ x: -3, y: -4 }, corner)).toBeCloseTo(5);
  expect(distanceToPolyline({ x: 0, y: 0 }, [])).toBe(Infinity);
});

describe('a polygon', () => {
  const square = [
    { x: 0, y: 0 },
    { x: 1, y: 0 },
    { x: 1, y: 1 },
    { x: 0, y: 1 },
  ];

  test('contains what lies within its edges', () => {
    expect(contains(square, { x: 0.5, y: 0.5 })).toBe(true);
    expect(contains(square, { x: 1.5, y: 0.5 })).toBe(false);
    expect(contains<ScenePoint>([], { x: 0.5, y: 0.5 })).toBe(false);
  });

  test('is cut in the order of the step', () => {
    const cuts = edgeCuts({ from: { x: -1, y: 0.5 }, to: { x: 3, y: 0.5 } }, square);
    expect(cuts).toEqual([0.25, 0.5]);
  });

  test('is cut an odd number of times exactly when a step goes in or out', () => {
    fc.assert(
      fc.property(point, point, (from, to) => {
        const off = (p: ScenePoint): ScenePoint => ({ x: p.x + 0.01, y: p.y + 0.013 });
        const isOdd = edgeCuts({ from: off(from), to: off(to) }, square).length % 2 === 1;
        expect(isOdd).toBe(contains(square, off(from)) !== contains(square, off(to)));
      }),
    );
  });
});

test('points of two spaces do not mix', () => {
  const onFloor: FloorPoint = { x: 1, y: 2 };
  const inScene: ScenePoint = { x: 1, y: 2 };
  // @ts-expect-error metres are not picture heights
  expect(distance(onFloor, inScene)).toBe(0);
});
