import type { HeldHeat } from '../../src/core/disclosure/heat-ledger.ts';
import { heatMapOf, type HeatMap } from '../../src/core/measures/heat-map.ts';
import type { HeatRecord } from '../../src/core/measures/heat-record.ts';
import type { CoverageSlot } from '../../src/core/measures/slot-record.ts';
import { slotKey } from '../../src/core/time/slot-key.ts';
import type { Interval } from '../../src/core/time/store-calendar.ts';
import type { Database } from './database.ts';

/** All that is known of some days, of all cameras. */
export interface HeatSource {
  readonly days: Interval;
  readonly openDay: Interval;
  readonly records: readonly HeatRecord[];
  readonly coverage: readonly CoverageSlot[];
  /** What this tab's memory holds of the open day; null: another tab's does. */
  readonly held: HeldHeat | null;
}

/** Stored heat whose hours and days start in a span of time. */
export function readHeat(database: Database, span: Interval): Promise<readonly HeatRecord[]> {
  const bySlotFirst = IDBKeyRange.bound([slotKey(span.fromMs)], [slotKey(span.toMs)], false, true);
  return database.getAll('heat_slot', bySlotFirst);
}

/** The older records with those of the same hour or day replaced by newer ones. */
export function overlayHeat(
  older: readonly HeatRecord[],
  newer: readonly HeatRecord[],
): readonly HeatRecord[] {
  const keyOf = ({ slot, camera, length }: HeatRecord): string => `${slot}:${camera}:${length}`;
  const keys = new Set(newer.map(keyOf));
  return [...older.filter((record) => !keys.has(keyOf(record))), ...newer];
}

/** The heat map of one camera. */
export function heatOfDays(camera: number, { days, openDay, held, records, coverage }: HeatSource): HeatMap {
  const isOpen = openDay.fromMs >= days.fromMs && openDay.fromMs < days.toMs;
  // Of the open day another tab knows what is not written yet: that is not taken for lost.
  const knownToMs = isOpen && !held ? openDay.fromMs : days.toMs;
  const isOf = (record: { readonly slot: number; readonly camera: number }, toMs: number): boolean =>
    record.camera === camera && record.slot >= slotKey(days.fromMs) && record.slot < slotKey(toMs);
  return heatMapOf({
    records: records.filter((record) => isOf(record, days.toMs)),
    held: isOpen ? held : null,
    measuredS: coverage
      .filter((record) => isOf(record, knownToMs))
      .reduce((sum, record) => sum + record.measured_s, 0),
  });
}
