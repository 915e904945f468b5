import { expect, test } from 'vitest';
import { cellOutlines } from '../../../src/core/counting/heat-cell.ts';
import { cameraHeatGrid } from '../../../src/core/counting/heat-grid.ts';
import { toScene, type ImagePoint } from '../../../src/core/geometry/point.ts';
import { contains } from '../../../src/core/geometry/polygon.ts';
import { someMarks } from '../../builders/floor-views.ts';

test('cells over the picture divide it', () => {
  const outlines = cellOutlines({ columns: 4, rows: 2, floor: null }, null);
  expect(outlines).toHaveLength(8);
  expect(outlines[5]).toEqual([
    { x: 0.25, y: 0.5 },
    { x: 0.5, y: 0.5 },
    { x: 0.5, y: 1 },
    { x: 0.25, y: 1 },
  ]);
});

test.each([4 / 3, 16 / 9])(
  'cells of the floor lie in the picture where people on them are seen (%f)',
  (aspect) => {
    const marks = someMarks();
    const grid = cameraHeatGrid(aspect, marks);
    const outlines = cellOutlines(grid, marks);
    const steps = Array.from({ length: 20 }, (_, index) => (index + 0.5) / 20);
    const places = steps.flatMap((x) => steps.map((y): ImagePoint => ({ x, y })));
    const seen = places.flatMap((place) => {
      const cell = grid.cellOf(toScene(place, aspect));
      return cell === null ? [] : [contains(outlines[cell] ?? [], place)];
    });
    expect(seen.length).toBeGreaterThan(100);
    expect(seen).not.toContain(false);
  },
);

test('cells of a floor that is not calibrated any more have no place', () => {
  const outlines = cellOutlines({ columns: 2, rows: 1, floor: { cellM: 1, xM: 0, yM: 0 } }, null);
  expect(outlines).toEqual([[], []]);
});
