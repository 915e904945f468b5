/** A hidden cell or group of cells as an onlooker sees it: the values that the rules leave possible. */
export interface HiddenCell {
  /** Distinct whole numbers ≥ 0. */
  readonly possible: readonly number[];
}

/**
 * Whether somebody who knows the sum of hidden cells, and what each could be, can tell one of them exactly
 * (for instance: two cells under 5 that sum to 8 are both 4).
 */
export function isAnyCellDetermined(cells: readonly HiddenCell[], sum: number): boolean {
  return cells.some((cell, index) => {
    const others = reachableSums(
      cells.filter((_, other) => other !== index),
      sum,
    );
    return cell.possible.filter((value) => value <= sum && others[sum - value] === true).length < 2;
  });
}

/** Every whole number from `least` to `most`. */
export interface Range {
  readonly least: number;
  readonly most: number;
}

/** As `isAnyCellDetermined`, for cells of which each can be anything in its range. */
export function isAnyRangeDetermined(cells: readonly Range[], sum: number): boolean {
  const least = cells.reduce((all, cell) => all + cell.least, 0);
  const most = cells.reduce((all, cell) => all + cell.most, 0);
  return cells.some((cell) => {
    const from = Math.max(cell.least, sum - (most - cell.most));
    const to = Math.min(cell.most, sum - (least - cell.least));
    return from >= to;
  });
}

/** For each number up to `limit`: can the cells add up to it? */
function reachableSums(cells: readonly HiddenCell[], limit: number): boolean[] {
  let reachable = new Array<boolean>(limit + 1).fill(false);
  reachable[0] = true;
  for (const { possible } of cells) {
    const next = new Array<boolean>(limit + 1).fill(false);
    for (const [sum, isReachable] of reachable.entries()) {
      if (!isReachable) continue;
      for (const value of possible) if (sum + value <= limit) next[sum + value] = true;
    }
    reachable = next;
  }
  return reachable;
}
