import { expect, test } from 'vitest';
import { sceneOf, segmentsWithoutSide } from '../../../src/core/counting/scene-from-site.ts';
import { aCamera, aLine, aZone } from '../../builders/site.ts';

test('a camera becomes a scene in picture heights, in its own order', () => {
  const camera = aCamera({ lines: [aLine()], zones: [aZone({ kind: 'queue' })] });
  const { lines, zones } = sceneOf(camera, 2);
  expect(lines).toEqual([
    {
      points: [
        { x: 1, y: 0.2 },
        { x: 1, y: 0.8 },
      ],
      inward: { x: -2, y: 0 },
    },
  ]);
  expect(zones).toMatchObject([{ kind: 'queue', timing: aZone().timing }]);
  expect(zones[0]?.polygon[1]).toEqual({ x: 0.8, y: 0.1 });
});

test.each([
  { name: 'across every segment', inward: { x: 1, y: 0.2 }, bad: [] },
  { name: 'along the first segment', inward: { x: 0, y: 2 }, bad: [0] },
  { name: 'against the second segment', inward: { x: -1, y: -1 }, bad: [1] },
  { name: 'of no length', inward: { x: 0, y: 0 }, bad: [0, 1] },
])('a direction $name names no side for $bad', ({ inward, bad }) => {
  const points = [
    { x: 0.2, y: 0.2 },
    { x: 0.2, y: 0.5 },
    { x: 0.5, y: 0.8 },
  ];
  expect(segmentsWithoutSide(points, inward)).toEqual(bad);
});
