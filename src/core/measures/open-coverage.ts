import { SLOT_MS, type Interval } from '../time/store-calendar.ts';
import { slotStartMs } from '../time/slot-key.ts';
import type { CoverageFigures, IntervalFigures, MeasuredTime } from './figures.ts';
import { openGapS, sumGaps } from './gap-cause.ts';
import { coverageRate } from './ratios.ts';
import { coverageOf, type Elapsed } from './roll-up-coverage.ts';
import type { CoverageSlot } from './slot-record.ts';

/** Coverage of the time in which the store was open. */
export interface OpenCoverage {
  readonly measuredS: number;
  readonly openS: number;
  readonly rate: number | null;
  /** The store is not open at all in the interval. */
  readonly isClosed: boolean;
  /** By camera. */
  readonly cameras: ReadonlyMap<number, MeasuredTime>;
}

/**
 * Coverage of an interval against the opening hours. Records are of whole slots, so a slot in which the store opens or
 * closes counts as open.
 */
export function openCoverageOf(
  records: readonly CoverageSlot[],
  context: {
    /** Whole slots, as `openSlots` gives them. */
    readonly open: readonly Interval[];
    readonly interval: Interval;
    readonly elapsed: Elapsed;
    readonly cameras: readonly number[];
  },
): OpenCoverage {
  const { interval, elapsed } = context;
  const times = context.open.flatMap((time) => overlapOf(time, interval));
  const cameras = new Map<number, MeasuredTime>();
  for (const time of times.flatMap((each) => overlapOf(each, elapsed))) {
    const inside = records.filter(({ slot }) => {
      const startMs = slotStartMs(slot);
      return startMs < time.toMs && startMs + SLOT_MS > time.fromMs;
    });
    const found = coverageOf(inside, { ...time, nowMs: elapsed.nowMs }, context.cameras).cameras;
    for (const { camera, measuredS, gapS } of found) {
      cameras.set(camera, addTimes(cameras.get(camera), { measuredS, gapS }));
    }
  }
  const all = [...cameras.values()];
  const measuredS = all.reduce((sum, time) => sum + time.measuredS, 0);
  const openS = all.reduce((sum, time) => sum + wantedS(time), 0);
  return {
    measuredS,
    openS,
    rate: coverageRate(measuredS, openS),
    isClosed: times.length === 0,
    cameras,
  };
}

/** What a camera measured and missed of the time that counts: the opening hours, or all time where there are none. */
export function countedTime({ measuredS, gapS, open }: CoverageFigures): MeasuredTime {
  return open ?? { measuredS, gapS };
}

/** Seconds that were to be measured. */
export function wantedS({ measuredS, gapS }: MeasuredTime): number {
  return measuredS + openGapS(gapS);
}

/** 計測率 of a camera over the time that counts; null where there was none, such as while the store is closed. */
export function cameraCoverage(camera: CoverageFigures): number | null {
  const time = countedTime(camera);
  return coverageRate(time.measuredS, wantedS(time));
}

/** Two times in a row; without a first one the second. */
export function addTimes(a: MeasuredTime | undefined, b: MeasuredTime): MeasuredTime {
  return a ? { measuredS: a.measuredS + b.measuredS, gapS: sumGaps(a.gapS, b.gapS) } : b;
}

/** Whether anything was measured, in or out of the opening hours. */
export function isMeasured({ coverage, openTime, cameras }: IntervalFigures): boolean {
  return (coverage ?? 0) > 0 || (openTime !== undefined && cameras.some(({ measuredS }) => measuredS > 0));
}

/** The slots that opening times touch. Slots are quarters of every clock: offsets from UTC are quarters of an hour. */
export function openSlots(open: readonly Interval[]): readonly Interval[] {
  const slots: { fromMs: number; toMs: number }[] = [];
  for (const time of open) {
    const fromMs = Math.floor(time.fromMs / SLOT_MS) * SLOT_MS;
    const toMs = Math.ceil(time.toMs / SLOT_MS) * SLOT_MS;
    const last = slots.at(-1);
    if (last && last.toMs >= fromMs) last.toMs = toMs;
    else slots.push({ fromMs, toMs });
  }
  return slots;
}

function overlapOf(a: Interval, b: Interval): readonly Interval[] {
  const both = { fromMs: Math.max(a.fromMs, b.fromMs), toMs: Math.min(a.toMs, b.toMs) };
  return both.fromMs < both.toMs ? [both] : [];
}
