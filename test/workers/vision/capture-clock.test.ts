import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCaptureClock } from '../../../workers/vision/capture-clock.ts';

const NOON = Date.UTC(2026, 0, 5, 3);

describe('a source that knows when it began', () => {
  test("time is its start and the stream's own distance", () => {
    const clock = createCaptureClock(NOON, () => 0);
    expect(clock.read(7_000_000)).toEqual({ atMs: NOON, broken: false });
    expect(clock.read(7_100_000)).toEqual({ atMs: NOON + 100, broken: false });
  });

  test.each([
    { name: 'two seconds are linked', stepUs: 2_000_000, broken: false },
    { name: 'more are a gap', stepUs: 2_000_001, broken: true },
  ])('$name', ({ stepUs, broken }) => {
    const clock = createCaptureClock(NOON, () => 0);
    clock.read(0);
    expect(clock.read(stepUs)).toEqual({ atMs: NOON + stepUs / 1000, broken });
  });
});

describe('a live source', () => {
  test("the PC's clock dates the first frame, the stream spaces the rest", () => {
    let nowMs = NOON;
    const clock = createCaptureClock(null, () => nowMs);
    clock.read(1_000_000);
    nowMs += 130; // arrival jitters, capture does not
    expect(clock.read(1_100_000)).toEqual({ atMs: NOON + 100, broken: false });
  });

  test("a stream that drifts away from the PC's clock is set anew", () => {
    let nowMs = NOON;
    const clock = createCaptureClock(null, () => nowMs);
    clock.read(0);
    nowMs += 6000;
    expect(clock.read(100_000)).toEqual({ atMs: NOON + 6000, broken: true });
    nowMs += 100;
    expect(clock.read(200_000)).toEqual({ atMs: NOON + 6100, broken: false });
  });

  test('a stream that starts over goes on now', () => {
    let nowMs = NOON;
    const clock = createCaptureClock(null, () => nowMs);
    clock.read(90_000_000);
    nowMs += 1000;
    expect(clock.read(0)).toEqual({ atMs: NOON + 1000, broken: true });
  });
});

test("time never runs backwards, whatever the stream and the PC's clock say", () => {
  const step = fc.record({
    stampUs: fc.integer({ min: 0, max: 1e8 }),
    nowMs: fc.integer({ min: 0, max: 1e5 }),
  });
  fc.assert(
    fc.property(fc.option(fc.constant(NOON)), fc.array(step), (startsAtMs, steps) => {
      let nowMs = 0;
      const clock = createCaptureClock(startsAtMs, () => nowMs);
      let before = -Infinity;
      for (const { stampUs, nowMs: now } of steps) {
        nowMs = now;
        const { atMs } = clock.read(stampUs);
        expect(atMs).toBeGreaterThan(before);
        before = atMs;
      }
    }),
  );
});
