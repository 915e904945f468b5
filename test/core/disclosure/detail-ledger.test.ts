import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { DetailLedger, type DetailRecords } from '../../../src/core/disclosure/detail-ledger.ts';
import { STORAGE_K } from '../../../src/core/disclosure/held-detail.ts';
import { sumBands } from '../../../src/core/measures/dwell-bands.ts';
import { openSlotTotals, type SlotTotals } from '../../../src/core/measures/slot-totals.ts';
import { addVisit, emptyZoneTotals } from '../../../src/core/measures/zone-totals.ts';
import { createStoreCalendar, SLOT_MS } from '../../../src/core/time/store-calendar.ts';

const calendar = createStoreCalendar({ timeZone: 'Asia/Tokyo', dayStartsAtMinute: 0 });
const DAY_FROM_MS = Date.parse('2026-11-24T00:00:00+09:00');
const ZONE = 7;

/** Visits by slot of one day, hour by hour; a slot that is missing was not measured. */
type Day = readonly (readonly number[])[];

function closeDay(day: Day, kind: 'area' | 'queue' = 'area'): DetailRecords {
  const ledger = new DetailLedger(calendar);
  const all: DetailRecords = { zones: [], queues: [], flows: [] };
  const add = (records: DetailRecords): void => {
    all.zones.push(...records.zones);
    all.queues.push(...records.queues);
    all.flows.push(...records.flows);
  };
  day.forEach((hour, hourIndex) => {
    for (let quarter = 0; quarter < 4; quarter += 1) {
      const visits = hour[quarter];
      const slot = slotOf(hourIndex * 4 + quarter, visits ?? 0);
      add(ledger.closeSlot(slot, [{ zone: ZONE, kind, measuredS: visits === undefined ? 0 : 900 }], 1));
    }
  });
  add(ledger.settleBefore(DAY_FROM_MS + 86_400_000));
  return all;
}

function slotOf(index: number, visits: number): SlotTotals {
  const fromMs = DAY_FROM_MS + index * SLOT_MS;
  const slot = openSlotTotals({ fromMs, toMs: fromMs + SLOT_MS }, { level: 0, drift: 0 });
  const zone = emptyZoneTotals();
  for (let visit = 0; visit < visits; visit += 1) {
    addVisit(zone, 20_000);
    zone.personMs += 20_000;
    zone.max = 1;
  }
  slot.zones.set(ZONE, zone);
  slot.flows.set('7>8', visits);
  return slot;
}

const shown = (records: DetailRecords): { length: number; visits: number }[] =>
  records.zones.flatMap((record) =>
    record.suppressed === 0 ? [{ length: record.length, visits: record.visits }] : [],
  );

const isDayMarked = ({ zones }: DetailRecords): boolean =>
  zones.some(({ suppressed, length }) => suppressed === 1 && length === 1440);

describe('what is written of a zone', () => {
  test.each<[string, Day, { length: number; visits: number }[], boolean]>([
    ['a slot with k visits stands for itself', [[5]], [{ length: 15, visits: 5 }], false],
    ['small slots of an hour become the hour', [[2, 3, 1]], [{ length: 60, visits: 6 }], false],
    [
      'a large slot stays out of the hour made of the small ones',
      [[9, 2, 3, 1]],
      [
        { length: 15, visits: 9 },
        { length: 60, visits: 6 },
      ],
      false,
    ],
    ['small hours become the day', [[2], [], [4, 0]], [{ length: 1440, visits: 6 }], false],
    ['a small day is a mark without a value', [[2], [], [1]], [], true],
    ['an empty day looks like a small one', [[0, 0, 0, 0]], [], true],
    ['two slots of four would be told by their sum of eight', [[4, 4]], [], true],
    ['and are told in company', [[4, 4], [2, 1], [1]], [{ length: 1440, visits: 12 }], false],
  ])('%s', (...[, day, expected, isMarked]) => {
    const records = closeDay(day);
    expect(shown(records)).toEqual(expected);
    expect(isDayMarked(records)).toBe(isMarked);
  });

  test('a mark carries no value of any kind', () => {
    const mark = { slot: DAY_FROM_MS / 60_000, zone: ZONE, config_id: 1, suppressed: 1 };
    expect(closeDay([[1]]).zones).toEqual([
      { ...mark, length: 15, measured_s: 0 },
      { ...mark, length: 1440, measured_s: 900 },
    ]);
  });

  test('every measured slot is a record, and nobody leaves the same one as few', () => {
    const [none, few, many] = [0, 4, 30].map((visits) => closeDay([[visits, visits, visits, visits]]).zones);
    expect(none).toEqual(few);
    const slots = (zones: DetailRecords['zones'] = []): number =>
      zones.filter(({ length }) => length === 15).length;
    expect([slots(none), slots(many)]).toEqual([4, 4]);
  });

  test('a queue zone obeys the same rule under its own names', () => {
    const record = closeDay([[3, 3, 0]], 'queue').queues.find(({ suppressed }) => suppressed === 0);
    expect(record).toMatchObject({ length: 60, suppressed: 0, length_person_s: 120, length_max: 1 });
    expect(record).not.toHaveProperty('visits');
  });

  test('flow waits for its hour, then for its day', () => {
    expect(closeDay([[3, 3]]).flows).toEqual([
      { slot: DAY_FROM_MS / 60_000, from: 7, to: 8, length: 60, visits: 6, config_id: 1 },
    ]);
    expect(closeDay([[3], [3]]).flows).toMatchObject([{ length: 1440, visits: 6 }]);
    expect(closeDay([[1], [1]]).flows).toEqual([]);
  });
});

const anyDay = fc.array(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 4 }), {
  minLength: 1,
  maxLength: 24,
});

it('never writes a record about fewer than k, and writes nobody twice', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const records = closeDay(day);
      for (const record of records.zones) {
        if (record.suppressed === 1) {
          expect(Object.keys(record).sort()).toEqual([
            'config_id',
            'length',
            'measured_s',
            'slot',
            'suppressed',
            'zone',
          ]);
          continue;
        }
        expect(record.visits).toBeGreaterThanOrEqual(STORAGE_K);
        expect(sumBands(record.dwell_bands)).toBe(record.visits);
        expect(record.occupancy_person_s).toBe(record.visits * 20);
      }
      for (const flow of records.flows) expect(flow.visits).toBeGreaterThanOrEqual(STORAGE_K);
      const total = day.flat().reduce((a, b) => a + b, 0);
      const told = shown(records).reduce((sum, { visits }) => sum + visits, 0);
      if (isDayMarked(records)) expect(told).toBeLessThanOrEqual(total);
      else expect(told).toBe(total);
      const seconds = records.zones.reduce((sum, record) => sum + record.measured_s, 0);
      expect(seconds).toBe(day.flat().length * 900);
    }),
    { numRuns: 300 },
  );
});

/** Every way to fill the measured slots of hours with 0 to 6 visits. */
function* everyDay(slotsOfHours: readonly number[]): Generator<Day> {
  const slots = slotsOfHours.reduce((a, b) => a + b, 0);
  for (let index = 0; index < 7 ** slots; index += 1) {
    let rest = index;
    yield slotsOfHours.map((count) =>
      Array.from({ length: count }, () => {
        const visits = rest % 7;
        rest = Math.floor(rest / 7);
        return visits;
      }),
    );
  }
}

/**
 * The strongest onlooker: knows the program and everything written. Days that are written alike cannot be told
 * apart, so a number is secret when it differs between two of them.
 */
describe('somebody who knows the rules and all that is written', () => {
  test.each([
    [[1]],
    [[2]],
    [[3]],
    [[4]],
    [[1, 1]],
    [[1, 1, 1]],
    [[1, 1, 1, 1]],
    [[2, 1]],
    [[2, 2]],
    [[3, 1]],
    [[2, 1, 1]],
  ])('cannot tell any hidden slot or hour of a day with measured slots %j', (slotsOfHours) => {
    const alike = new Map<string, Day[]>();
    for (const day of everyDay(slotsOfHours)) {
      const written = JSON.stringify(closeDay(day).zones);
      alike.set(written, [...(alike.get(written) ?? []), day]);
    }
    for (const days of alike.values()) {
      const [first] = days;
      first!.forEach((hour, hourIndex) => {
        hour.forEach((visits, slotIndex) => {
          if (visits >= STORAGE_K) return;
          expect(
            new Set(days.map((day) => day[hourIndex]![slotIndex])).size,
            JSON.stringify(first),
          ).toBeGreaterThan(1);
        });
        const heldOf = (day: Day): number =>
          day[hourIndex]!.filter((visits) => visits < STORAGE_K).reduce((a, b) => a + b, 0);
        const isHidden = hour.some((visits) => visits < STORAGE_K) && heldOf(first!) < STORAGE_K;
        if (isHidden) expect(new Set(days.map(heldOf)).size, JSON.stringify(first)).toBeGreaterThan(1);
      });
    }
  });
});
