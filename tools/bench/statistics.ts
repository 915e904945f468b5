/** Where the middle of some measurements lies. `low` and `high` enclose the middle half (quartiles). */
export interface Spread {
  readonly samples: number;
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/** Median and quartiles, linear between neighbours. Throws without values. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, median, high] = [0.25, 0.5, 0.75].map((share) => quantile(sorted, share));
  if (low === undefined || median === undefined || high === undefined)
    throw new Error('nothing was measured');
  return { samples: sorted.length, median, low, high };
}

/** How many times `b` goes into `a`; null where `b` is nothing. */
export function ratio(a: number, b: number): number | null {
  return b > 0 ? a / b : null;
}

function quantile(sorted: readonly number[], share: number): number | undefined {
  const place = share * (sorted.length - 1);
  const before = sorted[Math.floor(place)];
  const after = sorted[Math.ceil(place)];
  if (before === undefined || after === undefined) return undefined;
  return before + (place - Math.floor(place)) * (after - before);
}
