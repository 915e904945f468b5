import { expect, test } from 'vitest';
import { distanceFrom, type Pinhole, project, scaleAt } from '../../../src/core/simulation/pinhole.ts';

const level: Pinhole = { position: { x: 1, y: 2 }, heightM: 3, tiltRad: 0, focal: 1.2, aspect: 1.5 };

test.each([
  ['straight ahead lies in the centre', { x: 1, y: 12 }, 3, { x: 0.75, y: 0.5 }],
  [
    'one metre to the right at ten metres is a tenth of the focal length',
    { x: 2, y: 12 },
    3,
    { x: 0.87, y: 0.5 },
  ],
  ['the floor at ten metres lies three tenths below', { x: 1, y: 12 }, 0, { x: 0.75, y: 0.86 }],
] as const)('%s', (...[, floor, aboveM, expected]) => {
  const point = project(level, floor, aboveM);
  expect(point.x).toBeCloseTo(expected.x, 9);
  expect(point.y).toBeCloseTo(expected.y, 9);
});

test('a tilted camera sees the point it is tilted to in the centre', () => {
  const tilted = { ...level, tiltRad: Math.atan2(3, 8) };
  expect(project(tilted, { x: 1, y: 10 }, 0).y).toBeCloseTo(0.5, 9);
});

test('scale is the focal length over the depth', () => {
  expect(scaleAt(level, { x: 4, y: 8 }, 1)).toBeCloseTo(0.2, 9);
  expect(scaleAt(level, { x: 1, y: 0 }, 1)).toBe(0);
});

test('distance is along the floor', () => {
  expect(distanceFrom(level, { x: 4, y: 6 })).toBe(5);
});
