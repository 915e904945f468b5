import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createNeighbourhood } from '../../../src/core/geometry/neighbourhood.ts';

const coordinate = fc.double({ min: -30, max: 30, noNaN: true });
const point = fc.record({ x: coordinate, y: coordinate });
const search = fc.record({
  points: fc.array(point, { maxLength: 30 }),
  centre: point,
  reach: fc.double({ min: 0, max: 3, noNaN: true }),
  cell: fc.double({ min: 0.05, max: 5, noNaN: true }),
});

test('everything within reach is visited, and nothing twice, whatever the cells', () => {
  fc.assert(
    fc.property(search, ({ points, centre, reach, cell }) => {
      const places = createNeighbourhood<number>(cell);
      points.forEach((place, index) => {
        places.add(index, place);
      });
      const visited: number[] = [];
      places.visitNear(centre, reach, (index) => visited.push(index));
      const near = points.flatMap(({ x, y }, index) =>
        Math.abs(x - centre.x) <= reach && Math.abs(y - centre.y) <= reach ? [index] : [],
      );
      expect(new Set(visited).size).toBe(visited.length);
      expect(near.every((index) => visited.includes(index))).toBe(true);
    }),
  );
});
