/** How a camera's heat grid lies: cells row by row from the corner with the least x and y. */
export interface HeatLayout {
  readonly columns: number;
  readonly rows: number;
  /** Null: over the picture, and as wide and high as it. */
  readonly floor: FloorCells | null;
}

/** A grid on the floor. Whole metres, so that they are stored as they are and cameras of one floor share cells. */
export interface FloorCells {
  /** Side of a cell; never under 1, so that a cell is a place in the store and not a person's spot (measures.md). */
  readonly cellM: number;
  /** The corner with the least x and y. */
  readonly xM: number;
  readonly yM: number;
}

/** Whether a cell of one is the same place as that cell of the other. */
export function isSameLayout(a: HeatLayout, b: HeatLayout): boolean {
  return (
    a.columns === b.columns &&
    a.rows === b.rows &&
    a.floor?.cellM === b.floor?.cellM &&
    a.floor?.xM === b.floor?.xM &&
    a.floor?.yM === b.floor?.yM
  );
}
