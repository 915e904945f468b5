import { describe, expect, it } from 'vitest';
import { tryLine, tryZone } from '../../../src/core/placement/try-shape.ts';
import type { Trail } from '../../../src/core/placement/trail.ts';

/** Somebody who walks along y from one x to another. */
function aWalk(from: number, to: number, y = 0.5): Trail {
  return Array.from({ length: 21 }, (_, step) => ({
    atMs: step * 200,
    ground: { x: from + ((to - from) * step) / 20, y },
    height: 0.2,
    width: 0.1,
    sight: 'clear' as const,
  }));
}

const LINE = {
  points: [
    { x: 1, y: 0 },
    { x: 1, y: 1 },
  ],
  inward: { x: 1, y: 0 },
};
const ZONE = {
  polygon: [
    { x: 0.8, y: 0 },
    { x: 1.2, y: 0 },
    { x: 1.2, y: 0.4 },
    { x: 0.8, y: 0.4 },
  ],
};
const people = (n: number, walk: Trail): Trail[] => Array.from({ length: n }, () => walk);

describe('a shape that is only drawn', () => {
  it('is tried on the people who came', () => {
    const trails = [
      ...people(14, aWalk(0.2, 1.6)),
      ...people(6, aWalk(1.6, 0.2)),
      ...people(5, aWalk(0.1, 0.5)),
    ];
    expect(tryLine(LINE, trails)).toEqual({ of: 25, counts: { in: 14, out: 6, inside: 0 } });
    expect(tryZone(ZONE, [...people(9, aWalk(0.2, 1.6, 0.3)), ...trails])).toEqual({
      of: 34,
      counts: { in: 0, out: 0, inside: 9 },
    });
  });

  it('tells nothing of the ways of a few', () => {
    const few = people(19, aWalk(0.2, 1.6));
    expect(tryLine(LINE, few)).toEqual({ of: 19, counts: null });
    expect(tryZone(ZONE, few)).toEqual({ of: 19, counts: null });
  });
});
