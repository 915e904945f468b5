import type { FloorMaps } from '../calibration/floor-calibration.ts';
import { mapPoint } from '../calibration/plane-map.ts';
import type { FloorPoint, ScenePoint } from '../geometry/point.ts';

/** Where heat is added up: cells row by row from the corner with the least x and y. */
export interface HeatGrid {
  readonly columns: number;
  readonly rows: number;
  /** The cell that a ground point lies in; null outside of the grid. */
  cellOf(at: ScenePoint): number | null;
}

/** A grid on the floor, in metres. */
export interface FloorHeatGrid extends HeatGrid {
  readonly origin: FloorPoint;
  /** Side of a cell, metres; never under `LEAST_CELL_M`. */
  readonly cellM: number;
}

/** Cells of 1 m² at least, so that a cell is a place in the store and not a person's spot (measures.md, heat slot). */
export const LEAST_CELL_M = 1;
/** As many columns and rows as a record holds. */
export const MOST_CELLS_A_SIDE = 64;
/** Rows of a grid over a picture whose floor is not calibrated; its cells are square. */
const PICTURE_ROWS = 9;

/** A coarse grid over the picture; `aspect` is its width ÷ height. */
export function pictureHeatGrid(aspect: number): HeatGrid {
  const columns = Math.min(MOST_CELLS_A_SIDE, Math.max(1, Math.ceil(aspect * PICTURE_ROWS)));
  return {
    columns,
    rows: PICTURE_ROWS,
    cellOf: (at) => {
      if (at.x < 0 || at.x > aspect || at.y < 0 || at.y > 1) return null;
      // The lower and right edge belong to the last cells: feet are often cut off there.
      const column = Math.min(columns - 1, Math.floor(at.x * PICTURE_ROWS));
      return Math.min(PICTURE_ROWS - 1, Math.floor(at.y * PICTURE_ROWS)) * columns + column;
    },
  };
}

/**
 * A grid over a part of the floor: the outline of the store or of what the camera sees of it, three corners or more.
 * Cells are as small as allowed, and larger where the outline is wider than 64 of them.
 */
export function floorHeatGrid(maps: Pick<FloorMaps, 'toFloor'>, outline: readonly FloorPoint[]): FloorHeatGrid {
  const [xs, ys] = [outline.map(({ x }) => x), outline.map(({ y }) => y)];
  const origin = { x: Math.min(...xs), y: Math.min(...ys) };
  const [width, height] = [Math.max(...xs) - origin.x, Math.max(...ys) - origin.y];
  const cellM = Math.max(LEAST_CELL_M, width / MOST_CELLS_A_SIDE, height / MOST_CELLS_A_SIDE);
  const columns = cellsAlong(width, cellM);
  const rows = cellsAlong(height, cellM);
  return {
    columns,
    rows,
    origin,
    cellM,
    cellOf: (at) => {
      const floor = mapPoint(maps.toFloor, at);
      if (!floor) return null;
      const column = Math.floor((floor.x - origin.x) / cellM);
      const row = Math.floor((floor.y - origin.y) / cellM);
      const isInside = column >= 0 && column < columns && row >= 0 && row < rows;
      return isInside ? row * columns + column : null;
    },
  };
}

function cellsAlong(length: number, cellM: number): number {
  return Math.min(MOST_CELLS_A_SIDE, Math.max(1, Math.ceil(length / cellM)));
}
