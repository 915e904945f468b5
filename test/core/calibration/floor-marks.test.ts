import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { floorMapsOf, judgeMarks } from '../../../src/core/calibration/floor-marks.ts';
import { shareInView } from '../../../src/core/calibration/floor-zone.ts';
import { mapPoint } from '../../../src/core/calibration/plane-map.ts';
import { distance, toScene } from '../../../src/core/geometry/point.ts';
import { demoMarks } from '../../../src/core/simulation/demo-floor.ts';
import { aimOf, aView, onAxes, pairsOf, seen, someMarks, views } from '../../builders/floor-views.ts';

test('marks with the axes of a plan are a calibration, mirrored ones are not', () => {
  fc.assert(
    fc.property(views, (view) => {
      const judged = judgeMarks(pairsOf(view, 6));
      expect(judged.ok ? 'ok' : judged.problem.code).toBe(view.isMirrored ? 'ok' : 'mirrored');
    }),
    { numRuns: 50 },
  );
});

test('the maps are those of the true picture, whatever its shape', () => {
  const aspects = fc.double({ min: 0.5, max: 2.5, noNaN: true });
  fc.assert(
    fc.property(views, aspects, (view, aspect) => {
      const pairs = pairsOf({ ...view, isMirrored: true }, 6);
      const maps = floorMapsOf(pairs, aspect);
      for (const { image, floor } of pairs) {
        const scene = toScene(image, aspect);
        expect(distance(mapPoint(maps.toFloor, scene)!, floor)).toBeLessThan(1e-6);
        expect(distance(mapPoint(maps.toScene, floor)!, scene)).toBeLessThan(1e-6);
      }
    }),
    { numRuns: 50 },
  );
});

test('marks that settings never hold are a bug', () => {
  expect(() => floorMapsOf(someMarks().slice(0, 3), 1)).toThrow('too-few-pairs');
});

test('the demo camera is calibrated exactly', () => {
  const judged = judgeMarks(demoMarks());
  expect(judged.ok && judged.value.rms.metres).toBeLessThan(1e-9);
  expect(judged.ok && judged.value.sparePairs).toBe(2);
});

describe('the share of an area that a camera sees', () => {
  const view = aView({ isMirrored: true });
  const maps = floorMapsOf(pairsOf(view, 6), view.camera.aspect);
  const square = (right: number, ahead: number, side: number) => [
    onAxes(view, right, ahead),
    onAxes(view, right + side, ahead),
    onAxes(view, right + side, ahead + side),
    onAxes(view, right, ahead + side),
  ];
  const aim = aimOf(view);

  test('is 1 before it and 0 behind it', () => {
    expect(shareInView(square(-0.5, aim, 1), maps)).toBeCloseTo(1, 9);
    expect(shareInView(square(-0.5, -5, 1), maps)).toBe(0);
    expect(shareInView(square(50, aim, 1), maps)).toBe(0);
  });

  test('is the half of one that the edge of the picture halves', () => {
    // The nearest floor that is seen lies on the lower edge, at the same distance all along it.
    let near = 0;
    for (let far = aim; far - near > 1e-9;) {
      const middle = (near + far) / 2;
      if (seen(view, 0, middle).y > 1) near = middle;
      else far = middle;
    }
    expect(shareInView(square(-0.2, near - 0.2, 0.4), maps)).toBeCloseTo(0.5, 6);
    expect(shareInView(square(-0.2, near - 0.2, 0.4).toReversed(), maps)).toBeCloseTo(0.5, 6);
  });
});
