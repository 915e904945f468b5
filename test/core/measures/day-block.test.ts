import fc from 'fast-check';
import { expect, it } from 'vitest';
import { STORED_GAP_CAUSES } from '../../../src/core/measures/gap-cause.ts';
import {
  firstSlotOf,
  isFaithful,
  packDay,
  rowLength,
  unpackBlocks,
  type DayBlock,
} from '../../../src/core/measures/day-block.ts';
import type { SlotRecords } from '../../../src/core/measures/slot-record.ts';

const DAY = 20_000;
const count = fc.integer({ min: 0, max: 1_000_000 });
const id = fc.integer({ min: 1, max: 2 ** 40 });
const slot = fc.integer({ min: 0, max: 95 }).map((at) => firstSlotOf(DAY) + at * 15);
const bands = fc.array(count, { minLength: 9, maxLength: 9 });
const length = fc.constantFrom(15, 60, 1440);
const detail = { slot, zone: id, length, measured_s: count, config_id: id };
const hidden = fc.record({ ...detail, suppressed: fc.constant(1 as const) });
const shown = { ...detail, suppressed: fc.constant(0 as const) };
const gapS = fc.dictionary(fc.constantFrom(...STORED_GAP_CAUSES), fc.integer({ min: 0, max: 900 }), {
  noNullPrototype: true,
});

/** Any records of one day. */
const records: fc.Arbitrary<SlotRecords> = fc.record({
  lines: fc.array(
    fc.record({
      slot,
      ...{ line: id, in: count, out: count, in_raw: count, out_raw: count, parties: count },
      ...{ measured_s: count, config_id: id },
    }),
  ),
  store: fc.array(
    fc.record(
      {
        slot,
        ...{ occupancy_person_s: count, occupancy_max: count, occupancy_end: count, drift: count },
        ...{ measured_s: count, config_id: id, recount: fc.integer({ min: -1_000_000, max: 1_000_000 }) },
      },
      {
        requiredKeys: [
          ...(['slot', 'occupancy_person_s', 'occupancy_max', 'occupancy_end', 'drift'] as const),
          ...(['measured_s', 'config_id'] as const),
        ],
        noNullPrototype: true,
      },
    ),
  ),
  zones: fc.array(
    fc.oneof(
      hidden,
      fc.record({
        ...shown,
        visits: count,
        dwell_bands: bands,
        occupancy_person_s: count,
        occupancy_max: count,
      }),
    ),
  ),
  queues: fc.array(
    fc.oneof(hidden, fc.record({ ...shown, wait_bands: bands, length_person_s: count, length_max: count })),
  ),
  flows: fc.array(fc.record({ slot, from: id, to: id, length, visits: count, config_id: id })),
  coverage: fc.array(
    fc
      .record({
        ...{
          slot,
          camera: id,
          measured_s: count,
          gap_s: gapS,
          frames: count,
          brightness: count,
          config_id: id,
        },
        look: fc.option(
          fc.record({ signature: fc.array(count, { minLength: 12, maxLength: 12 }), sharpness: count }),
        ),
      })
      .map(({ look, ...rest }) => ({ ...rest, ...look })),
  ),
});

it('gives back every record that was packed, and each block is faithful', () => {
  fc.assert(
    fc.property(records, (day) => {
      const blocks = packDay(DAY, day);
      expect(unpackBlocks(blocks)).toEqual(day);
      expect(blocks.every(isFaithful)).toBe(true);
    }),
  );
});

it('is not faithful with a number beside its records: few people stay without a value', () => {
  const few = {
    slot: firstSlotOf(DAY),
    zone: 4,
    length: 1440,
    measured_s: 900,
    config_id: 1,
    suppressed: 1,
  } as const;
  const [block] = packDay(DAY, { lines: [], store: [], zones: [few], queues: [], flows: [], coverage: [] });
  if (!block) throw new Error('nothing packed');
  expect(isFaithful(block)).toBe(true);
  for (let at = 6; at < rowLength('zones'); at += 1) {
    const rows = block.rows.map((value, index) => (index === at ? 3 : value));
    expect(isFaithful({ ...block, rows }), String(at)).toBe(false);
  }
  expect(isFaithful({ ...block, rows: [...block.rows, 1] } satisfies DayBlock)).toBe(false);
  expect(isFaithful({ ...block, rows: [] })).toBe(false);
});
