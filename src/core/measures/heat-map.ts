import { isSameLayout } from '../counting/heat-layout.ts';
import { heatOf, sumHeat, type HeatFigures, type HeatRecord } from './heat-record.ts';

/** 滞在ヒートマップ: where in the view of one camera people spent their time. */
export interface HeatMap {
  /** Null where nothing was measured, or nothing of it is told yet. */
  readonly heat: HeatFigures | null;
  readonly measuredS: number;
  /** Measured time of which only hours with k people in a cell are known: what was held for the day is lost. */
  readonly lostS: number;
  /**
   * Measured time of days of which some time is left out: of these only whole hours outside of it with k people in a cell
   * are known, since what was held for the day cannot be divided.
   */
  readonly partS: number;
  /** Older records lie on another grid than the newest (the camera or its calibration changed) and are left out. */
  readonly isCut: boolean;
}

export interface HeatParts {
  /** Records of one camera, in any order. */
  readonly records: readonly HeatRecord[];
  /** What is in memory of the day that is open; null where that is no part of the span. */
  readonly held: (HeatFigures & { readonly measuredS: number }) | null;
  /** Seconds that the camera was measured, and those of them on days of which some time is left out. */
  readonly measuredS: number;
  readonly partS: number;
}

/** Heat of some days, from the records that they left. */
export function heatMapOf({ records, held, measuredS, partS }: HeatParts): HeatMap {
  const newestFirst = records.toSorted((a, b) => b.slot - a.slot).map(heatOf);
  const all = held ? [held, ...newestFirst] : newestFirst;
  const alike = all.filter((heat) => all[0] && isSameLayout(heat, all[0]));
  const days = records.filter(({ length }) => length === 1440);
  const knownS = days.reduce((sum, day) => sum + day.measured_s, held?.measuredS ?? 0);
  return {
    heat: sumHeat(alike.map(({ columns, rows, floor, cells }) => ({ columns, rows, floor, cells }))),
    measuredS,
    lostS: Math.max(0, measuredS - partS - knownS),
    partS,
    isCut: alike.length < all.length,
  };
}
