import type { HeldHeat } from '../../src/core/disclosure/heat-ledger.ts';
import { heatMapOf, type HeatMap } from '../../src/core/measures/heat-map.ts';
import type { HeatRecord } from '../../src/core/measures/heat-record.ts';
import type { CoverageSlot } from '../../src/core/measures/slot-record.ts';
import { slotKey } from '../../src/core/time/slot-key.ts';
import type { Interval } from '../../src/core/time/store-calendar.ts';
import type { Database } from './database.ts';

const MINUTE_MS = 60_000;

/** All that is known of some days, of all cameras. */
export interface HeatSource {
  /** Business days in a row. */
  readonly days: readonly Interval[];
  readonly openDay: Interval;
  readonly records: readonly HeatRecord[];
  readonly coverage: readonly CoverageSlot[];
  /** What this tab's memory holds of the open day; null: another tab's does. */
  readonly held: HeldHeat | null;
  /** Whether some time of a camera is left out of minutes that begin at a slot. */
  readonly isLeftOut: (slot: number, minutes: number, camera: number) => boolean;
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

/** The heat map of one camera. Hours and days that touch a time left out are no part of it. */
export function heatOfDays(camera: number, { days, openDay, held, isLeftOut, ...of }: HeatSource): HeatMap {
  const span = { fromMs: days[0]?.fromMs ?? 0, toMs: days.at(-1)?.toMs ?? 0 };
  const isOpen = openDay.fromMs >= span.fromMs && openDay.fromMs < span.toMs;
  // Of the open day another tab knows what is not written yet: that is not taken for lost.
  const knownToMs = isOpen && !held ? openDay.fromMs : span.toMs;
  const coverage = of.coverage.filter((record) => record.camera === camera);
  const measuredIn = ({ fromMs, toMs }: Interval): number =>
    coverage
      .filter(({ slot }) => slot >= slotKey(fromMs) && slot < slotKey(Math.min(toMs, knownToMs)))
      .reduce((sum, record) => sum + record.measured_s, 0);
  const isPart = ({ fromMs, toMs }: Interval): boolean =>
    isLeftOut(slotKey(fromMs), (toMs - fromMs) / MINUTE_MS, camera);
  return heatMapOf({
    records: of.records.filter(
      (record) =>
        record.camera === camera &&
        record.slot >= slotKey(span.fromMs) &&
        record.slot < slotKey(span.toMs) &&
        !isLeftOut(record.slot, record.length, camera),
    ),
    held: isOpen && !isPart(openDay) ? held : null,
    measuredS: measuredIn(span),
    partS: days.filter(isPart).reduce((sum, day) => sum + measuredIn(day), 0),
  });
}
