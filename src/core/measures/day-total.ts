import { firstSlotOf, packDay, rowsOf, unpackBlocks, type BlockKind, type DayBlock } from './day-block.ts';
import { STORED_GAP_CAUSES } from './gap-cause.ts';
import { mergeByHour, mergeByPart } from './merge-slots.ts';
import type { CoverageSlot, SlotRecords } from './slot-record.ts';

/**
 * What figures of hours and days need of a packed day of UTC, in a tenth of its numbers. It says nothing that the day's
 * blocks do not say: it is worked out from them, and `isTotalOf` tells whether it is. Rows are as `ROW_FIELDS` has them:
 * lines and the store by hours of UTC, areas and queues by the parts of business days. `spans` are coverage without
 * looks: slots in a row of an hour that were measured alike, with the seconds of each and the frames of all; `gaps` are
 * the seconds of each of a span's slots that were not measured, by cause.
 */
export interface DayTotal {
  /** Days since the epoch. */
  readonly day: number;
  /** Where business days begin in it, in quarters of an hour since the day began. */
  readonly cuts: readonly number[];
  readonly lines: readonly number[];
  readonly store: readonly number[];
  readonly zones: readonly number[];
  readonly queues: readonly number[];
  readonly spans: readonly number[];
  readonly gaps: readonly number[];
}

/** What stands where in a row of spans and of gaps. `cause` is a place in `STORED_GAP_CAUSES`. */
export const SPAN_FIELDS = ['at', 'quarters', 'camera', 'measured_s', 'frames', 'config_id'] as const;
export const GAP_FIELDS = ['at', 'camera', 'cause', 'seconds'] as const;

/** Kinds of records that are summed up in rows of their own. */
export const SUMMED_KINDS = ['lines', 'store', 'zones', 'queues'] as const satisfies readonly BlockKind[];

const SLOT_MINUTES = 15;
const HOUR_MINUTES = 60;

/** Sums up the blocks of one day. */
export function totalOfDay(day: number, blocks: readonly DayBlock[], cuts: readonly number[]): DayTotal {
  const records = unpackBlocks(blocks);
  const parts = cuts.map((cut) => firstSlotOf(day) + cut * SLOT_MINUTES);
  const packed = packDay(day, {
    ...mergeByHour(records),
    ...mergeByPart(records, [firstSlotOf(day), ...parts]),
    flows: [],
    coverage: [],
  });
  const spans = spansOf(records.coverage);
  const quarter = (slot: number): number => (slot - firstSlotOf(day)) / SLOT_MINUTES;
  return {
    day,
    cuts,
    lines: rowsOf(packed, 'lines'),
    store: rowsOf(packed, 'store'),
    zones: rowsOf(packed, 'zones'),
    queues: rowsOf(packed, 'queues'),
    spans: spans.flatMap(({ slot, quarters, camera, measured_s, frames, config_id }) => [
      ...[quarter(slot), quarters, camera, measured_s, frames, config_id],
    ]),
    gaps: spans.flatMap(({ slot, camera, gap_s }) =>
      STORED_GAP_CAUSES.flatMap((cause, index) =>
        gap_s[cause] === undefined ? [] : [quarter(slot), camera, index, gap_s[cause]],
      ),
    ),
  };
}

/** Whether a total is just what its day's blocks come to. */
export function isTotalOf(total: DayTotal, blocks: readonly DayBlock[]): boolean {
  return JSON.stringify(totalOfDay(total.day, blocks, total.cuts)) === JSON.stringify(total);
}

/**
 * Records that give the same figures of hours and days as those of the day: a line has one at the start of each hour,
 * a zone one of the length of a day for each part of a business day. Coverage is by slot, without looks and brightness,
 * and with the frames of a span in its first slot. There are no flows.
 */
export function recordsOfTotals(totals: readonly DayTotal[]): SlotRecords {
  const blocks = totals.flatMap((total) =>
    SUMMED_KINDS.map((kind): DayBlock => ({ day: total.day, kind, rows: total[kind] })),
  );
  return { ...unpackBlocks(blocks), coverage: totals.flatMap(coverageOfTotal) };
}

interface Span extends CoverageSlot {
  quarters: number;
  frames: number;
}

function spansOf(coverage: readonly CoverageSlot[]): readonly Span[] {
  const spans: Span[] = [];
  for (const record of coverage.toSorted((a, b) => a.camera - b.camera || a.slot - b.slot)) {
    const last = spans.at(-1);
    if (last && goesOn(last, record)) {
      last.quarters += 1;
      last.frames += record.frames;
    } else {
      spans.push({ ...record, quarters: 1 });
    }
  }
  return spans;
}

function goesOn(span: Span, next: CoverageSlot): boolean {
  return (
    next.camera === span.camera &&
    next.slot === span.slot + span.quarters * SLOT_MINUTES &&
    next.slot % HOUR_MINUTES !== 0 &&
    next.measured_s === span.measured_s &&
    next.config_id === span.config_id &&
    STORED_GAP_CAUSES.every((cause) => next.gap_s[cause] === span.gap_s[cause])
  );
}

function coverageOfTotal({ day, spans, gaps }: DayTotal): CoverageSlot[] {
  const gapsOf = new Map<string, Record<string, number>>();
  for (let at = 0; at < gaps.length; at += GAP_FIELDS.length) {
    const [quarter, camera, cause = 0, seconds = 0] = gaps.slice(at, at + GAP_FIELDS.length);
    const key = `${quarter}:${camera}`;
    const found = gapsOf.get(key) ?? {};
    gapsOf.set(key, { ...found, [STORED_GAP_CAUSES[cause] ?? '']: seconds });
  }
  const coverage: CoverageSlot[] = [];
  for (let at = 0; at < spans.length; at += SPAN_FIELDS.length) {
    const [quarter = 0, quarters = 0, camera = 0] = spans.slice(at, at + 3);
    const [measured = 0, frames = 0, config = 0] = spans.slice(at + 3, at + SPAN_FIELDS.length);
    const gapS = gapsOf.get(`${quarter}:${camera}`) ?? {};
    for (let index = 0; index < quarters; index += 1) {
      coverage.push({
        slot: firstSlotOf(day) + (quarter + index) * SLOT_MINUTES,
        camera,
        measured_s: measured,
        gap_s: gapS,
        frames: index === 0 ? frames : 0,
        brightness: 0,
        config_id: config,
      });
    }
  }
  return coverage;
}
