import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  endTally,
  intervalsOf,
  manualCounts,
  MOST_INTERVALS,
  noteCrossing,
  noteTallyGap,
  openTally,
  pressKey,
  TALLY_INTERVAL_MS,
  undoPress,
} from '../../../src/core/accuracy-check/tally-session.ts';

const START = 1_700_000_000_000;
const minutes = (n: number): number => START + n * 60_000;

describe('a session', () => {
  test('puts presses and crossings into five minutes each', () => {
    const session = openTally(START);
    pressKey(session, 'in', minutes(1));
    pressKey(session, 'out', minutes(4.9));
    pressKey(session, 'in', minutes(12));
    noteCrossing(session, 'in', minutes(1));
    noteCrossing(session, 'in', minutes(5));
    endTally(session, minutes(14));
    expect(intervalsOf(session)).toEqual([
      { manualIn: 1, manualOut: 1, systemIn: 1, systemOut: 0 },
      { manualIn: 0, manualOut: 0, systemIn: 1, systemOut: 0 },
      { manualIn: 1, manualOut: 0, systemIn: 0, systemOut: 0 },
    ]);
  });

  test('does not tell what the system counted before it has ended', () => {
    const session = openTally(START);
    noteCrossing(session, 'in', minutes(1));
    pressKey(session, 'out', minutes(1));
    expect(manualCounts(session)).toEqual({ in: 0, out: 1 });
    expect(intervalsOf(session)).toEqual([]);
  });

  test('takes in a crossing from before its end that becomes known after it, and none from later', () => {
    const session = openTally(START);
    endTally(session, minutes(3));
    noteCrossing(session, 'out', minutes(2.99));
    noteCrossing(session, 'out', minutes(3));
    expect(pressKey(session, 'in', minutes(3))).toBe(false);
    expect(intervalsOf(session)).toEqual([{ manualIn: 0, manualOut: 0, systemIn: 0, systemOut: 1 }]);
  });

  test('counts nothing from before it began', () => {
    const session = openTally(START);
    noteCrossing(session, 'in', START - 1);
    endTally(session, minutes(1));
    expect(intervalsOf(session)).toEqual([]);
  });

  test('leaves out the five minutes in which the camera failed', () => {
    const session = openTally(START);
    for (const minute of [1, 6, 11]) pressKey(session, 'in', minutes(minute));
    noteTallyGap(session, minutes(7), minutes(7.1));
    noteTallyGap(session, minutes(12), minutes(12));
    endTally(session, minutes(15));
    expect(intervalsOf(session).map(({ manualIn }) => manualIn)).toEqual([1, 1]);
  });

  test('ends by itself after three hours', () => {
    const session = openTally(START);
    expect(pressKey(session, 'in', START + MOST_INTERVALS * TALLY_INTERVAL_MS - 1)).toBe(true);
    expect(pressKey(session, 'in', START + MOST_INTERVALS * TALLY_INTERVAL_MS)).toBe(false);
    endTally(session, minutes(1000));
    expect(intervalsOf(session)).toHaveLength(MOST_INTERVALS);
    expect(session.endedAtMs).toBe(START + MOST_INTERVALS * TALLY_INTERVAL_MS);
  });
});

describe('undo', () => {
  test('takes back the newest press where it was counted', () => {
    const session = openTally(START);
    pressKey(session, 'in', minutes(4));
    pressKey(session, 'out', minutes(6));
    expect(undoPress(session)).toBe('out');
    expect(undoPress(session)).toBe('in');
    expect(undoPress(session)).toBeNull();
    expect(manualCounts(session)).toEqual({ in: 0, out: 0 });
  });

  test('reaches back twenty presses, and not beyond the end of the session', () => {
    const session = openTally(START);
    for (let press = 0; press < 30; press++) pressKey(session, 'in', minutes(1));
    let undone = 0;
    while (undoPress(session) !== null) undone += 1;
    expect(undone).toBe(20);
    expect(manualCounts(session).in).toBe(10);
    endTally(session, minutes(2));
    pressKey(session, 'in', minutes(1));
    expect(undoPress(session)).toBeNull();
  });
});

test('every press and every crossing inside a session is counted once', () => {
  const event = fc.record({
    who: fc.constantFrom('person', 'system'),
    direction: fc.constantFrom('in' as const, 'out' as const),
    minute: fc.integer({ min: -500, max: 10_000 }).map((hundredth) => hundredth / 100),
  });
  fc.assert(
    fc.property(fc.array(event, { maxLength: 60 }), fc.integer({ min: 1, max: 90 }), (events, end) => {
      const session = openTally(START);
      for (const { who, direction, minute } of events) {
        if (minute >= end) continue;
        if (who === 'person') pressKey(session, direction, minutes(minute));
        else noteCrossing(session, direction, minutes(minute));
      }
      endTally(session, minutes(end));
      const inside = events.filter(({ minute }) => minute >= 0 && minute < end);
      const counted = intervalsOf(session).reduce(
        (sum, { manualIn, manualOut, systemIn, systemOut }) =>
          sum + manualIn + manualOut + systemIn + systemOut,
        0,
      );
      expect(counted).toBe(inside.length);
    }),
  );
});
