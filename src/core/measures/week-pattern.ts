import { MEASURED_FROM } from './data-status.ts';

/** An hour of the store's clock with what was counted in it. `weekday` from 0, Monday; `hour` 0–23. */
export interface PatternHour {
  readonly weekday: number;
  readonly hour: number;
  /** 計測率 of the hour; null where nothing was to be measured. */
  readonly coverage: number | null;
  /** The store was closed throughout. */
  readonly isClosed: boolean;
  readonly value: number;
}

/** The mean of the measured hours of one weekday and hour; `hours` 0: there was none, and the mean is null. */
export interface PatternCell {
  readonly mean: number | null;
  readonly hours: number;
  /** Nothing was measured because the store is never open then. */
  readonly isClosed: boolean;
}

/** 曜日×時間帯: seven weekdays of 24 hours. Hours that were not wholly measured while the store was open count nowhere. */
export function weekPattern(hours: readonly PatternHour[]): readonly (readonly PatternCell[])[] {
  const sums = Array.from({ length: 7 }, () =>
    Array.from({ length: 24 }, () => ({ sum: 0, hours: 0, closed: 0, all: 0 })),
  );
  for (const { weekday, hour, coverage, isClosed, value } of hours) {
    const cell = sums[weekday]?.[hour];
    if (!cell) continue;
    cell.all += 1;
    if (isClosed) cell.closed += 1;
    if (isClosed || coverage === null || coverage < MEASURED_FROM) continue;
    cell.sum += value;
    cell.hours += 1;
  }
  return sums.map((day) =>
    day.map(({ sum, hours: counted, closed, all }) => ({
      mean: counted === 0 ? null : sum / counted,
      hours: counted,
      isClosed: all > 0 && closed === all,
    })),
  );
}
