import { describe, expect, test } from 'vitest';
import { contains } from '../../../src/core/geometry/polygon.ts';
import { segmentsWithoutSide } from '../../../src/core/counting/scene-from-site.ts';
import type { FloorPoint, ImagePoint } from '../../../src/core/geometry/point.ts';
import { toImage } from '../../../src/core/geometry/point.ts';
import { DEMO_ID_COUNT, demoCamera, demoOutline } from '../../../src/core/simulation/demo-camera.ts';
import {
  BACK_SPOTS,
  DEMO_VIEW,
  QUEUE_SPOTS,
  SIDE_SPOTS,
  STAFF_SPOT,
} from '../../../src/core/simulation/floor-plan.ts';
import { project } from '../../../src/core/simulation/pinhole.ts';

const names = {
  camera: 'Camera',
  entrance: 'Door',
  street: 'Street',
  backShelf: 'Back',
  sideShelf: 'Side',
  queue: 'Queue',
  staff: 'Staff',
};
const camera = demoCamera({ firstId: 40, seed: 5, names });

function seen(floor: FloorPoint, aboveM = 0): ImagePoint {
  return toImage(project(DEMO_VIEW, floor, aboveM), DEMO_VIEW.aspect);
}

describe('the demo camera', () => {
  test('takes its names and ids from the caller', () => {
    const parts = [...camera.lines, ...camera.zones];
    expect(parts.map(({ name }) => name)).toEqual(['Door', 'Street', 'Back', 'Side', 'Queue', 'Staff']);
    expect([camera.id, ...parts.map(({ id }) => id)]).toEqual(
      Array.from({ length: DEMO_ID_COUNT }, (_, i) => 40 + i),
    );
    expect(camera.source).toEqual({ kind: 'demo', seed: 5 });
  });

  test('has lines and zones of each kind, all inside the picture', () => {
    expect(camera.lines.map(({ kind }) => kind)).toEqual(['entrance', 'outside']);
    expect(camera.zones.map(({ kind }) => kind)).toEqual(['area', 'area', 'queue', 'staff']);
    const points = [
      ...camera.lines.flatMap((line) => line.points),
      ...camera.zones.flatMap((zone) => zone.polygon),
    ];
    for (const { x, y } of points) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(1);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(1);
    }
    for (const line of camera.lines) expect(segmentsWithoutSide(line.points, line.inward)).toEqual([]);
  });

  test.each([
    ['back shelf', 0, BACK_SPOTS],
    ['side shelf', 1, SIDE_SPOTS],
    ['queue', 2, QUEUE_SPOTS],
    ['staff', 3, [STAFF_SPOT]],
  ])('people at the %s stand well inside their zone and in no other', (_, own, spots) => {
    const around = [-0.25, 0, 0.25].flatMap((x) => [-0.25, 0, 0.25].map((y) => ({ x, y })));
    for (const { at } of spots) {
      for (const shift of around) {
        const ground = seen({ x: at.x + shift.x, y: at.y + shift.y });
        const zones = camera.zones.flatMap((zone, index) => (contains(zone.polygon, ground) ? [index] : []));
        expect(zones).toEqual([own]);
      }
    }
  });

  test('shows people at 15 to 45 per cent of the picture where they stand', () => {
    for (const { at } of [...BACK_SPOTS, ...SIDE_SPOTS, ...QUEUE_SPOTS, STAFF_SPOT]) {
      const height = seen(at).y - seen(at, 1.66).y;
      expect(height).toBeGreaterThan(0.15);
      expect(height).toBeLessThan(0.45);
      expect(seen(at, 1.8).y).toBeGreaterThan(0);
    }
  });
});

test('the outline has the floor, the street, the glass on both sides of the door and the furniture', () => {
  const outline = demoOutline();
  expect(outline.floor).toHaveLength(4);
  expect(outline.street).toHaveLength(4);
  expect(outline.glass).toHaveLength(2);
  expect(outline.fixtures).toHaveLength(3);
  expect(outline.fixtures.flat().every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
});
