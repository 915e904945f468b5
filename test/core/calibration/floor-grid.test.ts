import fc from 'fast-check';
import { expect, test } from 'vitest';
import { floorGrid } from '../../../src/core/calibration/floor-grid.ts';
import { floorMapsOf } from '../../../src/core/calibration/floor-marks.ts';
import { mapPoint } from '../../../src/core/calibration/plane-map.ts';
import { toScene } from '../../../src/core/geometry/point.ts';
import { aView, pairsOf, someMarks, views } from '../../builders/floor-views.ts';

test('every line lies on a whole metre of the floor, whatever the camera', () => {
  fc.assert(
    fc.property(views, (view) => {
      const marks = pairsOf({ ...view, isMirrored: true }, 6);
      const { toFloor } = floorMapsOf(marks, 1);
      const grid = floorGrid(marks);
      expect(grid.length).toBeGreaterThan(4);
      for (const line of grid) {
        // The ends may lie at the rim of what is trusted; the middle is well within.
        const [a, b] = [line[0]!, line.at(-1)!];
        const at = mapPoint(toFloor, toScene({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }, 1))!;
        const off = Math.min(Math.abs(at.x - Math.round(at.x)), Math.abs(at.y - Math.round(at.y)));
        expect(off).toBeLessThan(1e-5);
      }
    }),
    { numRuns: 50 },
  );
});

test('a hall that is a hundred metres long is shown in part', () => {
  const long = someMarks({ camera: { ...aView().camera, heightM: 30 } });
  expect(floorGrid(long).length).toBeLessThanOrEqual(120);
});
