import { isAnyRangeDetermined, type Range } from './inference.ts';

/** One part of a total: an hour of a day. */
export interface Cell {
  /** What the part rests on (visits), as far as it was ever written. */
  readonly base: number;
  /** Nothing was measured, which coverage says: known to be nobody, so it can hide nobody else. */
  readonly isGap: boolean;
}

export interface Decision {
  /** By cell: may it be told? */
  readonly cells: readonly boolean[];
  /** May the total be told? */
  readonly total: boolean;
}

/**
 * Complementary suppression of the parts of one total. Parts under k are hidden; where what the total holds beside
 * the parts told would give hidden ones away, the smallest part told is hidden as well, and so on; where no part is
 * left to hide, the total is. `rest` is what the total holds outside of the parts. The answer depends on the whole
 * and on nothing that is asked for, so files of different periods agree.
 */
export function decide(cells: readonly Cell[], rest: number, k: number): Decision {
  const total = cells.reduce((sum, cell) => sum + cell.base, rest);
  const told = new Set(cells.flatMap((cell, index) => (cell.base >= k ? [index] : [])));
  const tellsTotal = (): boolean => total >= k && isHidingEnough({ cells, rest, k, told });
  while (total >= k && !tellsTotal() && told.size > 0) told.delete(smallest(cells, told));
  return { cells: cells.map((_, index) => told.has(index)), total: tellsTotal() };
}

/** What the total holds beside the parts told: nobody, or enough people of whom nobody can be told apart. */
function isHidingEnough(state: {
  readonly cells: readonly Cell[];
  readonly rest: number;
  readonly k: number;
  readonly told: ReadonlySet<number>;
}): boolean {
  const { cells, rest, k, told } = state;
  const hidden = cells.filter((cell, index) => !told.has(index) && !cell.isGap);
  const sum = hidden.reduce((all, cell) => all + cell.base, rest);
  if (sum === 0) return true;
  // Who knows the rule knows that a part hidden for the sake of others is no larger than any part told.
  const leastTold = Math.min(sum, ...[...told].map((index) => cells[index]?.base ?? 0));
  const ranges = hidden.map(({ base }): Range =>
    base < k ? { least: 0, most: k - 1 } : { least: k, most: leastTold },
  );
  const all = rest > 0 ? [...ranges, { least: 0, most: sum }] : ranges;
  return sum >= k && !isAnyRangeDetermined(all, sum);
}

function smallest(cells: readonly Cell[], told: ReadonlySet<number>): number {
  const baseOf = (index: number): number => cells[index]?.base ?? 0;
  return [...told].reduce((a, b) => (baseOf(b) < baseOf(a) ? b : a));
}
