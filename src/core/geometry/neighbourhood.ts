import type { ScenePoint } from './point.ts';

/** Finds things by place, so that crowds cost little more than the people in them. */
export interface Neighbourhood<T> {
  add(item: T, place: ScenePoint): void;
  /** Calls `visit` for everything whose place lies within `reach` of `centre` on both axes, and for some beyond. */
  visitNear(centre: ScenePoint, reach: number, visit: (item: T) => void): void;
}

/** An empty neighbourhood with square cells of side `cell` (> 0). */
export function createNeighbourhood<T>(cell: number): Neighbourhood<T> {
  const cells = new Map<number, T[]>();
  const indexOf = (value: number): number =>
    Math.max(-MOST_CELLS, Math.min(MOST_CELLS, Math.floor(value / cell)));
  const keyOf = (column: number, row: number): number => column * KEY_ROW + row;
  return {
    add(item, { x, y }) {
      const key = keyOf(indexOf(x), indexOf(y));
      const there = cells.get(key);
      if (there) there.push(item);
      else cells.set(key, [item]);
    },
    visitNear({ x, y }, reach, visit) {
      const lastColumn = indexOf(x + reach);
      const lastRow = indexOf(y + reach);
      for (let column = indexOf(x - reach); column <= lastColumn; column++) {
        for (let row = indexOf(y - reach); row <= lastRow; row++) {
          const there = cells.get(keyOf(column, row));
          if (there) for (const item of there) visit(item);
        }
      }
    },
  };
}

/** Cells on either side of the origin; what lies farther off shares the outermost. */
const MOST_CELLS = 200;
const KEY_ROW = 4096;
