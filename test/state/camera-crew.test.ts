import { expect, test } from 'vitest';
import type { Camera } from '../../src/core/site/site.ts';
import { CameraCrew } from '../../src/state/camera-crew.ts';
import { aCamera, aShop } from './builders.ts';

function aCrew(camera: Camera): CameraCrew {
  const { cameras, vision, archive, clock, problems } = aShop();
  const crew = new CameraCrew({ cameras, vision, archive, clock, problems, random: () => 0.5 });
  crew.set([camera]);
  return crew;
}

const PART = { left: 0, top: 0, right: 1, bottom: 0.5 };

test.each([
  { name: 'a new name', changes: { name: 'Front door' }, restarts: false },
  { name: 'a region', changes: { region: PART }, restarts: true },
  { name: 'a mask', changes: { masks: [[]] }, restarts: true },
])('$name: the camera is opened anew: $restarts', ({ changes, restarts }) => {
  expect(aCrew(aCamera()).hasToClose([aCamera(changes)])).toBe(restarts);
});

test('the same region goes on', () => {
  expect(aCrew(aCamera({ region: PART })).hasToClose([aCamera({ region: { ...PART } })])).toBe(false);
});
