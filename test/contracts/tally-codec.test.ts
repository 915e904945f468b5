import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeTally, encodeTally, MAX_TALLY_LENGTH } from '../../src/contracts/tally-codec.ts';
import { MAX_EVENTS, MAX_HEAT_STAYS, MAX_PEOPLE, MAX_ZONES } from '../../src/contracts/tally.ts';
import type { Tally } from '../../src/contracts/tally.ts';
import type { CountingEvent } from '../../src/core/counting/counting-event.ts';

const count = fc.nat({ max: 1e9 });
const index = fc.nat({ max: 255 });
/** As the codec rounds: whole multiples of 1/4096. */
const rounded = (value: number): number => Math.round(value * 4096) / 4096;
const atMs = fc.double({ min: 0, max: 4e12, noNaN: true }).map(rounded);
const share = fc.double({ min: 0, max: 1, noNaN: true }).map(rounded);
const metres = fc.integer({ min: -500, max: 500 });
const staff = fc.boolean();

const event: fc.Arbitrary<CountingEvent> = fc.oneof(
  fc.record({
    kind: fc.constant('crossing' as const),
    line: index,
    direction: fc.constantFrom('in' as const, 'out' as const),
    atMs,
    startsParty: fc.boolean(),
    staff,
  }),
  fc.record({
    kind: fc.constantFrom('stay' as const, 'visit' as const),
    zone: index,
    fromMs: atMs,
    toMs: atMs,
    staff,
  }),
  fc.record({ kind: fc.constant('flow' as const), from: index, to: index, atMs, staff }),
);

const tally: fc.Arbitrary<Tally> = fc.record({
  camera: count,
  atMs,
  measuredFromMs: atMs,
  frames: fc.record({
    received: count,
    analysed: count,
    gated: count,
    skipped: count,
    closed: count,
    alive: count,
  }),
  detectMs: atMs,
  otherMs: atMs,
  brightness: fc.double({ min: 0, max: 255, noNaN: true }).map(rounded),
  people: fc.array(fc.record({ x: share, y: share }), { maxLength: MAX_PEOPLE }),
  zonesNow: fc.array(count, { maxLength: MAX_ZONES }),
  events: fc.array(event, { maxLength: MAX_EVENTS }),
  heat: fc.option(
    fc.record({
      columns: fc.integer({ min: 1, max: 64 }),
      rows: fc.integer({ min: 1, max: 64 }),
      floor: fc.option(fc.record({ cellM: fc.integer({ min: 1, max: 99 }), xM: metres, yM: metres })),
      stays: fc.array(fc.record({ cell: index, ms: atMs, isNew: fc.boolean() }), {
        maxLength: MAX_HEAT_STAYS,
      }),
    }),
  ),
  look: fc.option(
    fc.record({
      levels: fc.array(fc.nat({ max: 7 }), { minLength: 12, maxLength: 12 }),
      sharpness: fc.nat({ max: 15 }),
    }),
  ),
  ended: fc.boolean(),
});

const EMPTY: Tally = {
  camera: 1,
  atMs: 5,
  measuredFromMs: 4,
  frames: { received: 3, analysed: 2, gated: 0, skipped: 1, closed: 3, alive: 0 },
  detectMs: 100,
  otherMs: 4,
  brightness: 99,
  people: [],
  zonesNow: [],
  events: [],
  heat: null,
  look: null,
  ended: false,
};

describe('tally codec', () => {
  test('what is decoded is what was encoded', () => {
    fc.assert(
      fc.property(tally, (value) => {
        expect(decodeTally(encodeTally(value))).toEqual(value);
      }),
    );
  });

  test('numbers are told in steps of 1/4096, so that nothing hides in the digits behind', () => {
    const fine = { ...EMPTY, atMs: 1.8e12 + 0.123456, people: [{ x: 0.123456789, y: 1 / 3 }] };
    const numbers = encodeTally(fine);
    expect([...numbers].filter((number) => !Number.isInteger(number * 4096))).toEqual([]);
    expect(decodeTally(numbers).people[0]?.x).toBeCloseTo(0.123456789, 3);
    numbers[12] = 99 + 2 ** -20; // the brightness
    expect(() => decodeTally(numbers)).toThrow('too fine');
  });

  test('a message is numbers alone and never longer than its bound', () => {
    const crowd: Tally = {
      ...EMPTY,
      people: Array.from({ length: 999 }, () => ({ x: 0.5, y: 0.5 })),
      zonesNow: Array.from({ length: 999 }, () => 1),
      events: Array.from({ length: 999 }, () => ({
        kind: 'visit',
        zone: 1,
        fromMs: 1,
        toMs: 2,
        staff: false,
      })),
      heat: {
        columns: 16,
        rows: 9,
        floor: null,
        stays: Array.from({ length: 999 }, () => ({ cell: 3, ms: 50, isNew: false })),
      },
      look: { levels: Array.from({ length: 12 }, () => 7), sharpness: 15 },
    };
    const numbers = encodeTally(crowd);
    expect(numbers).toBeInstanceOf(Float64Array);
    expect(numbers.length).toBe(MAX_TALLY_LENGTH);
    expect(numbers.byteLength).toBeLessThan(24_000);
    expect(decodeTally(numbers).events.length).toBe(MAX_EVENTS);
  });

  test.each([
    { name: 'an empty row', numbers: [] },
    { name: 'another layout', numbers: [1, ...encodeTally(EMPTY).slice(1)] },
    { name: 'a row cut short', numbers: [...encodeTally(EMPTY).slice(0, -1)] },
    { name: 'a row with something behind it', numbers: [...encodeTally(EMPTY), 0] },
    { name: 'something that is no number', numbers: [...encodeTally({ ...EMPTY, atMs: NaN })] },
    {
      name: 'more people than there may be',
      numbers: [...encodeTally(EMPTY).slice(0, 14), 1e9, 0, 0, 0, 0, 0, 0],
    },
    {
      name: 'an unknown event',
      numbers: [...encodeTally(EMPTY).slice(0, 14), 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 9, 0, 0, 0, 0, 0],
    },
    {
      name: 'a look with more bits than there may be',
      numbers: [...encodeTally({ ...EMPTY, look: { levels: Array<number>(12).fill(8), sharpness: 0 } })],
    },
    {
      name: 'a look of fractions',
      numbers: [...encodeTally({ ...EMPTY, look: { levels: Array<number>(12).fill(1.5), sharpness: 0 } })],
    },
    {
      name: 'more stays than there may be',
      numbers: [
        ...encodeTally(EMPTY).slice(0, 17),
        2,
        2,
        0,
        0,
        0,
        MAX_HEAT_STAYS + 1,
        0,
        ...Array<number>(3 * (MAX_HEAT_STAYS + 1)).fill(0),
      ],
    },
  ])('$name is refused', ({ numbers }) => {
    expect(() => decodeTally(Float64Array.from(numbers))).toThrow();
  });
});
