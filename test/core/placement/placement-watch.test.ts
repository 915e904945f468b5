import { expect, test } from 'vitest';
import { viewLine } from '../../../src/core/placement/line-findings.ts';
import { createPlacementWatch, MOST_TRAILS } from '../../../src/core/placement/placement-watch.ts';
import { MOST_STEPS } from '../../../src/core/placement/trail.ts';
import { showPassers, trailsOf } from '../../builders/passers.ts';
import { aLine, aTrack, walkThrough } from '../../builders/walkers.ts';

const walk = walkThrough(
  [
    { x: 1.2, y: 0.5 },
    { x: 0.4, y: 0.5 },
  ],
  0.4,
);
const stand = [
  { atMs: 0, at: { x: 0.8, y: 0.5 } },
  { atMs: 1_800_000, at: { x: 0.8, y: 0.5 } },
];

test('remembers the newest trails and no more, however many people come', () => {
  const watch = createPlacementWatch();
  showPassers(
    watch,
    Array.from({ length: 3000 }, (_, index) => ({ walk, height: index < 2000 ? 0.1 : 0.2 })),
    5,
  );
  expect(watch.trails()).toHaveLength(MOST_TRAILS);
  expect(watch.trails().every((trail) => trail.every(({ height }) => height > 0.15))).toBe(true);
});

test('remembers no more of somebody who stays for half an hour', () => {
  const [trail] = trailsOf([{ walk: stand }], 5);
  expect(trail!.length).toBeLessThanOrEqual(MOST_STEPS + 1);
  expect(trail!.at(-1)?.atMs).toBe(1_800_000);
});

test('keeps of an ended trail places, sizes and times since it began: no id and no time of day', () => {
  const [trail] = trailsOf([{ walk }]);
  expect(trail!.length).toBeGreaterThan(5);
  for (const step of trail!) {
    expect(Object.keys(step).sort()).toEqual(['atMs', 'ground', 'height', 'sight', 'width']);
    expect(step.atMs).toBeLessThanOrEqual(2000);
  }
});

test('remembers nobody who was never believed, and nothing of the time after somebody was last seen', () => {
  const watch = createPlacementWatch();
  watch.update([aTrack({ at: [0.5, 0.5], atMs: 0, state: 'tentative' })], 0);
  watch.update([], 100);
  expect(watch.trails()).toEqual([]);
  const coasting = [1000, 2000, 3000].map((atMs) =>
    aTrack({ at: [0.5, 0.5], atMs, lastSeenAtMs: 1000, state: atMs === 1000 ? 'confirmed' : 'coasting' }),
  );
  coasting.forEach((track, index) => watch.update([track], 1000 * (index + 1)));
  watch.update([], 4000);
  expect(watch.trails().map((trail) => trail.map(({ sight }) => sight))).toEqual([['clear']]);
});

test('takes a gap for nobody’s end', () => {
  const watch = createPlacementWatch();
  watch.update([aTrack({ at: [0.8, 0.5], atMs: 0 })], 0);
  watch.interrupt();
  watch.update([], 100);
  expect(watch.trails()).toEqual([]);
});

test('forgets everything when told to', () => {
  const watch = createPlacementWatch();
  showPassers(watch, [{ walk }, { walk }]);
  expect(watch.trails()).toHaveLength(2);
  watch.clear();
  expect(watch.trails()).toEqual([]);
});

test.each([4, 10, 25])(
  'makes of people who walk over a line as many crossings, at %i frames a second',
  (fps) => {
    const passers = Array.from({ length: 12 }, () => ({ walk }));
    expect(viewLine(aLine(), trailsOf(passers, fps)).findings.crossings).toBe(12);
  },
);
