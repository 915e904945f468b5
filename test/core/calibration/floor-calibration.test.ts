import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  calibrateFloor,
  meanOffM,
  type FloorCalibration,
  type FloorPair,
} from '../../../src/core/calibration/floor-calibration.ts';
import { mapPoint } from '../../../src/core/calibration/plane-map.ts';
import { distance, type FloorPoint, type ScenePoint } from '../../../src/core/geometry/point.ts';
import { aimOf, aView, onAxes, pairsOf, seen, views } from '../../builders/floor-views.ts';
import { noiseFrom } from '../../builders/walkers.ts';

function calibrated(pairs: readonly FloorPair[], aspect: number): FloorCalibration {
  const result = calibrateFloor(pairs, aspect);
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

const share = fc.double({ min: -1, max: 1, noNaN: true });
const pairCount = fc.integer({ min: 4, max: 10 });

test('the mean of what marks are off is that of their distances', () => {
  const residuals = [1, 2, 6].map((metres) => ({ metres, sceneUnits: 0 }));
  expect(meanOffM({ residuals })).toBe(3);
});

describe('exact pairs', () => {
  test('give the true floor to a millionth of a metre, there and back', () => {
    fc.assert(
      fc.property(views, pairCount, fc.tuple(share, share), (view, count, [x, y]) => {
        const { toFloor, toScene } = calibrated(pairsOf(view, count), view.camera.aspect);
        const reach = 0.4 * Math.hypot(aimOf(view), view.camera.heightM);
        const [right, ahead] = [x * reach, aimOf(view) + y * reach];
        const floor = mapPoint(toFloor, seen(view, right, ahead));
        expect(floor && distance(floor, onAxes(view, right, ahead))).toBeLessThan(1e-6);
        const scene = mapPoint(toScene, onAxes(view, right, ahead));
        expect(scene && distance(scene, seen(view, right, ahead))).toBeLessThan(1e-6);
      }),
      { numRuns: 300 },
    );
  });

  test('leave no residual, and say that four of them prove nothing', () => {
    const view = aView();
    const four = calibrated(pairsOf(view, 4), view.camera.aspect);
    expect(four.sparePairs).toBe(0);
    expect(four.rms.metres).toBeLessThan(1e-9);
    expect(calibrated(pairsOf(view, 7), view.camera.aspect).sparePairs).toBe(3);
  });

  test('may be marked in any order', () => {
    fc.assert(
      fc.property(views, fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }), (view, order) => {
        const pairs = pairsOf(view, 6);
        const shuffled = order.map((index) => pairs[index]!);
        const one = mapPoint(calibrated(pairs, view.camera.aspect).toFloor, seen(view, 0, aimOf(view)));
        const other = mapPoint(calibrated(shuffled, view.camera.aspect).toFloor, seen(view, 0, aimOf(view)));
        expect(one && other && distance(one, other)).toBeLessThan(1e-6);
      }),
      { numRuns: 50 },
    );
  });

  test('of axes that turn the other way are as good, and are told from the usual ones', () => {
    fc.assert(
      fc.property(views, (view) => {
        const { handedness } = calibrated(pairsOf(view), view.camera.aspect);
        expect(handedness).toBe(view.isMirrored ? 'drawing' : 'map');
      }),
    );
  });
});

describe('pairs that are marked a little off', () => {
  test('give the floor to within what they are off, and residuals that say so', () => {
    fc.assert(
      fc.property(views, fc.integer({ min: 1, max: 1e6 }), (view, seed) => {
        const noise = noiseFrom(seed);
        const offM = 0.02;
        const pairs = pairsOf(view, 10).map(({ image, floor }) => ({
          image,
          floor: { x: floor.x + offM * noise(), y: floor.y + offM * noise() },
        }));
        const { toFloor, residuals, rms } = calibrated(pairs, view.camera.aspect);
        const floor = mapPoint(toFloor, seen(view, 0, aimOf(view)));
        expect(floor && distance(floor, onAxes(view, 0, aimOf(view)))).toBeLessThan(2 * offM);
        expect(rms.metres).toBeGreaterThan(0);
        expect(meanOffM({ residuals })).toBeLessThanOrEqual(rms.metres + 1e-12);
        expect(rms.metres).toBeLessThan(2 * offM);
        expect(Math.max(...residuals.map(({ metres }) => metres))).toBeGreaterThanOrEqual(rms.metres);
      }),
      { numRuns: 100 },
    );
  });

  test('stand out where one alone is far off', () => {
    const view = aView();
    const pairs = pairsOf(view, 8);
    const wrong = pairs.map((pair, index) =>
      index === 5 ? { ...pair, floor: { x: pair.floor.x + 0.5, y: pair.floor.y } } : pair,
    );
    const metres = calibrated(wrong, view.camera.aspect).residuals.map((residual) => residual.metres);
    expect(metres.indexOf(Math.max(...metres))).toBe(5);
  });

  test('say it in picture heights too', () => {
    const view = aView();
    const pairs = pairsOf(view, 8).map((pair, index) =>
      index === 5 ? { ...pair, image: { x: pair.image.x + 0.02, y: pair.image.y } } : pair,
    );
    const residual = calibrated(pairs, view.camera.aspect).residuals[5]!;
    expect(residual.sceneUnits).toBeGreaterThan(0.005);
    expect(residual.sceneUnits).toBeLessThan(0.02 * view.camera.aspect);
  });
});

describe('refused are', () => {
  const view = aView();
  const { aspect } = view.camera;
  const pairs = pairsOf(view, 4);
  const onLine = (...aheads: readonly number[]): FloorPair[] =>
    aheads.map((ahead) => ({
      image: { x: seen(view, ahead / 10, ahead).x / aspect, y: seen(view, ahead / 10, ahead).y },
      floor: onAxes(view, ahead / 10, ahead),
    }));
  const swapped = pairs.map(({ floor }, index) => ({ image: pairs[[0, 2, 1, 3][index]!]!.image, floor }));

  test.each([
    { name: 'three pairs', given: pairs.slice(0, 3), code: 'too-few-pairs' },
    {
      name: 'seventeen pairs',
      given: Array.from({ length: 17 }, (_, index) => pairs[index % 4]!),
      code: 'too-many-pairs',
    },
    { name: 'four on a line', given: onLine(3, 4, 5, 6), code: 'pairs-on-a-line' },
    { name: 'three on a line of four', given: [...onLine(4, 5, 6), pairs[0]!], code: 'pairs-on-a-line' },
    { name: 'the same pair four times', given: Array(4).fill(pairs[0]), code: 'pairs-on-a-line' },
    {
      name: 'three different pairs of six',
      given: [...pairs.slice(1), ...pairs.slice(1)],
      code: 'pairs-on-a-line',
    },
    {
      name: 'what is no number',
      given: [{ ...pairs[0]!, floor: { x: NaN, y: 1 } }, ...pairs.slice(1)],
      code: 'pairs-on-a-line',
    },
    { name: 'two corners taken for each other', given: swapped, code: 'pairs-contradict' },
    {
      name: 'centimetres for metres',
      given: pairs.map(({ image, floor }) => ({ image, floor: { x: 100 * floor.x, y: 100 * floor.y } })),
      code: 'scale-implausible',
    },
  ])('$name', ({ given, code }) => {
    expect(calibrateFloor(given, aspect)).toMatchObject({ ok: false, problem: { code } });
  });

  test('any four that lie within a hundredth of a line', () => {
    const along = fc.double({ min: -1, max: 1, noNaN: true });
    const spots = fc.array(fc.tuple(along, along), { minLength: 4, maxLength: 8 });
    fc.assert(
      fc.property(views, spots, (seenBy, places) => {
        const aim = aimOf(seenBy);
        const given = places.map(([x, off]) => {
          const [right, ahead] = [x, aim + 0.5 * x + 0.002 * off];
          const at = seen(seenBy, right, ahead);
          return { image: { x: at.x / seenBy.camera.aspect, y: at.y }, floor: onAxes(seenBy, right, ahead) };
        });
        expect(calibrateFloor(given, seenBy.camera.aspect).ok).toBe(false);
      }),
    );
  });

  test('many pairs of which most were mixed up', () => {
    const many = pairsOf(view, 10);
    const mixed = many.map(({ image }, index) => ({ image, floor: many[(index * 3) % 10]!.floor }));
    expect(calibrateFloor(mixed, aspect)).toMatchObject({ ok: false, problem: { code: 'pairs-contradict' } });
  });
});

describe('beyond the horizon', () => {
  const view = aView({ camera: { ...aView().camera, tiltRad: 0.25 } });
  const { toFloor, toScene } = calibrated(pairsOf(view), view.camera.aspect);
  const horizonY = 0.5 - view.camera.focal * Math.tan(view.camera.tiltRad);

  test.each([
    { name: 'above it', y: horizonY - 0.1 },
    { name: 'on it', y: horizonY },
    { name: 'a hair below it', y: horizonY + 1e-4 },
  ])('there is no floor $name', ({ y }) => {
    expect(mapPoint(toFloor, { x: 0.8, y })).toBeNull();
  });

  test('well below it there is', () => {
    expect(mapPoint(toFloor, { x: 0.8, y: horizonY + 0.1 })).not.toBeNull();
  });

  test('what lies behind the camera is not in the picture', () => {
    expect(mapPoint(toScene, onAxes(view, 0.5, -6))).toBeNull();
    expect(mapPoint(toScene, onAxes(view, 0.5, 6))).not.toBeNull();
  });
});

test('a place in the picture is no place on the floor', () => {
  const { toFloor } = calibrated(pairsOf(aView()), aView().camera.aspect);
  const scene: ScenePoint = { x: 0.8, y: 0.7, space: 'scene' };
  const floor: FloorPoint = { x: 1, y: 2, space: 'floor' };
  expect(mapPoint(toFloor, scene)).not.toBeNull();
  // @ts-expect-error a floor point is not mapped to the floor
  expect(mapPoint(toFloor, floor)).toBeDefined();
});
