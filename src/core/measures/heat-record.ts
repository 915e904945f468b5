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
  readonly config_id: number;
}

/** Heat of some span of time. */
export interface HeatFigures {
  readonly columns: number;
  /** Person-seconds by cell; 0: nobody, or too few people to tell. */
  readonly cells: readonly number[];
}

/** Records of one camera added up; null where there are none, or where their grids differ. */
export function sumHeat(records: readonly HeatRecord[]): HeatFigures | null {
  const [first] = records;
  if (!first) return null;
  const { columns, cells } = first;
  const isAlike = records.every(
    (record) =>
      record.columns === columns &&
      record.cells.length === cells.length &&
      record.config_id === first.config_id,
  );
  if (!isAlike) return null;
  return {
    columns,
    cells: cells.map((_, cell) => records.reduce((sum, record) => sum + (record.cells[cell] ?? 0), 0)),
  };
}
