import { toImage, type FloorPoint, type ImagePoint } from '../geometry/point.ts';
import { floorMapsOf } from './floor-marks.ts';
import type { FloorPair } from './floor-calibration.ts';
import { mapPolygon } from './map-shape.ts';

/** How far beyond the marks the grid goes, metres. */
const MARGIN_M = 2;
/** Lines one way; a floor with more is shown in part. */
const MOST_LINES = 60;
/** Any will do: the picture's fractions are the same for all. */
const ASPECT = 1;

/**
 * The floor's metres around the marks as straight lines in the picture, in its fractions; they may reach out of it.
 * For marks that `judgeMarks` accepts.
 */
export function floorGrid(marks: readonly FloorPair[]): readonly (readonly ImagePoint[])[] {
  const { toScene } = floorMapsOf(marks, ASPECT);
  const xs = wholeMetres(marks.map(({ floor }) => floor.x));
  const ys = wholeMetres(marks.map(({ floor }) => floor.y));
  const [left = 0, right = 0, top = 0, bottom = 0] = [xs[0], xs.at(-1), ys[0], ys.at(-1)];
  const lines: readonly (readonly FloorPoint[])[] = [
    ...xs.map((x) => [
      { x, y: top },
      { x, y: bottom },
    ]),
    ...ys.map((y) => [
      { x: left, y },
      { x: right, y },
    ]),
  ];
  return lines
    .map((line) => mapPolygon(toScene, line).map((point) => toImage(point, ASPECT)))
    .filter((line) => line.length > 1);
}

function wholeMetres(values: readonly number[]): readonly number[] {
  const from = Math.floor(Math.min(...values)) - MARGIN_M;
  const to = Math.ceil(Math.max(...values)) + MARGIN_M;
  return Array.from({ length: Math.min(MOST_LINES, to - from + 1) }, (_, index) => from + index);
}
