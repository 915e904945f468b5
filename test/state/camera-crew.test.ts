import { expect, test } from 'vitest';
import type { Camera, FloorZone } from '../../src/core/site/site.ts';
import { CameraCrew } from '../../src/state/camera-crew.ts';
import { someMarks } from '../builders/floor-views.ts';
import { aFloorZone } from '../builders/site.ts';
import { aCamera, aShop } from './builders.ts';

const withCamera = (changes: Partial<Camera> = {}, floorZones: readonly FloorZone[] = []) => ({
  cameras: [aCamera(changes)],
  floorZones,
});

function aCrew(site: ReturnType<typeof withCamera>): CameraCrew {
  const { cameras, vision, archive, clock, problems } = aShop();
  const crew = new CameraCrew({ cameras, vision, archive, clock, problems, random: () => 0.5 });
  crew.set(site);
  return crew;
}

const PART = { left: 0, top: 0, right: 1, bottom: 0.5 };

test.each([
  { name: 'a new name', changes: { name: 'Front door' }, restarts: false },
  { name: 'a region', changes: { region: PART }, restarts: true },
  { name: 'a mask', changes: { masks: [[]] }, restarts: true },
  { name: 'floor marks', changes: { calibration: someMarks() }, restarts: true },
])('$name: the camera is opened anew: $restarts', ({ changes, restarts }) => {
  expect(aCrew(withCamera()).hasToClose(withCamera(changes))).toBe(restarts);
});

test.each([
  { name: 'a zone that it owns', changes: {}, restarts: true },
  { name: "another camera's zone", changes: { owner: 9 }, restarts: false },
])('$name on the floor: the camera is opened anew: $restarts', ({ changes, restarts }) => {
  expect(aCrew(withCamera()).hasToClose(withCamera({}, [aFloorZone(changes)]))).toBe(restarts);
});

test('a new name of a zone on the floor changes nothing', () => {
  const crew = aCrew(withCamera({}, [aFloorZone()]));
  expect(crew.hasToClose(withCamera({}, [aFloorZone({ name: 'sofa' })]))).toBe(false);
});

test('the same region goes on', () => {
  const crew = aCrew(withCamera({ region: PART }));
  expect(crew.hasToClose(withCamera({ region: { ...PART } }))).toBe(false);
});
