import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HeatLedger, type MeasuredHeat } from '../../../src/core/disclosure/heat-ledger.ts';
import { STORAGE_K } from '../../../src/core/disclosure/held-detail.ts';
import { heatOf, type HeatRecord, sumHeat } from '../../../src/core/measures/heat-record.ts';
import { createStoreCalendar } from '../../../src/core/time/store-calendar.ts';

const calendar = createStoreCalendar({ timeZone: 'Asia/Tokyo', dayStartsAtMinute: 0 });
const DAY_FROM_MS = Date.parse('2026-11-24T00:00:00+09:00');
const HOUR_MS = 3_600_000;
const SET_UP = { layout: { columns: 2, rows: 2, floor: null }, configId: 3 };
const CAMERA = 9;

/** Ten seconds of somebody in a cell. */
interface Warmth {
  readonly hour: number;
  readonly cell: number;
  readonly isNew?: boolean;
}

function tenSeconds(
  toMs: number,
  { cell, isNew = true }: { readonly cell: number; readonly isNew?: boolean },
): MeasuredHeat {
  return { fromMs: toMs - 1000, toMs, stays: [{ cell, ms: 10_000, isNew }] };
}

/** What leaves memory on a day, without days in which there is nothing to tell. */
function write(warmth: readonly Warmth[], ledger = new HeatLedger(calendar)): HeatRecord[] {
  ledger.setUp(CAMERA, SET_UP);
  const records = warmth
    .toSorted((a, b) => a.hour - b.hour)
    .flatMap(({ hour, cell, isNew = true }) =>
      ledger.add(CAMERA, tenSeconds(DAY_FROM_MS + (hour + 0.5) * HOUR_MS, { cell, isNew })),
    );
  return [...records, ...ledger.settleBefore(DAY_FROM_MS + 24 * HOUR_MS)].filter(({ cells }) =>
    cells.some((seconds) => seconds > 0),
  );
}

const times = (count: number, warmth: Warmth): readonly Warmth[] =>
  Array.from({ length: count }, () => warmth);

describe('of heat', () => {
  test('an hour with k people in a cell is written', () => {
    expect(write(times(5, { hour: 9, cell: 2 }))).toEqual([
      {
        slot: DAY_FROM_MS / 60_000 + 540,
        camera: CAMERA,
        length: 60,
        columns: 2,
        cell_m: 0,
        x_m: 0,
        y_m: 0,
        cells: [0, 0, 50, 0],
        measured_s: 5,
        config_id: 3,
      },
    ]);
  });

  test('hours with fewer become the day', () => {
    const records = write([...times(4, { hour: 9, cell: 0 }), ...times(3, { hour: 14, cell: 0 })]);
    expect(records.map(({ length, cells }) => ({ length, cells }))).toEqual([
      { length: 1440, cells: [70, 0, 0, 0] },
    ]);
  });

  test('a day holds nothing of the hours that were written', () => {
    const records = write([
      ...times(8, { hour: 9, cell: 0 }),
      ...times(2, { hour: 10, cell: 0 }),
      ...times(4, { hour: 11, cell: 0 }),
    ]);
    expect(records.map(({ length, cells }) => [length, cells[0]])).toEqual([
      [60, 80],
      [1440, 60],
    ]);
  });

  test('a day with fewer than k people in a cell leaves no trace', () => {
    expect(write([...times(2, { hour: 9, cell: 1 }), ...times(2, { hour: 12, cell: 1 })])).toEqual([]);
  });

  test('somebody who stays for hours is one person', () => {
    const lingering = Array.from({ length: 12 }, (_, index) => ({
      hour: 8 + index,
      cell: 3,
      isNew: index === 0,
    }));
    expect(write(lingering)).toEqual([]);
    const withOthers = write([...lingering, ...times(4, { hour: 20, cell: 3 })]);
    expect(withOthers.map(({ length, cells }) => [length, cells[3]])).toEqual([[1440, 160]]);
  });

  test('another grid or configuration forgets what was held', () => {
    const ledger = new HeatLedger(calendar);
    ledger.setUp(CAMERA, SET_UP);
    for (let person = 0; person < 4; person++) {
      ledger.add(CAMERA, tenSeconds(DAY_FROM_MS + 1000, { cell: 0 }));
    }
    ledger.setUp(CAMERA, { ...SET_UP, configId: 4 });
    ledger.add(CAMERA, tenSeconds(DAY_FROM_MS + 2000, { cell: 0 }));
    expect(ledger.settleBefore(DAY_FROM_MS + 24 * HOUR_MS)).toMatchObject([
      { length: 60, cells: [0, 0, 0, 0], measured_s: 1 },
      { length: 1440, cells: [0, 0, 0, 0], measured_s: 1 },
    ]);
  });

  test('what comes too late for its hour lands in the next one, and no hour is written twice', () => {
    const ledger = new HeatLedger(calendar);
    ledger.setUp(CAMERA, SET_UP);
    const tenMs = DAY_FROM_MS + 10 * HOUR_MS;
    const addFive = (toMs: number): HeatRecord[] =>
      times(5, { hour: 0, cell: 1 }).flatMap((warmth) => ledger.add(CAMERA, tenSeconds(toMs, warmth)));
    expect(addFive(tenMs - 2000)).toEqual([]);
    expect(ledger.settleBefore(tenMs)).toMatchObject([{ slot: tenMs / 60_000 - 60, cells: [0, 50, 0, 0] }]);
    expect(addFive(tenMs - 1000)).toEqual([]);
    expect(ledger.settleBefore(tenMs + HOUR_MS)).toMatchObject([
      { slot: tenMs / 60_000, cells: [0, 50, 0, 0] },
    ]);
  });

  test('a measured hour and day without enough people say that they were measured, and no more', () => {
    const ledger = new HeatLedger(calendar);
    ledger.setUp(CAMERA, SET_UP);
    ledger.add(CAMERA, tenSeconds(DAY_FROM_MS + 9 * HOUR_MS, { cell: 1 }));
    const nobody = {
      ...{ camera: CAMERA, columns: 2, cell_m: 0, x_m: 0, y_m: 0, cells: [0, 0, 0, 0] },
      ...{ measured_s: 1, config_id: 3 },
    };
    expect(ledger.settleBefore(DAY_FROM_MS + 24 * HOUR_MS)).toEqual([
      { ...nobody, slot: DAY_FROM_MS / 60_000 + 540, length: 60 },
      { ...nobody, slot: DAY_FROM_MS / 60_000, length: 1440 },
    ]);
  });

  test('the screen shows what is held from k people on, and no more once it is written', () => {
    const ledger = new HeatLedger(calendar);
    ledger.setUp(CAMERA, SET_UP);
    const cells = (): readonly number[] | undefined => ledger.held(CAMERA)?.cells;
    for (const warmth of times(3, { hour: 0, cell: 1 })) {
      ledger.add(CAMERA, tenSeconds(DAY_FROM_MS + 9 * HOUR_MS, warmth));
    }
    expect(cells()).toEqual([0, 0, 0, 0]);
    for (const warmth of times(2, { hour: 0, cell: 1 })) {
      ledger.add(CAMERA, tenSeconds(DAY_FROM_MS + 10.5 * HOUR_MS, warmth));
    }
    expect(cells()).toEqual([0, 50, 0, 0]);
    expect(ledger.held(CAMERA)?.measuredS).toBe(5);
    ledger.settleBefore(DAY_FROM_MS + 24 * HOUR_MS);
    expect(cells()).toEqual([0, 0, 0, 0]);
    expect(ledger.held(8)).toBeNull();
  });

  test('a cell that fewer than k people were in is never written, whatever the rest', () => {
    const warmth = fc.array(
      fc.record({
        hour: fc.integer({ min: 0, max: 23 }),
        cell: fc.integer({ min: 0, max: 3 }),
        isNew: fc.boolean(),
      }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(warmth, (day) => {
        const records = write(day);
        for (let cell = 0; cell < 4; cell++) {
          const people = day.filter((one) => one.cell === cell && one.isNew).length;
          const told = records.reduce((sum, record) => sum + (record.cells[cell] ?? 0), 0);
          if (people < STORAGE_K) expect(told).toBe(0);
          expect(told).toBeLessThanOrEqual(10 * day.filter((one) => one.cell === cell).length);
        }
        for (const { cells } of records) expect(cells.every((value) => Number.isInteger(value))).toBe(true);
      }),
    );
  });
});

describe('records', () => {
  const floor = { cellM: 1, xM: -3, yM: 4 };

  test('add up to the heat of a longer time', () => {
    const records = write([...times(5, { hour: 9, cell: 2 }), ...times(6, { hour: 10, cell: 2 })]);
    expect(sumHeat(records.map(heatOf))).toEqual({ ...SET_UP.layout, cells: [0, 0, 110, 0] });
  });

  test('tell where on the floor their cells are', () => {
    const ledger = new HeatLedger(calendar);
    ledger.setUp(CAMERA, { layout: { ...SET_UP.layout, floor }, configId: 3 });
    ledger.add(CAMERA, tenSeconds(DAY_FROM_MS + HOUR_MS, { cell: 0 }));
    const [day] = ledger.settleBefore(DAY_FROM_MS + 24 * HOUR_MS);
    expect(day).toMatchObject({ cell_m: 1, x_m: -3, y_m: 4 });
    expect(heatOf(day!)).toEqual({ columns: 2, rows: 2, floor, cells: [0, 0, 0, 0] });
  });

  test('of different grids do not add up', () => {
    const [record] = write(times(5, { hour: 9, cell: 2 })).map(heatOf);
    expect(sumHeat([record!, { ...record!, columns: 4 }])).toBeNull();
    expect(sumHeat([record!, { ...record!, rows: 1, cells: [0, 0] }])).toBeNull();
    expect(sumHeat([record!, { ...record!, floor }])).toBeNull();
    expect(sumHeat([])).toBeNull();
  });
});
