import { describe, expect, test } from 'vitest';
import { createSceneCounter } from '../../../src/core/counting/scene-counter.ts';
import type { Track } from '../../../src/core/tracking/track.ts';
import type { TrackSpec } from '../../builders/walkers.ts';
import {
  aLine,
  aScene,
  aTrack,
  countExactly,
  framesAt,
  inAndOut,
  walkThrough,
} from '../../builders/walkers.ts';
import type { Itinerary } from '../../builders/walkers.ts';

const scene = aScene({ lines: [aLine()] });

/** A walk at the height y = 0.5 through the given x, 0.2 picture heights a second. */
function along(...xs: readonly number[]): Itinerary {
  return walkThrough(
    xs.map((x) => ({ x, y: 0.5 })),
    0.2,
  );
}

/** Crossings of one perfect track, 10 frames a second. */
function cross(walk: Itinerary, jitter = 0): readonly [number, number] {
  return inAndOut(countExactly({ scene, walks: [walk], times: framesAt(10, 12_000), jitter }));
}

/** Counts tracks that are given one by one. */
function feed(specs: readonly (TrackSpec & { readonly gone?: boolean })[]): readonly [number, number] {
  const counter = createSceneCounter(scene);
  const events = specs.flatMap((spec) => {
    const tracks: readonly Track[] = spec.gone === true ? [] : [aTrack(spec)];
    return counter.update(tracks, spec.atMs);
  });
  return inAndOut([...events, ...counter.finish()]);
}

describe('a crossing', () => {
  test.each([
    { name: 'towards the in side is in', walk: along(1.1, 0.5), counted: [1, 0] },
    { name: 'the other way is out', walk: along(0.5, 1.1), counted: [0, 1] },
    { name: 'and back is both', walk: along(1.1, 0.5, 1.1), counted: [1, 1] },
    { name: 'to the line and back is none', walk: along(1.1, 0.8, 1.1), counted: [0, 0] },
    { name: 'a step over the line and back is none', walk: along(1.1, 0.78, 1.1), counted: [0, 0] },
    { name: 'that ends on the line is none', walk: along(1.1, 0.8), counted: [0, 0] },
    { name: 'that begins on the line is none', walk: along(0.8, 0.5), counted: [0, 0] },
  ])('$name', ({ walk, counted }) => {
    expect(cross(walk)).toEqual(counted);
  });

  test('is dated by the moment on the line, between frames', () => {
    const [event] = countExactly({ scene, walks: [along(1.11, 0.5)], times: framesAt(4, 4000) });
    expect(event).toMatchObject({ kind: 'crossing', line: 0, direction: 'in', staff: false });
    expect(event?.kind === 'crossing' && event.atMs).toBeCloseTo((0.31 / 0.2) * 1000, 6);
  });

  test('beyond the end of the line is none', () => {
    const below = walkThrough(
      [
        { x: 1.1, y: 0.95 },
        { x: 0.5, y: 0.95 },
      ],
      0.2,
    );
    expect(cross(below)).toEqual([0, 0]);
  });

  test('around the end of the line and back over it is one', () => {
    const around = walkThrough(
      [
        { x: 1.1, y: 0.95 },
        { x: 0.5, y: 0.95 },
        { x: 0.5, y: 0.5 },
        { x: 1.1, y: 0.5 },
      ],
      0.2,
    );
    expect(cross(around)).toEqual([0, 1]);
  });

  test.each([
    { name: 'through the bend of a polyline', y: 0.5 },
    { name: 'above it', y: 0.4 },
    { name: 'below it', y: 0.6 },
  ])('$name is one', ({ y }) => {
    const bent = aLine({
      points: [
        { x: 0.9, y: 0.1 },
        { x: 0.8, y: 0.5 },
        { x: 0.9, y: 0.9 },
      ],
    });
    const walks = [
      walkThrough(
        [
          { x: 1.2, y },
          { x: 0.5, y },
        ],
        0.2,
      ),
    ];
    const events = countExactly({ scene: aScene({ lines: [bent] }), walks, times: framesAt(10, 5000) });
    expect(inAndOut(events)).toEqual([1, 0]);
  });
});

describe('nothing is counted of', () => {
  test('somebody who stands on the line and is seen a little to either side', () => {
    expect(
      cross(
        [
          { atMs: 0, at: { x: 0.8, y: 0.5 } },
          { atMs: 12_000, at: { x: 0.8, y: 0.5 } },
        ],
        0.079,
      ),
    ).toEqual([0, 0]);
  });

  test('somebody who sways beside the line', () => {
    expect(cross(along(1.1, 0.81, 0.79, 0.81, 0.79, 0.81, 1.1))).toEqual([0, 0]);
  });

  test('a track born on the far side for one frame', () => {
    const later = [100, 200, 300, 400, 500, 600].map((atMs) => ({ at: [0.6, 0.5] as const, atMs }));
    expect(feed([{ at: [0.9, 0.5], atMs: 0 }, ...later])).toEqual([0, 0]);
  });

  test('a track that was never confirmed', () => {
    const frames = framesAt(10, 3000).map((atMs) => ({
      at: [1.1 - atMs / 5000, 0.5] as const,
      atMs,
      state: 'tentative' as const,
    }));
    expect(feed(frames)).toEqual([0, 0]);
  });

  test('a prediction: who is lost before the line and never seen again did not cross', () => {
    const frames = framesAt(10, 3000).map((atMs) => ({
      at: [1.1 - atMs / 5000, 0.5] as const,
      atMs,
      ...(atMs > 1400 ? { state: 'coasting' as const, lastSeenAtMs: 1400 } : {}),
    }));
    expect(feed([...frames, { at: [0, 0], atMs: 3100, gone: true }])).toEqual([0, 0]);
  });
});

describe('no crossing is lost of', () => {
  test('somebody who is hidden while on the line', () => {
    const frames = framesAt(10, 3000).map((atMs) => ({
      at: [1.1 - atMs / 5000, 0.5] as const,
      atMs,
      ...(atMs > 1000 && atMs < 2000 ? { state: 'coasting' as const, lastSeenAtMs: 1000 } : {}),
    }));
    expect(feed(frames)).toEqual([1, 0]);
  });

  test('somebody fast who comes into view close to the line', () => {
    const frames = [0.88, 0.84, 0.76, 0.7, 0.64, 0.58, 0.52].map((x, index) => ({
      at: [x, 0.5] as const,
      atMs: index * 100,
    }));
    expect(feed(frames)).toEqual([1, 0]);
  });

  test('somebody fast who leaves the view close behind the line', () => {
    const frames = [1.05, 1, 0.95, 0.9, 0.83, 0.77, 0.72].map((x, index) => ({
      at: [x, 0.5] as const,
      atMs: index * 100,
    }));
    expect(feed([...frames, { at: [0, 0], atMs: 700, gone: true }])).toEqual([1, 0]);
    expect(feed(frames)).toEqual([1, 0]);
  });
});

describe('a party', () => {
  const starts = (walks: readonly Itinerary[]): readonly boolean[] =>
    countExactly({ scene, walks, times: framesAt(10, 9000) }).flatMap((event) =>
      event.kind === 'crossing' ? [event.startsParty] : [],
    );
  const from = (y: number, fromMs: number, xs: readonly [number, number] = [1.1, 0.5]): Itinerary =>
    walkThrough(
      xs.map((x) => ({ x, y })),
      0.2,
      fromMs,
    );

  test.each([
    { name: 'two side by side are one', walks: [from(0.5, 0), from(0.55, 300)], counted: [true, false] },
    {
      name: 'three in a row are one',
      walks: [from(0.5, 0), from(0.5, 1500), from(0.5, 3000)],
      counted: [true, false, false],
    },
    { name: 'two far apart are two', walks: [from(0.3, 0), from(0.6, 300)], counted: [true, true] },
    { name: 'two with time between are two', walks: [from(0.5, 0), from(0.5, 2500)], counted: [true, true] },
    {
      name: 'two who pass each other are two',
      walks: [from(0.5, 0), from(0.55, 0, [0.5, 1.1])],
      counted: [true, true],
    },
  ])('$name', ({ walks, counted }) => {
    expect(starts(walks)).toEqual(counted);
  });
});
