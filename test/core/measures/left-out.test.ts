import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timeOnDay, type LeftOut } from '../../../src/core/measures/left-out-time.ts';
import { withoutLeftOut } from '../../../src/core/measures/left-out.ts';
import { rollUp } from '../../../src/core/measures/roll-up.ts';
import type { SlotRecords } from '../../../src/core/measures/slot-record.ts';
import { slotKey } from '../../../src/core/time/slot-key.ts';
import { createStoreCalendar } from '../../../src/core/time/store-calendar.ts';
import { aCamera, aLine, aSite } from '../../state/builders.ts';

const HOUR = 3_600_000;
const QUARTER = 900_000;
const FROM = Date.parse('2026-11-24T00:00:00+09:00');
const site = aSite([aCamera(), aCamera({ id: 50, name: 'Second', lines: [aLine({ id: 51 })], zones: [] })]);

/** Four hours of two cameras: two people in at each line, in each quarter of an hour. */
const slots = Array.from({ length: 16 }, (_, index) => slotKey(FROM + index * QUARTER));
const records: SlotRecords = {
  lines: slots.flatMap((slot) =>
    [2, 51].map((line) => ({
      ...{ slot, line, in: 2, out: 1, in_raw: 2, out_raw: 1, parties: 2 },
      ...{ measured_s: 900, config_id: 1 },
    })),
  ),
  store: slots.map((slot) => ({
    ...{ slot, occupancy_person_s: 900, occupancy_max: 2, occupancy_end: 1, drift: 0 },
    ...{ measured_s: 900, config_id: 1 },
  })),
  zones: [
    { slot: slots[0] ?? 0, zone: 3, length: 1440, measured_s: 900, config_id: 1, suppressed: 1 },
    { slot: slots[0] ?? 0, zone: 3, length: 15, measured_s: 900, config_id: 1, suppressed: 1 },
  ],
  queues: [],
  flows: [],
  coverage: slots.flatMap((slot) =>
    [1, 50].map((camera) => ({
      ...{ slot, camera, measured_s: 880, gap_s: { 'not-started': 10, stalled: 10 } },
      ...{ frames: 4000, brightness: 90, config_id: 1 },
    })),
  ),
};
const leftOut = (from: number, to: number, camera: number | null = null): LeftOut => ({
  fromMs: FROM + from * HOUR,
  toMs: FROM + to * HOUR,
  camera,
  reason: 'works',
});

describe('a time that is left out', () => {
  it('was not measured, and its people are counted nowhere; the rest is as it was', () => {
    const read = withoutLeftOut(records, { ...site, leftOut: [leftOut(1, 2)] });
    const [day] = rollUp({
      intervals: [{ fromMs: FROM, toMs: FROM + 4 * HOUR }],
      minutes: 1440,
      records: read,
      nowMs: FROM + 5 * HOUR,
      firstMs: FROM,
      zones: [],
      cameras: [1, 50],
      open: null,
    });
    expect(day?.lines.map((line) => line.in)).toEqual([24, 24]);
    expect(day?.cameras[0]).toMatchObject({ measuredS: 12 * 880, gapS: { 'left-out': 4 * 890 } });
  });

  it('of one camera leaves the others, but for the people in the store', () => {
    const read = withoutLeftOut(records, { ...site, leftOut: [leftOut(1, 2, 50)] });
    expect(read.lines.filter(({ line }) => line === 2)).toHaveLength(16);
    expect(read.lines.filter(({ line }) => line === 51)).toHaveLength(12);
    expect(read.coverage.filter(({ measured_s }) => measured_s === 0)).toHaveLength(4);
    expect(read.store).toHaveLength(12);
  });

  it('takes whole slots, and longer records that touch it', () => {
    const read = withoutLeftOut(records, { ...site, leftOut: [leftOut(3.9, 3.95)] });
    expect(read.lines).toHaveLength(30);
    expect(read.zones.map(({ length }) => length)).toEqual([15]);
  });

  it('can be taken back: nothing of the records is changed', () => {
    const before = structuredClone(records);
    withoutLeftOut(records, { ...site, leftOut: [leftOut(0, 4)] });
    expect(records).toEqual(before);
    expect(withoutLeftOut(records, site)).toBe(records);
  });
});

describe('a time on a business day', () => {
  const calendar = createStoreCalendar({ ...site.store, timeZone: 'Asia/Tokyo', dayStartsAtMinute: 300 });
  const day = calendar.dayAt(FROM + 12 * HOUR);
  const at = (text: string): number => Date.parse(`2026-11-${text}:00+09:00`);

  it('may lie after midnight, and end with the day', () => {
    const of = (fromMinute: number, toMinute: number) => timeOnDay(day, calendar, { fromMinute, toMinute });
    expect(of(600, 720)).toEqual({ fromMs: at('24T10:00'), toMs: at('24T12:00') });
    expect(of(1380, 60)).toEqual({ fromMs: at('24T23:00'), toMs: at('25T01:00') });
    expect(of(240, 300)).toEqual({ fromMs: at('25T04:00'), toMs: at('25T05:00') });
    expect(of(60, 1380)).toBeNull();
    expect(of(600, 600)).toBeNull();
  });

  it('never leaves the day', () => {
    const minute = fc.integer({ min: 0, max: 1439 });
    fc.assert(
      fc.property(minute, minute, (fromMinute, toMinute) => {
        const time = timeOnDay(day, calendar, { fromMinute, toMinute });
        if (!time) return;
        expect(time.fromMs).toBeGreaterThanOrEqual(day.fromMs);
        expect(time.toMs).toBeLessThanOrEqual(day.toMs);
        expect(time.toMs).toBeGreaterThan(time.fromMs);
      }),
    );
  });
});
