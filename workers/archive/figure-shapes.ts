import { MOST_CELLS_A_SIDE } from '../../src/core/counting/heat-grid.ts';
import type { HeatRecord } from '../../src/core/measures/heat-record.ts';
import type { Shape } from './shape.ts';

/** A grid whose rows are all as long as it has columns. */
export function inWholeRows(shape: Shape): Shape {
  return {
    check: (value) => {
      const fault = shape.check(value);
      if (fault !== null) return fault;
      const { cells, columns } = value as HeatRecord;
      const rows = cells.length / columns;
      return Number.isInteger(rows) && rows <= MOST_CELLS_A_SIDE ? null : 'cells';
    },
  };
}

/** Bands that hold at least so many visits together. */
export function atLeastInAll(shape: Shape, least: number): Shape {
  return {
    check: (value) => {
      const fault = shape.check(value);
      if (fault !== null) return fault;
      return (value as number[]).reduce((sum, count) => sum + count, 0) >= least ? null : 'value';
    },
  };
}
