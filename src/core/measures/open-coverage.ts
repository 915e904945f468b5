import { slotStartMs } from '../time/slot-key.ts';
import { SLOT_MS, type Interval } from '../time/store-calendar.ts';
import type { IntervalFigures } from './figures.ts';
import { openGapS } from './gap-cause.ts';
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
}

/**
 * Coverage of an interval against the opening hours. Records are of whole slots, so a slot in which the store opens or
 * closes counts as open.
 */
export function openCoverageOf(
  records: readonly CoverageSlot[],
  context: {
    readonly open: readonly Interval[];
    readonly interval: Interval;
    readonly elapsed: Elapsed;
    readonly cameras: readonly number[];
  },
): OpenCoverage {
  const { interval, elapsed, cameras } = context;
  const times = openSlots(context.open).flatMap((time) => overlapOf(time, interval));
  let [measuredS, openS] = [0, 0];
  for (const time of times.flatMap((each) => overlapOf(each, elapsed))) {
    const inside = records.filter(({ slot }) => {
      const startMs = slotStartMs(slot);
      return startMs < time.toMs && startMs + SLOT_MS > time.fromMs;
    });
    for (const camera of coverageOf(inside, { ...time, nowMs: elapsed.nowMs }, cameras).cameras) {
      measuredS += camera.measuredS;
      openS += camera.measuredS + openGapS(camera.gapS);
    }
  }
  return { measuredS, openS, rate: coverageRate(measuredS, openS), isClosed: times.length === 0 };
}

/** Whether anything was measured, in or out of the opening hours. */
export function isMeasured({ coverage, openTime, cameras }: IntervalFigures): boolean {
  return (coverage ?? 0) > 0 || (openTime !== undefined && cameras.some(({ measuredS }) => measuredS > 0));
}

/** Slots are quarters of every clock: offsets from UTC are quarters of an hour. */
function openSlots(open: readonly Interval[]): readonly Interval[] {
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
