import type { FloorPair } from '../calibration/floor-calibration.ts';
import { floorMapsOf } from '../calibration/floor-marks.ts';
import { mapPolygon } from '../calibration/map-shape.ts';
import type { ImagePoint } from '../geometry/point.ts';
import { toImage } from '../geometry/point.ts';
import type { HeatLayout } from './heat-layout.ts';

/** Picture fractions are the same whatever the picture's shape, so any will do on the way there. */
const ANY_ASPECT = 1;

/**
 * The corners of each cell in the picture, in picture fractions; they may lie outside of it. Empty for a cell of the
 * floor that cannot be seen, or of a floor that is not calibrated any more.
 */
export function cellOutlines(
  layout: HeatLayout,
  marks: readonly FloorPair[] | null,
): readonly (readonly ImagePoint[])[] {
  const cells = cellSquares(layout);
  if (!layout.floor) return cells;
  const maps = marks && floorMapsOf(marks, ANY_ASPECT);
  if (!maps) return cells.map(() => []);
  return cells.map((square) => mapPolygon(maps.toScene, square).map((corner) => toImage(corner, ANY_ASPECT)));
}

/** The corners of each cell in the grid's own units: metres of the floor, or fractions of the picture. */
export function cellSquares(
  layout: HeatLayout,
): readonly (readonly { readonly x: number; readonly y: number }[])[] {
  return Array.from({ length: layout.columns * layout.rows }, (_, cell) => squareOf(layout, cell));
}

function squareOf(
  { columns, rows, floor }: HeatLayout,
  cell: number,
): readonly { readonly x: number; readonly y: number }[] {
  const [width, height] = floor ? [floor.cellM, floor.cellM] : [1 / columns, 1 / rows];
  const left = (floor?.xM ?? 0) + (cell % columns) * width;
  const top = (floor?.yM ?? 0) + Math.floor(cell / columns) * height;
  return [
    { x: left, y: top },
    { x: left + width, y: top },
    { x: left + width, y: top + height },
    { x: left, y: top + height },
  ];
}
