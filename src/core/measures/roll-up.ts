import type { Interval, IntervalMinutes } from '../time/store-calendar.ts';
import { slotStartMs } from '../time/slot-key.ts';
import { statusOf } from './data-status.ts';
import { openCoverageOf, openSlots } from './open-coverage.ts';
import { coverageOf, type Elapsed } from './roll-up-coverage.ts';
import { queueFigures, zoneFigures, type CountedZone } from './roll-up-detail.ts';
import type { IntervalFigures, LineFigures, OccupancyFigures } from './figures.ts';
import type { LineSlot, SlotRecords, StoreSlot } from './slot-record.ts';

export interface RollUp {
  /** Whole intervals in order, all of the same length. */
  readonly intervals: readonly Interval[];
  readonly minutes: IntervalMinutes;
  readonly records: SlotRecords;
  readonly nowMs: number;
  /** Start of the first slot ever recorded; before it there is nothing to tell. Null: nothing yet. */
  readonly firstMs: number | null;
  /** Cameras and zones of the site: those of which an interval may have nothing to show. */
  readonly cameras: readonly number[];
  readonly zones: readonly CountedZone[];
  /** When the store is open, over all intervals, in order; null or absent: no hours are set. */
  readonly open?: readonly Interval[] | null | undefined;
}

/** Figures of each interval that had begun by now and does not lie before the first record. */
export function rollUp(input: RollUp): IntervalFigures[] {
  const { intervals, nowMs, firstMs } = input;
  if (firstMs === null) return [];
  const byInterval = sortIntoIntervals(input);
  const open = input.open && openSlots(input.open);
  return intervals.flatMap((interval, index) => {
    const records = byInterval[index];
    if (!records || interval.toMs <= firstMs || interval.fromMs >= nowMs) return [];
    const elapsed = {
      fromMs: Math.max(interval.fromMs, firstMs),
      toMs: Math.min(interval.toMs, nowMs),
      nowMs,
    };
    return [figuresOf(interval, records, { ...input, open, elapsed })];
  });
}

function figuresOf(
  interval: Interval,
  records: SlotRecords,
  context: RollUp & { readonly elapsed: Elapsed },
): IntervalFigures {
  const coverage = coverageOf(records.coverage, context.elapsed, context.cameras);
  const hours = context.open
    ? openCoverageOf(records.coverage, { ...context, open: context.open, interval })
    : null;
  const rate = hours ? hours.rate : coverage.rate;
  const measuredS = new Map(coverage.cameras.map((camera) => [camera.camera, camera.measuredS]));
  const zones = context.zones.filter(({ camera }) => (measuredS.get(camera) ?? 0) > 0);
  const isDayOver = context.minutes === 1440 && interval.toMs <= context.nowMs;
  return {
    ...interval,
    status: hours?.isClosed
      ? 'closed'
      : interval.toMs > context.nowMs
        ? 'open'
        : statusOf(rate, coverage.cameras),
    coverage: rate,
    lines: sumLines(records.lines),
    zones: zoneFigures(records, zones, isDayOver ? measuredS : null),
    queues: queueFigures(records.queues, zones),
    occupancy: sumOccupancy(records.store),
    cameras: hours
      ? coverage.cameras.map((camera) => ({ ...camera, open: hours.cameras.get(camera.camera) ?? NO_TIME }))
      : coverage.cameras,
    ...(hours && { openTime: { measuredS: hours.measuredS, openS: hours.openS } }),
    configIds: configIdsOf(records),
  };
}

/** Of a camera that had nothing to measure. */
const NO_TIME = { measuredS: 0, gapS: {} };

function sumLines(records: readonly LineSlot[]): LineFigures[] {
  const sums = new Map<number, LineFigures>();
  for (const record of records) {
    const sum = sums.get(record.line);
    sums.set(record.line, {
      line: record.line,
      in: (sum?.in ?? 0) + record.in,
      out: (sum?.out ?? 0) + record.out,
      inRaw: (sum?.inRaw ?? 0) + record.in_raw,
      outRaw: (sum?.outRaw ?? 0) + record.out_raw,
      parties: (sum?.parties ?? 0) + record.parties,
    });
  }
  return [...sums.values()].sort((a, b) => a.line - b.line);
}

function sumOccupancy(records: readonly StoreSlot[]): OccupancyFigures | null {
  const last = records.reduce<StoreSlot | null>((a, b) => (a && a.slot > b.slot ? a : b), null);
  if (!last) return null;
  return {
    personSeconds: records.reduce((sum, record) => sum + record.occupancy_person_s, 0),
    max: Math.max(...records.map((record) => record.occupancy_max)),
    end: last.occupancy_end,
    drift: last.drift,
    ...(last.recount !== undefined && { recount: last.recount }),
    measuredS: records.reduce((sum, record) => sum + record.measured_s, 0),
  };
}

function configIdsOf(records: SlotRecords): number[] {
  const ids = [...records.lines, ...records.coverage, ...records.zones, ...records.queues];
  return [...new Set(ids.map((record) => record.config_id))].sort((a, b) => a - b);
}

interface Sorted {
  readonly lines: LineSlot[];
  readonly store: StoreSlot[];
  readonly zones: SlotRecords['zones'][number][];
  readonly queues: SlotRecords['queues'][number][];
  readonly flows: SlotRecords['flows'][number][];
  readonly coverage: SlotRecords['coverage'][number][];
}

/** A record belongs to the interval it starts in, unless it stands for a longer time. */
function sortIntoIntervals({ intervals, minutes, records }: RollUp): Sorted[] {
  const sorted = intervals.map((): Sorted => ({
    lines: [],
    store: [],
    zones: [],
    queues: [],
    flows: [],
    coverage: [],
  }));
  const place = <R extends { readonly slot: number }>(
    from: readonly R[],
    into: (at: Sorted) => R[],
  ): void => {
    for (const record of from) {
      const found = sorted[indexOfInterval(intervals, slotStartMs(record.slot))];
      if (found) into(found).push(record);
    }
  };
  const fits = (record: { readonly length: number }): boolean => record.length <= minutes;
  place(records.lines, (at) => at.lines);
  place(records.store, (at) => at.store);
  place(records.coverage, (at) => at.coverage);
  place(records.zones.filter(fits), (at) => at.zones);
  place(records.queues.filter(fits), (at) => at.queues);
  place(records.flows.filter(fits), (at) => at.flows);
  return sorted;
}

/** -1 when the instant lies in none. */
function indexOfInterval(intervals: readonly Interval[], atMs: number): number {
  let low = 0;
  let high = intervals.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const interval = intervals[middle];
    if (!interval) return -1;
    if (atMs < interval.fromMs) high = middle - 1;
    else if (atMs >= interval.toMs) low = middle + 1;
    else return middle;
  }
  return -1;
}
