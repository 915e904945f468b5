import type { FloorMaps, FloorPair } from '../calibration/floor-calibration.ts';
import { floorMapsOf } from '../calibration/floor-marks.ts';
import { cutPolygon, mapPolygon } from '../calibration/map-shape.ts';
import { mapPoint } from '../calibration/plane-map.ts';
import type { FloorPoint, ScenePoint } from '../geometry/point.ts';
import type { HeatLayout } from './heat-layout.ts';

/** Where heat is added up. */
export interface HeatGrid extends HeatLayout {
  /** The cell that a ground point lies in; null outside of the grid. */
  cellOf(at: ScenePoint): number | null;
}

/** Least side of a cell on the floor, metres. */
export const LEAST_CELL_M = 1;
/** As many columns and rows as a record holds. */
export const MOST_CELLS_A_SIDE = 64;
/** Rows of a grid over a picture whose floor is not calibrated; its cells are nearly square. */
const PICTURE_ROWS = 9;
/** How far around the marks the floor is divided, metres: beyond, a cell is a sliver of the picture. */
const AROUND_MARKS_M = 10;

/** The grid of a camera with this width ÷ height: on the floor where that is calibrated, else over the picture. */
export function cameraHeatGrid(aspect: number, marks: readonly FloorPair[] | null): HeatGrid {
  if (!marks) return pictureHeatGrid(aspect);
  const maps = floorMapsOf(marks, aspect);
  const outline = floorInView(maps, marks);
  return outline.length < 3 ? pictureHeatGrid(aspect) : floorHeatGrid(maps, outline);
}

/** A coarse grid over the picture; `aspect` is its width ÷ height. */
export function pictureHeatGrid(aspect: number): HeatGrid {
  const columns = Math.min(MOST_CELLS_A_SIDE, Math.max(1, Math.round(aspect * PICTURE_ROWS)));
  return {
    columns,
    rows: PICTURE_ROWS,
    floor: null,
    cellOf: (at) => {
      if (at.x < 0 || at.x > aspect || at.y < 0 || at.y > 1) return null;
      // The lower and right edge belong to the last cells: feet are often cut off there.
      const column = Math.min(columns - 1, Math.floor((at.x / aspect) * columns));
      return Math.min(PICTURE_ROWS - 1, Math.floor(at.y * PICTURE_ROWS)) * columns + column;
    },
  };
}

/**
 * A grid over a part of the floor, three corners or more. Cells begin at whole metres and are as small as allowed,
 * larger where the outline is wider than 64 of them.
 */
export function floorHeatGrid(
  { toFloor }: Pick<FloorMaps, 'toFloor'>,
  outline: readonly FloorPoint[],
): HeatGrid {
  const [xs, ys] = [outline.map(({ x }) => x), outline.map(({ y }) => y)];
  const [xM, yM] = [Math.floor(Math.min(...xs)), Math.floor(Math.min(...ys))];
  const [width, depth] = [Math.max(...xs) - xM, Math.max(...ys) - yM];
  const cellM = Math.max(LEAST_CELL_M, Math.ceil(Math.max(width, depth) / MOST_CELLS_A_SIDE));
  const [columns, rows] = [cellsAlong(width, cellM), cellsAlong(depth, cellM)];
  return {
    columns,
    rows,
    floor: { cellM, xM, yM },
    cellOf: (at) => {
      const floor = mapPoint(toFloor, at);
      if (!floor) return null;
      const column = Math.floor((floor.x - xM) / cellM);
      const row = Math.floor((floor.y - yM) / cellM);
      const isInside = column >= 0 && column < columns && row >= 0 && row < rows;
      return isInside ? row * columns + column : null;
    },
  };
}

/** The floor that a camera sees, as far as it is near the marks. */
function floorInView({ aspect, toFloor }: FloorMaps, marks: readonly FloorPair[]): readonly FloorPoint[] {
  const view: readonly ScenePoint[] = [
    { x: 0, y: 0 },
    { x: aspect, y: 0 },
    { x: aspect, y: 1 },
    { x: 0, y: 1 },
  ];
  const [xs, ys] = [marks.map(({ floor }) => floor.x), marks.map(({ floor }) => floor.y)];
  const edges: readonly ((at: FloorPoint) => number)[] = [
    ({ x }) => x - (Math.min(...xs) - AROUND_MARKS_M),
    ({ x }) => Math.max(...xs) + AROUND_MARKS_M - x,
    ({ y }) => y - (Math.min(...ys) - AROUND_MARKS_M),
    ({ y }) => Math.max(...ys) + AROUND_MARKS_M - y,
  ];
  return edges.reduce<readonly FloorPoint[]>(
    (seen, edge) => cutPolygon<'floor'>(seen, edge),
    mapPolygon(toFloor, view),
  );
}

function cellsAlong(length: number, cellM: number): number {
  return Math.min(MOST_CELLS_A_SIDE, Math.max(1, Math.ceil(length / cellM)));
}
