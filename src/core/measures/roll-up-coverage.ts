import { SLOT_MS } from '../time/store-calendar.ts';
import { slotStartMs } from '../time/slot-key.ts';
import type { CoverageFigures } from './figures.ts';
import { GAP_CAUSES, openGapS, totalGapS, type GapCause } from './gap-cause.ts';
import { coverageRate } from './ratios.ts';
import type { CoverageSlot } from './slot-record.ts';

/** The part of an interval that has passed and can be told about. */
export interface Elapsed {
  readonly fromMs: number;
  readonly toMs: number;
  readonly nowMs: number;
}

interface Sum {
  measuredS: number;
  frames: number;
  gapS: Partial<Record<GapCause, number>>;
}

/**
 * Coverage of an interval by camera. Time without any record is `app-closed` for every camera; a camera without a
 * record in a slot that others have one of did not exist then.
 */
export function coverageOf(
  records: readonly CoverageSlot[],
  elapsed: Elapsed,
  siteCameras: readonly number[],
): { readonly rate: number | null; readonly cameras: CoverageFigures[] } {
  const sums = new Map<number, Sum>();
  for (const record of records) addRecord(sums, record, elapsed.nowMs);
  if (sums.size === 0) for (const camera of siteCameras) sums.set(camera, emptySum());
  const closedS = unrecordedS(records, elapsed);
  for (const sum of sums.values()) addGap(sum, 'app-closed', closedS);
  const cameras = [...sums].sort(([a], [b]) => a - b).map(([camera, sum]) => toFigures(camera, sum));
  const measuredS = cameras.reduce((total, camera) => total + camera.measuredS, 0);
  const openS = cameras.reduce((total, camera) => total + camera.measuredS + openGapS(camera.gapS), 0);
  return { rate: coverageRate(measuredS, openS), cameras };
}

function addRecord(sums: Map<number, Sum>, record: CoverageSlot, nowMs: number): void {
  const sum = sums.get(record.camera) ?? emptySum();
  sums.set(record.camera, sum);
  sum.measuredS += record.measured_s;
  sum.frames += record.frames;
  for (const cause of GAP_CAUSES) addGap(sum, cause, record.gap_s[cause] ?? 0);
  // A closed slot that does not account for all its time was cut off; the open one is still being accounted for.
  const isOpen = slotStartMs(record.slot) + SLOT_MS > nowMs;
  if (!isOpen) addGap(sum, 'app-closed', SLOT_MS / 1000 - record.measured_s - totalGapS(record.gap_s));
}

/** Seconds of the elapsed time that lie in slots without any record. */
function unrecordedS(records: readonly CoverageSlot[], { fromMs, toMs }: Elapsed): number {
  const recorded = new Set(records.map((record) => record.slot));
  let recordedMs = 0;
  for (const slot of recorded) {
    const startMs = slotStartMs(slot);
    recordedMs += Math.max(0, Math.min(startMs + SLOT_MS, toMs) - Math.max(startMs, fromMs));
  }
  return Math.round(Math.max(0, toMs - fromMs - recordedMs) / 1000);
}

function addGap(sum: Sum, cause: GapCause, seconds: number): void {
  if (seconds > 0) sum.gapS[cause] = (sum.gapS[cause] ?? 0) + seconds;
}

function emptySum(): Sum {
  return { measuredS: 0, frames: 0, gapS: {} };
}

function toFigures(camera: number, sum: Sum): CoverageFigures {
  return { camera, measuredS: sum.measuredS, gapS: sum.gapS, framesAnalysed: sum.frames };
}
