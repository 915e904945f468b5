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
  readonly cells: readonly number[];
  /** Measured seconds of the hour, or of all the day: what is missing of the day's was lost from memory. */
  readonly measured_s: number;
  readonly config_id: number;
}

/** Heat of some span of time. */
export interface HeatFigures {
  readonly columns: number;
  /** Person-seconds by cell; 0: nobody, or too few people to tell. */
  readonly cells: readonly number[];
}

/** Heat of the same grid added up; null where there is none, or where the grids differ. */
export function sumHeat(parts: readonly HeatFigures[]): HeatFigures | null {
  const [first] = parts;
  if (!first || !parts.every((part) => isSameGrid(part, first))) return null;
  return {
    columns: first.columns,
    cells: first.cells.map((_, cell) => parts.reduce((sum, { cells }) => sum + (cells[cell] ?? 0), 0)),
  };
}

/** Whether both have as many columns and rows. */
export function isSameGrid(a: HeatFigures, b: HeatFigures): boolean {
  return a.columns === b.columns && a.cells.length === b.cells.length;
}
