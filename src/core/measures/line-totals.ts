import type { Direction } from '../counting/counting-event.ts';

/** Crossings of one line in one slot; `Raw` before staff are taken out. */
export interface LineTotals {
  in: number;
  out: number;
  inRaw: number;
  outRaw: number;
  /** Parties among `in`. */
  parties: number;
}

export function emptyLineTotals(): LineTotals {
  return { in: 0, out: 0, inRaw: 0, outRaw: 0, parties: 0 };
}

/** Counts one crossing; staff count in the raw figures alone. */
export function addCrossing(
  totals: LineTotals,
  crossing: { readonly direction: Direction; readonly startsParty: boolean; readonly staff: boolean },
): void {
  totals[crossing.direction === 'in' ? 'inRaw' : 'outRaw'] += 1;
  if (crossing.staff) return;
  totals[crossing.direction] += 1;
  if (crossing.direction === 'in' && crossing.startsParty) totals.parties += 1;
}
