import { describe, expect, test } from 'vitest';
import { heatMapOf } from '../../../src/core/measures/heat-map.ts';
import type { HeatRecord } from '../../../src/core/measures/heat-record.ts';

function aRecord(parts: Partial<HeatRecord> = {}): HeatRecord {
  return {
    slot: 600,
    camera: 1,
    length: 60,
    columns: 2,
    cell_m: 0,
    x_m: 0,
    y_m: 0,
    cells: [0, 60],
    measured_s: 3600,
    config_id: 1,
    ...parts,
  };
}

describe('a heat map', () => {
  test('adds up hours, days and what is held of the open day', () => {
    const held = { columns: 2, rows: 1, floor: null, cells: [7, 5], measuredS: 1800 };
    const records = [aRecord(), aRecord({ length: 1440, cells: [20, 10], measured_s: 7200, config_id: 2 })];
    expect(heatMapOf({ records, held, measuredS: 9000, partS: 0 })).toEqual({
      heat: { columns: 2, rows: 1, floor: null, cells: [27, 75] },
      measuredS: 9000,
      lostS: 0,
      partS: 0,
      isCut: false,
    });
  });

  test('says how much of the measured time is not in any day', () => {
    const records = [aRecord(), aRecord({ length: 1440, measured_s: 7200 })];
    expect(heatMapOf({ records, held: null, measuredS: 9000, partS: 0 }).lostS).toBe(1800);
    // Checkpoints of the measured time are a little older than memory.
    expect(heatMapOf({ records, held: null, measuredS: 7195, partS: 0 }).lostS).toBe(0);
    // Of a day of which some time is left out the rest is not lost.
    expect(heatMapOf({ records, held: null, measuredS: 9000, partS: 1500 })).toMatchObject({
      lostS: 300,
      partS: 1500,
    });
  });

  test('keeps to the newest grid, and says that it leaves others out', () => {
    const records = [
      aRecord({ slot: 600, columns: 1 }),
      aRecord({ slot: 660, cell_m: 1, x_m: 2 }),
      aRecord({ slot: 720, cell_m: 1, cells: [1, 2] }),
      aRecord({ slot: 690, cell_m: 1, cells: [1, 2] }),
    ];
    const map = heatMapOf({ records, held: null, measuredS: 0, partS: 0 });
    expect(map).toMatchObject({ isCut: true, heat: { floor: { cellM: 1, xM: 0, yM: 0 }, cells: [2, 4] } });
  });

  test('of nothing is nothing', () => {
    expect(heatMapOf({ records: [], held: null, measuredS: 0, partS: 0 })).toEqual({
      heat: null,
      measuredS: 0,
      lostS: 0,
      partS: 0,
      isCut: false,
    });
  });
});
