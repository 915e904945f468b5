import { describe, expect, test } from 'vitest';
import type { CountingEvent } from '../../../src/core/counting/counting-event.ts';
import { createSceneCounter } from '../../../src/core/counting/scene-counter.ts';
import type { Scene } from '../../../src/core/counting/scene.ts';
import { aScene, aTrack, aZone, framesAt } from '../../builders/walkers.ts';

const INSIDE = [0.8, 0.6] as const;
const OUTSIDE = [0.5, 0.6] as const;

/** Where one person is seen in each frame, 10 frames a second: `i` inside, `o` outside, `.` not seen, ` ` gone. */
function follow(pattern: string, scene: Scene = aScene({ zones: [aZone()] })): readonly CountingEvent[] {
  const counter = createSceneCounter(scene);
  let lastSeenAtMs = 0;
  const events = pattern.split('').flatMap((mark, index) => {
    const atMs = index * 100;
    if (mark === ' ') return counter.update([], atMs);
    if (mark !== '.') lastSeenAtMs = atMs;
    const at = mark === 'o' ? OUTSIDE : INSIDE;
    const state = mark === '.' ? 'coasting' : 'confirmed';
    return counter.update([aTrack({ at, atMs, lastSeenAtMs, state })], atMs);
  });
  return [...events, ...counter.finish()];
}

const visitsOf = (events: readonly CountingEvent[]): readonly (readonly [number, number])[] =>
  events.flatMap((event) =>
    event.kind === 'visit' ? [[Math.round(event.fromMs), Math.round(event.toMs)] as const] : [],
  );

const stayMsOf = (events: readonly CountingEvent[]): number =>
  events.reduce((sum, event) => sum + (event.kind === 'stay' ? event.toMs - event.fromMs : 0), 0);

// From (0.5, 0.6) to (0.8, 0.6) the zone's edge at x = 0.6 is passed after a third of the step, and after two on the way out.
describe('a visit', () => {
  test.each([
    {
      name: 'lasts from the first to the last moment inside',
      pattern: 'ooiiiiiooooooooooooo',
      visits: [[133, 667]],
    },
    {
      name: 'that began out of sight begins when first seen',
      pattern: 'iiiiioooooooooooooo',
      visits: [[0, 467]],
    },
    { name: 'shorter than 0.3 s is none', pattern: 'ooiioooooooooooooooo', visits: [] },
    { name: 'of just 0.3 s is one', pattern: 'ooiiiooooooooooooooo', visits: [[133, 467]] },
    {
      name: 'goes on after less than a second outside',
      pattern: 'oiiiiioooooooooiiiiooooooooooooo',
      visits: [[33, 1867]],
    },
    {
      name: 'ends after a second outside',
      pattern: 'oiiiiioooooooooooooiiiiiooooooooooooo',
      visits: [
        [33, 567],
        [1833, 2367],
      ],
    },
    { name: 'bridges a loss of a second', pattern: 'oiiiii.........iiiiooooooooooooo', visits: [[33, 1867]] },
    {
      name: 'ends with a longer loss, when last seen',
      pattern: 'oiiiii...........iiiiiiooooooooooooo',
      visits: [
        [33, 500],
        [1700, 2267],
      ],
    },
    { name: 'of a track that is gone ends when last seen', pattern: 'oiiiii...  ', visits: [[33, 500]] },
    { name: 'that is open at the end ends when last seen', pattern: 'oiiiii', visits: [[33, 500]] },
  ])('$name', ({ pattern, visits }) => {
    const events = follow(pattern);
    expect(visitsOf(events)).toEqual(visits);
    const dwellMs = visitsOf(events).reduce((sum, [fromMs, toMs]) => sum + toMs - fromMs, 0);
    expect(stayMsOf(events)).toBeCloseTo(dwellMs, -1);
  });

  test('of somebody who walks on unseen is not made of predictions', () => {
    expect(follow('oo.....')).toEqual([]);
  });

  test('is not counted while the track is not believed', () => {
    const counter = createSceneCounter(aScene({ zones: [aZone()] }));
    const events = framesAt(10, 1000).flatMap((atMs) =>
      counter.update([aTrack({ at: INSIDE, atMs, state: 'tentative' })], atMs),
    );
    expect([...events, ...counter.finish()]).toEqual([]);
  });

  test('follows the timing of its zone', () => {
    const patient = aZone({ timing: { enterMs: 1000, leaveMs: 300, bridgeMs: 200 } });
    const scene = aScene({ zones: [patient] });
    expect(visitsOf(follow('oiiiiiiiiooooooo', scene))).toEqual([]);
    expect(visitsOf(follow('oiiiiiiiiiiiiiooooiiiiiiiiiiiiii', scene))).toHaveLength(2);
  });
});

describe('the people in a zone now', () => {
  test('are those confirmed and inside', () => {
    const counter = createSceneCounter(aScene({ zones: [aZone(), aZone({ kind: 'queue' })] }));
    const at = (atMs: number, place: readonly [number, number]): readonly number[] => {
      counter.update([aTrack({ id: 1, at: place, atMs }), aTrack({ id: 2, at: OUTSIDE, atMs })], atMs);
      return counter.zonesNow();
    };
    expect(at(0, INSIDE)).toEqual([0, 0]);
    expect(at(200, INSIDE)).toEqual([0, 0]);
    expect(at(300, INSIDE)).toEqual([1, 1]);
    expect(at(400, OUTSIDE)).toEqual([0, 0]);
    expect(at(500, INSIDE)).toEqual([1, 1]);
  });
});

describe('staff', () => {
  const counterZone = aZone({
    kind: 'staff',
    polygon: [
      { x: 0.4, y: 0.5 },
      { x: 0.55, y: 0.5 },
      { x: 0.55, y: 0.7 },
      { x: 0.4, y: 0.7 },
    ],
  });

  test('are those who began in a staff zone: their figures are marked, and they are not in a zone now', () => {
    const scene = aScene({ zones: [aZone(), counterZone] });
    const events = follow('oooiiiiioooooooooooooo', scene);
    expect(events.length).toBeGreaterThan(0);
    expect(events.every(({ staff }) => staff)).toBe(true);
    expect(follow('iiiiiooooooooooooooiiiiiii', scene).some(({ staff }) => staff)).toBe(false);
  });

  test('have no visits to their own zone', () => {
    const events = follow('ooooooooooooooooo', aScene({ zones: [counterZone] }));
    expect(events).toEqual([]);
  });
});

describe('flow', () => {
  const left = aZone({
    polygon: [
      { x: 0.3, y: 0.4 },
      { x: 0.58, y: 0.4 },
      { x: 0.58, y: 0.8 },
      { x: 0.3, y: 0.8 },
    ],
  });

  test('goes from one confirmed visit to the next of the same person', () => {
    const events = follow('oooooooiiiiiiiiiiiiiiooooooo', aScene({ zones: [left, aZone()] }));
    const flows = events.flatMap((event) => (event.kind === 'flow' ? [[event.from, event.to]] : []));
    expect(flows).toEqual([
      [0, 1],
      [1, 0],
    ]);
  });

  test('is not made of a zone that was only passed', () => {
    const events = follow('oooooooiioooooooo', aScene({ zones: [left, aZone()] }));
    expect(events.filter(({ kind }) => kind === 'flow')).toEqual([]);
  });
});
