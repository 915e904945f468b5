import { isSameLayout, type HeatLayout } from '../counting/heat-layout.ts';

/**
 * Heat of an hour or of a business day, as it is stored. `cells` are whole person-seconds row by row; 0 stands for
 * nobody and for too few people to tell, which nobody may tell apart. A day's record holds what was too little for its
 * hours, and nothing of those.
 */
export interface HeatRecord {
  /** Epoch minute of the start. */
  readonly slot: number;
  readonly camera: number;
  readonly length: 60 | 1440;
  readonly columns: number;
  /** Side of a cell on the floor and the grid's corner with the least x and y, whole metres; 0: over the picture. */
  readonly cell_m: number;
  readonly x_m: number;
  readonly y_m: number;
  readonly cells: readonly number[];
  /** Measured seconds of the hour, or of all the day: what is missing of the day's was lost from memory. */
  readonly measured_s: number;
  readonly config_id: number;
}

/** Heat of some span of time. */
export interface HeatFigures extends HeatLayout {
  /** Person-seconds by cell; 0: nobody, or too few people to tell. */
  readonly cells: readonly number[];
}

/** What a record tells. */
export function heatOf({ columns, cells, cell_m: cellM, x_m: xM, y_m: yM }: HeatRecord): HeatFigures {
  return { columns, rows: cells.length / columns, floor: cellM === 0 ? null : { cellM, xM, yM }, cells };
}

/** The fields of a record that say how its grid lies. */
export function layoutFields({
  columns,
  floor,
}: HeatLayout): Pick<HeatRecord, 'columns' | 'cell_m' | 'x_m' | 'y_m'> {
  return { columns, cell_m: floor?.cellM ?? 0, x_m: floor?.xM ?? 0, y_m: floor?.yM ?? 0 };
}

/** Heat of the same grid added up; null where there is none, or where the grids differ. */
export function sumHeat(parts: readonly HeatFigures[]): HeatFigures | null {
  const [first] = parts;
  if (!first || !parts.every((part) => isSameLayout(part, first))) return null;
  return {
    ...first,
    cells: first.cells.map((_, cell) => parts.reduce((sum, { cells }) => sum + (cells[cell] ?? 0), 0)),
  };
}
