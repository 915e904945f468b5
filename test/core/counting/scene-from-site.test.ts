import { expect, test } from 'vitest';
import { sceneOf, segmentsWithoutSide } from '../../../src/core/counting/scene-from-site.ts';
import { mapPoint } from '../../../src/core/calibration/plane-map.ts';
import { distance } from '../../../src/core/geometry/point.ts';
import { aView, onAxes, pairsOf, seen } from '../../builders/floor-views.ts';
import { aCamera, aFloorZone, aLine, aZone } from '../../builders/site.ts';

test('a camera becomes a scene in picture heights, in its own order', () => {
  const camera = { ...aCamera({ lines: [aLine()], zones: [aZone({ kind: 'queue' })] }), floor: null };
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

test('zones on the floor come after those of the picture, where the camera sees them', () => {
  const view = aView({ isMirrored: true });
  const corners = [
    [-0.5, 5],
    [0.5, 5],
    [0.5, 6],
    [-0.5, 6],
  ] as const;
  const zone = aFloorZone({ kind: 'queue', polygon: corners.map(([x, y]) => onAxes(view, x, y)) });
  const floor = { marks: pairsOf(view, 6), zones: [zone] };
  const { zones, toFloor } = sceneOf({ ...aCamera(), floor }, view.camera.aspect);
  expect(zones.map(({ kind }) => kind)).toEqual(['area', 'queue']);
  zones[1]?.polygon.forEach((point, index) => {
    const [right, ahead] = corners[index]!;
    expect(distance(point, seen(view, right, ahead))).toBeLessThan(1e-6);
  });
  expect(distance(mapPoint(toFloor!, seen(view, 1, 5))!, onAxes(view, 1, 5))).toBeLessThan(1e-6);
});

test('without marks nothing is said of the floor', () => {
  expect(sceneOf({ ...aCamera(), floor: null }, 2).toFloor).toBeNull();
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
