import { expect, test } from 'vitest';
import { distance } from '../../../src/core/geometry/point.ts';
import {
  floorZonesInPicture,
  peopleOnFloor,
  pictureZonesOnFloor,
  planInPicture,
} from '../../../src/core/site/floor-shapes.ts';
import { someMarks } from '../../builders/floor-views.ts';
import { aCamera, aFloorZone, aZone } from '../../builders/site.ts';

const calibration = someMarks();

test('a zone of the floor, seen in the picture, lies on the floor where it was drawn', () => {
  const zone = aFloorZone();
  const zones = floorZonesInPicture({ calibration, floorZones: [zone] });
  expect(zones).toMatchObject([{ id: zone.id, name: zone.name, kind: zone.kind, timing: zone.timing }]);
  const [back] = pictureZonesOnFloor({ id: 1, calibration, zones });
  expect(back?.owner).toBe(1);
  back?.polygon.forEach((corner, index) => expect(distance(corner, zone.polygon[index]!)).toBeLessThan(1e-9));
});

test('people stand on the floor where they are seen, and nobody stands in the sky', () => {
  const [first] = calibration;
  const [place] = peopleOnFloor([first!.image, { x: 0.5, y: 0 }], aCamera({ calibration }));
  expect(distance(place!, first!.floor)).toBeLessThan(1e-9);
  expect(peopleOnFloor([{ x: 0.5, y: -1 }], aCamera({ calibration }))).toEqual([]);
});

test('the lines of a plan lie in the picture where their corners are seen; those behind the camera do not', () => {
  const [a, b, c] = calibration;
  const outline = { points: [a!.floor, b!.floor, c!.floor], isClosed: true };
  const behind = { points: [b!.floor, { x: b!.floor.x, y: b!.floor.y + 1e4 }], isClosed: false };
  const { lines, fixtures } = planInPicture({ fixtures: [], outlines: [outline, behind] }, { calibration });
  expect(fixtures).toEqual([]);
  expect(lines.length).toBeGreaterThanOrEqual(3);
  [a, b, c].forEach((mark, index) => {
    expect(distance(lines[index]![0]!, mark!.image)).toBeLessThan(1e-9);
  });
  expect(lines.flat().every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
  expect(planInPicture({ fixtures: [], outlines: [outline] }, { calibration: null }).lines).toEqual([]);
});

test('without marks nothing is known of the floor', () => {
  const camera = aCamera({ zones: [aZone()] });
  expect(floorZonesInPicture({ calibration: null, floorZones: [] })).toEqual([]);
  expect(pictureZonesOnFloor(camera)).toEqual([]);
  expect(peopleOnFloor([{ x: 0.5, y: 0.9 }], camera)).toEqual([]);
});
