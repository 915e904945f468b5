import { describe, expect, it } from 'vitest';
import type { CoverageSlot } from '../../../src/core/measures/slot-record.ts';
import { rollUp } from '../../../src/core/measures/roll-up.ts';
import { cameraCoverage, isMeasured } from '../../../src/core/measures/open-coverage.ts';
import { sumFigures } from '../../../src/core/measures/sum-figures.ts';
import { slotKey } from '../../../src/core/time/slot-key.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const FROM = Date.parse('2026-11-24T00:00:00+09:00');

/** Quarters that were measured whole, from one hour of the day to another. */
const measured = (from: number, to: number, day = 0): CoverageSlot[] =>
  Array.from({ length: (to - from) * 4 }, (_, index) => ({
    slot: slotKey(FROM + day * DAY + from * HOUR + index * 900_000),
    camera: 1,
    config_id: 1,
    measured_s: 900,
    frames: 9000,
    gap_s: {},
  })) as unknown as CoverageSlot[];

const open = (from: number, to: number): { fromMs: number; toMs: number }[] => [
  { fromMs: FROM + from * HOUR, toMs: FROM + to * HOUR },
];

const twice = (from: number, to: number) => [
  ...open(from, to),
  ...open(from, to).map(({ fromMs, toMs }) => ({ fromMs: fromMs + DAY, toMs: toMs + DAY })),
];

const read = (
  coverage: readonly CoverageSlot[],
  times: readonly { fromMs: number; toMs: number }[] | null,
  { nowMs = FROM + 3 * DAY, days = 1 } = {},
) =>
  rollUp({
    intervals: Array.from({ length: days }, (_, day) => ({
      fromMs: FROM + day * DAY,
      toMs: FROM + (day + 1) * DAY,
    })),
    minutes: 1440,
    records: { lines: [], store: [], zones: [], queues: [], flows: [], coverage },
    nowMs,
    firstMs: FROM - DAY,
    cameras: [1],
    zones: [],
    open: times,
  });

describe('coverage against the opening hours', () => {
  it('leaves out the night, which the same records say is missing otherwise', () => {
    const records = measured(10, 20);
    expect(read(records, null)[0]).toMatchObject({ coverage: 10 / 24, status: 'partial' });
    expect(read(records, open(10, 20))[0]).toMatchObject({ coverage: 1, status: 'measured' });
    expect(read(records, open(10, 20))[0]?.cameras).toEqual(
      read(records, null)[0]?.cameras.map((camera) => ({ ...camera, open: { measuredS: 36_000, gapS: {} } })),
    );
  });

  it('misses what was missed while the store was open, and gains nothing from the night', () => {
    expect(read(measured(0, 15), open(10, 20))[0]).toMatchObject({
      coverage: 0.5,
      openTime: { measuredS: 5 * 3600, openS: 10 * 3600 },
    });
  });

  it('says of each camera what it missed of the opening hours, and of days in a row', () => {
    const days = read([...measured(0, 15), ...measured(10, 20, 1)], twice(10, 20), { days: 2 });
    const [first] = days;
    expect(first?.cameras[0]).toMatchObject({
      measuredS: 15 * 3600,
      gapS: { 'app-closed': 9 * 3600 },
      open: { measuredS: 5 * 3600, gapS: { 'app-closed': 5 * 3600 } },
    });
    expect(first?.cameras.map(cameraCoverage)).toEqual([0.5]);
    expect(sumFigures(days)?.cameras.map(cameraCoverage)).toEqual([0.75]);
    const closed = read(measured(0, 15), [])[0]?.cameras;
    expect(closed?.map(cameraCoverage)).toEqual([null]);
  });

  it('counts the quarter in which the store opens as open', () => {
    const times = [{ fromMs: FROM + 10 * HOUR + 300_000, toMs: FROM + 11 * HOUR - 300_000 }];
    expect(read(measured(10, 11), times)[0]?.openTime).toEqual({ measuredS: 3600, openS: 3600 });
  });

  it('is not known before opening, and is closed on a day without hours', () => {
    const morning = read(measured(8, 9), open(10, 20), { nowMs: FROM + 9 * HOUR })[0];
    expect(morning).toMatchObject({ coverage: null, status: 'open' });
    expect(morning && isMeasured(morning)).toBe(true);
    expect(read(measured(8, 9), [])[0]).toMatchObject({ coverage: null, status: 'closed' });
  });

  it('is that of the opening hours over several days, closed ones left out', () => {
    const days = read([...measured(10, 20), ...measured(0, 24, 1)], open(10, 20), { days: 2 });
    expect(days.map(({ status }) => status)).toEqual(['measured', 'closed']);
    expect(sumFigures(days)).toMatchObject({ coverage: 1, openTime: { openS: 36_000 } });
    expect(sumFigures(days.slice(1))).toMatchObject({ coverage: null, status: 'closed' });
  });
});
