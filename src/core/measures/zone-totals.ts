import { addBands, bandOf, emptyBands } from './dwell-bands.ts';

/** Detail of one zone in one or more slots. Lives in memory; `disclosure` decides what leaves it. */
export interface ZoneTotals {
  visits: number;
  bands: number[];
  personMs: number;
  /** Most people at once. */
  max: number;
}

export function emptyZoneTotals(): ZoneTotals {
  return { visits: 0, bands: emptyBands(), personMs: 0, max: 0 };
}

/** Counts a visit that has ended. */
export function addVisit(totals: ZoneTotals, dwellMs: number): void {
  const band = bandOf(Math.max(0, dwellMs));
  totals.visits += 1;
  totals.bands[band] = (totals.bands[band] ?? 0) + 1;
}

/** The figures of both, as if counted in one slot. */
export function mergeZoneTotals(a: ZoneTotals, b: ZoneTotals): ZoneTotals {
  return {
    visits: a.visits + b.visits,
    bands: addBands(a.bands, b.bands),
    personMs: a.personMs + b.personMs,
    max: Math.max(a.max, b.max),
  };
}
