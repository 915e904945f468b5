import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SceneLine } from '../../../src/core/counting/scene.ts';
import type { ScenePoint } from '../../../src/core/geometry/point.ts';
import type { Footage, Itinerary } from '../../builders/walkers.ts';
import {
  ASPECT,
  aLine,
  aScene,
  aZone,
  countExactly,
  countThroughTracker,
  framesAt,
  inAndOut,
  walkThrough,
} from '../../builders/walkers.ts';

const turns = fc.integer({ min: 0, max: 71 }).map((n) => (n * Math.PI) / 36);
const frameRate = fc.constantFrom(4, 5, 7, 10, 15, 25);
const seed = fc.integer({ min: 1, max: 1_000_000 });

/** Frame times whose distances vary by ±40 % about those of a rate. */
const irregular = (fps: number, untilMs: number): fc.Arbitrary<readonly number[]> =>
  fc
    .array(fc.integer({ min: 60, max: 140 }), {
      minLength: Math.ceil((untilMs * fps) / 600),
      maxLength: Math.ceil((untilMs * fps) / 600),
    })
    .map((steps) => {
      let atMs = 0;
      return steps.map((percent) => (atMs += (10 * percent) / fps)).filter((time) => time <= untilMs);
    });

const CENTRE: ScenePoint = { x: ASPECT / 2, y: 0.6 };

/** A point given along and across a line through the centre that is turned by `angle`. */
function turned(angle: number, along: number, across: number): ScenePoint {
  return {
    x: CENTRE.x + along * Math.cos(angle) - across * Math.sin(angle),
    y: CENTRE.y + along * Math.sin(angle) + across * Math.cos(angle),
  };
}

/** A line through the centre, five heights long; in is where `across` is positive. */
function turnedLine(angle: number, height: number): SceneLine {
  const inward = { x: -Math.sin(angle), y: Math.cos(angle) };
  return aLine({ points: [turned(angle, -2.5 * height, 0), turned(angle, 2.5 * height, 0)], inward });
}

/** Somebody who goes over the line `times` times, 1.3 heights to either side, at 0.8 heights a second. */
function zigzag(angle: number, height: number, times: number): Itinerary {
  const corners = Array.from({ length: times + 1 }, (_, index) => {
    const across = index % 2 === 0 ? -1.3 : 1.3;
    return turned(angle, (index - times / 2) * 0.4 * height, across * height);
  });
  return walkThrough(corners, 0.8 * height);
}

const scripted = fc
  .record({
    angle: turns,
    height: fc.constantFrom(0.05, 0.1, 0.2),
    crossings: fc.integer({ min: 1, max: 4 }),
    fps: frameRate,
  })
  .chain((script) => {
    const walk = zigzag(script.angle, script.height, script.crossings);
    const untilMs = (walk.at(-1)?.atMs ?? 0) + 600;
    return irregular(script.fps, untilMs).map((times) => ({ ...script, walk, times }));
  });

const expected = (times: number): readonly [number, number] => [Math.ceil(times / 2), Math.floor(times / 2)];

test('n crossings are n, at any angle, scale and frame rate from 4 a second', () => {
  fc.assert(
    fc.property(scripted, ({ angle, height, crossings, walk, times }) => {
      const scene = aScene({ lines: [turnedLine(angle, height)] });
      expect(inAndOut(countExactly({ scene, walks: [walk], times, height }))).toEqual(expected(crossings));
    }),
    { numRuns: 200 },
  );
});

test('n crossings are n through the tracker too, with boxes that shake', () => {
  fc.assert(
    fc.property(scripted, seed, ({ angle, height, crossings, walk, times }, noise) => {
      const scene = aScene({ lines: [turnedLine(angle, height)] });
      const footage: Footage = { scene, walks: [walk], times, height, jitter: 0.03, seed: noise };
      expect(inAndOut(countThroughTracker(footage))).toEqual(expected(crossings));
    }),
    { numRuns: 100 },
  );
});

const standing = fc.record({
  angle: turns,
  fps: frameRate,
  noise: seed,
  off: fc.constantFrom(-0.02, 0, 0.02),
});

test('standing on the line counts nothing, however the box shakes', () => {
  fc.assert(
    fc.property(standing, ({ angle, fps, noise, off }) => {
      const height = 0.2;
      const at = turned(angle, 0, off * height);
      const walks = [
        [
          { atMs: 0, at },
          { atMs: 20_000, at },
        ],
      ];
      const scene = aScene({ lines: [turnedLine(angle, height)] });
      const footage = { scene, walks, times: framesAt(fps, 20_000), height, seed: noise };
      expect(inAndOut(countExactly({ ...footage, jitter: 0.04 }))).toEqual([0, 0]);
      expect(inAndOut(countThroughTracker({ ...footage, jitter: 0.06 }))).toEqual([0, 0]);
    }),
    { numRuns: 60 },
  );
});

const visitor = fc
  .record({
    beginMs: fc.integer({ min: 0, max: 6000 }),
    corners: fc.array(
      fc.record({ x: fc.integer({ min: 20, max: 155 }), y: fc.integer({ min: 35, max: 95 }) }),
      { minLength: 2, maxLength: 5 },
    ),
  })
  .map(({ beginMs, corners }) =>
    walkThrough(
      corners.map(({ x, y }) => ({ x: x / 100, y: y / 100 })),
      0.2,
      beginMs,
    ),
  );

const line = aLine({
  points: [
    { x: 0.8, y: 0 },
    { x: 0.8, y: 1 },
  ],
});
const times = framesAt(10, 16_000);

test('in less out is the change of who is on the in side, for people who begin and end well off the line', () => {
  fc.assert(
    fc.property(fc.array(visitor, { maxLength: 5 }), (walks) => {
      const settled = walks.filter((walk) =>
        [walk[0], walk.at(-1)].every((end) => end !== undefined && Math.abs(end.at.x - 0.8) > 0.15),
      );
      const whole = settled.filter((walk) => (walk.at(-1)?.atMs ?? 0) < 16_000);
      const isIn = (place: ScenePoint | undefined): number => (place !== undefined && place.x < 0.8 ? 1 : 0);
      const change = whole.reduce((sum, walk) => sum + isIn(walk.at(-1)?.at) - isIn(walk[0]?.at), 0);
      const [entered, left] = inAndOut(
        countExactly({ scene: aScene({ lines: [line] }), walks: whole, times }),
      );
      expect(entered - left).toBe(change);
    }),
    { numRuns: 100 },
  );
});

test('turning the in side round swaps in and out, and leaves everything else', () => {
  fc.assert(
    fc.property(fc.array(visitor, { maxLength: 4 }), (walks) => {
      const flipped = { ...line, inward: { x: 1, y: 0 } };
      const [entered, left] = inAndOut(
        countThroughTracker({ scene: aScene({ lines: [line] }), walks, times }),
      );
      expect(inAndOut(countThroughTracker({ scene: aScene({ lines: [flipped] }), walks, times }))).toEqual([
        left,
        entered,
      ]);
    }),
    { numRuns: 30 },
  );
});

test('a mirrored picture with a mirrored scene gives the same figures', () => {
  const mirror = ({ x, y }: ScenePoint): ScenePoint => ({ x: ASPECT - x, y });
  const scene = aScene({ lines: [line], zones: [aZone()] });
  const mirrored = aScene({
    lines: [{ points: line.points.map(mirror), inward: { x: 1, y: 0 } }],
    zones: [aZone({ polygon: aZone().polygon.map(mirror) })],
  });
  fc.assert(
    fc.property(fc.array(visitor, { maxLength: 4 }), (walks) => {
      const mirroredWalks = walks.map((walk) => walk.map(({ atMs, at }) => ({ atMs, at: mirror(at) })));
      const figures = (footage: Footage): unknown =>
        countThroughTracker(footage).map((event) => {
          const at = event.kind === 'crossing' || event.kind === 'flow' ? event.atMs : event.toMs;
          return [event.kind, event.kind === 'crossing' ? event.direction : '', Math.round(at)];
        });
      expect(figures({ scene: mirrored, walks: mirroredWalks, times })).toEqual(
        figures({ scene, walks, times }),
      );
    }),
    { numRuns: 30 },
  );
});

test('person-seconds are the sum of the dwell of visits', () => {
  const scene = aScene({ zones: [aZone()] });
  fc.assert(
    fc.property(fc.array(visitor, { maxLength: 4 }), frameRate, (walks, fps) => {
      const events = countThroughTracker({ scene, walks, times: framesAt(fps, 16_000) });
      const sum = (kind: 'stay' | 'visit'): number =>
        events.reduce((total, event) => total + (event.kind === kind ? event.toMs - event.fromMs : 0), 0);
      expect(sum('stay')).toBeCloseTo(sum('visit'), 6);
    }),
    { numRuns: 40 },
  );
});
