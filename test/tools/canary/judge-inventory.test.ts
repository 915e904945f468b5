import { describe, expect, test } from 'vitest';
import { firstSlotOf, packDay } from '../../../src/core/measures/day-block.ts';
import { totalOfDay } from '../../../src/core/measures/day-total.ts';
import { NO_RECORDS, type SlotRecords } from '../../../src/core/measures/slot-record.ts';
import type { KeptByOrigin } from '../../../tools/canary/browser/kept-by-origin.ts';
import { judgeInventory } from '../../../tools/canary/judge-inventory.ts';

const APP = { origin: 'http://localhost:1', shipped: new Map([['/index.html', 9]]) };
const SLOT = { slot: 29_400_000, line: 1, in: 3, out: 2, measured_s: 900 };

function kept(changes: Partial<KeptByOrigin>): KeptByOrigin {
  return { records: [], texts: [], cached: [], files: [], serviceWorkers: [], ...changes };
}

const inStore = (store: string, value: unknown, database = 'kazoe'): KeptByOrigin =>
  kept({ records: [{ database, store, value }] });

describe('what an origin keeps', () => {
  test('figures of slots, and the app’s own files, are as they should be', () => {
    const cached = [{ url: 'http://localhost:1/', bytes: 9 }];
    const verdict = judgeInventory({ ...inStore('line_slot', SLOT), cached }, APP);
    expect(verdict).toMatchObject({ records: 1, slots: 1, findings: [] });
  });

  test.each<[string, KeptByOrigin, string]>([
    ['an unknown database', inStore('kept', 1, 'frames'), 'frames/kept: an unknown database'],
    ['an unknown store', inStore('people', SLOT), 'kazoe/people: an unknown store'],
    ['an instant in a record', inStore('line_slot', { ...SLOT, at: 1.8e12 }), '.at is an instant (ms)'],
    ['a slot that is a minute', inStore('line_slot', { ...SLOT, slot: 29_400_001 }), 'no slot of a quarter'],
    ['a fraction', inStore('line_slot', { ...SLOT, in: 0.5 }), '.in is no whole number'],
    ['a long list', inStore('zone_slot', { ...SLOT, bands: Array(17).fill(0) }), '.bands is a list of 17'],
    ['something binary', inStore('site', { a: 'binary: Blob of 9 bytes' }), '.a is Blob of 9 bytes'],
    ['a long text', inStore('site', { a: 'x'.repeat(201) }), '.a is a text of 201'],
    ['a text beside', kept({ texts: ['localStorage picture'] }), 'localStorage picture is kept'],
    ['a file', kept({ files: ['/picture'] }), 'file /picture'],
    ['a foreign copy', kept({ cached: [{ url: 'http://localhost:1/p', bytes: 1 }] }), 'cached /p'],
    ['another length', kept({ cached: [{ url: 'http://localhost:1/', bytes: 8 }] }), 'cached /'],
  ])('%s is told', (_, inventory, told) => {
    expect(judgeInventory(inventory, APP).findings.join('; ')).toContain(told);
  });

  test('more records than the slots account for are told', () => {
    const records = Array.from({ length: 201 }, () => ({
      database: 'kazoe',
      store: 'line_slot',
      value: SLOT,
    }));
    expect(judgeInventory(kept({ records }), APP).findings).toEqual(['201 records in 1 slots']);
  });
});

describe('days that are packed', () => {
  const DAY = 20_785;
  const slot = firstSlotOf(DAY) + 15;
  const detail = { slot, zone: 2, length: 60, measured_s: 3600, config_id: 1 };
  const bands = [0, 1, 2, 3, 0, 0, 0, 0, 0];
  const RECORDS: SlotRecords = {
    lines: [
      { slot, line: 1, in: 3, out: 2, in_raw: 3, out_raw: 2, parties: 1, measured_s: 900, config_id: 1 },
      {
        slot: slot + 15,
        line: 1,
        in: 0,
        out: 0,
        in_raw: 0,
        out_raw: 0,
        parties: 0,
        measured_s: 0,
        config_id: 1,
      },
    ],
    store: [
      {
        slot,
        occupancy_person_s: 90,
        occupancy_max: 2,
        occupancy_end: 1,
        drift: 0,
        measured_s: 900,
        config_id: 1,
      },
    ],
    zones: [
      { ...detail, suppressed: 1 },
      {
        ...detail,
        slot: slot + 60,
        suppressed: 0,
        visits: 6,
        dwell_bands: bands,
        occupancy_person_s: 9,
        occupancy_max: 2,
      },
    ],
    queues: [{ ...detail, suppressed: 0, wait_bands: bands, length_person_s: 9, length_max: 2 }],
    flows: [{ slot, from: 1, to: 2, length: 60, visits: 6, config_id: 1 }],
    coverage: [
      {
        slot,
        camera: 1,
        measured_s: 800,
        gap_s: { paused: 100 },
        frames: 9000,
        brightness: 90,
        config_id: 1,
      },
    ],
  };
  const blocks = packDay(DAY, RECORDS);
  const judged = (value: unknown) => judgeInventory(inStore('day_block', value), APP);

  test('are counted record by record, whatever they hold', () => {
    const records = blocks.map((value) => ({ database: 'kazoe', store: 'day_block', value }));
    expect(judgeInventory(kept({ records }), APP)).toMatchObject({ records: 8, slots: 3, findings: [] });
  });

  const [lines, zones] = [packDay(DAY, { ...NO_RECORDS, lines: RECORDS.lines })[0], blocks[2]];
  const changed = (at: number, to: number, block = lines) => ({ ...block, rows: block?.rows.with(at, to) });
  test.each<[string, unknown, string]>([
    ['an unknown kind', { ...lines, kind: 'people' }, 'unknown kind'],
    ['another field', { ...lines, at_ms: 1 }, 'no packed day'],
    ['a day that is none', { ...lines, day: 1.5 }, '.day is no day'],
    ['half a row', { ...lines, rows: lines?.rows.slice(1) }, 'no whole rows'],
    ['a fraction', changed(2, 0.5), 'no whole number'],
    ['an instant', changed(2, 1.8e12), 'an instant (ms)'],
    ['a minute of its own', changed(0, 96), 'no quarter of an hour'],
    ['figures of few people', changed(7, 3, zones), 'figures of few people'],
  ])('%s in them is told', (_, value, told) => {
    expect(judged(value).findings.join('; ')).toContain(told);
  });

  const total = totalOfDay(DAY, blocks, [20]);
  test('may lie beside what they come to, which is judged as well', () => {
    const whole = [
      ...blocks.map((value) => ({ database: 'kazoe', store: 'day_block', value })),
      { database: 'kazoe', store: 'day_total', value: total },
    ];
    expect(judgeInventory(kept({ records: whole }), APP)).toMatchObject({ slots: 3, findings: [] });
  });

  test.each<[string, unknown, string]>([
    ['another field', { ...total, faces: [] }, 'no sums of a day'],
    ['half a row', { ...total, spans: total.spans.slice(1) }, 'no whole rows'],
    ['a fraction', { ...total, lines: total.lines.with(2, 0.5) }, 'no whole number'],
    ['an instant', { ...total, gaps: total.gaps.with(3, 1.8e12) }, 'an instant (ms)'],
    ['figures of few people', { ...total, zones: total.zones.with(7, 3) }, 'figures of few people'],
  ])('%s in what they come to is told', (_, value, told) => {
    expect(judgeInventory(inStore('day_total', value), APP).findings.join('; ')).toContain(told);
  });

  test('more records than their slots account for are told', () => {
    const rows = Array.from({ length: 201 }, () => lines?.rows.slice(0, 9) ?? []).flat();
    expect(judged({ ...lines, rows }).findings).toEqual(['201 records in 1 slots']);
  });
});
