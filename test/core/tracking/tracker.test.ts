import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Detection } from '../../../src/core/detection/detection.ts';
import { groundPoint } from '../../../src/core/geometry/box.ts';
import type { Track } from '../../../src/core/tracking/track.ts';
import { createTracker } from '../../../src/core/tracking/tracker.ts';
import { ASPECT, aDetection, framesAt, noiseFrom, placeOn, walkThrough } from '../../builders/walkers.ts';
import type { Itinerary, Standing } from '../../builders/walkers.ts';

/** Feeds walks to a tracker; `see` decides who is detected, and how. */
function follow(
  walks: readonly Itinerary[],
  times: readonly number[],
  see: (spec: Standing & { atMs: number; walker: number }) => Detection | null = aDetection,
): readonly (readonly Track[])[] {
  const tracker = createTracker(ASPECT);
  return times.map((atMs) => {
    const detections = walks.flatMap((walk, walker) => {
      const place = placeOn(walk, atMs);
      return (place && see({ at: [place.x, place.y], atMs, walker })) ?? [];
    });
    return tracker.update(detections, atMs);
  });
}

function idsOf(frames: readonly (readonly Track[])[]): readonly number[] {
  const believed = frames.flat().filter(({ state }) => state !== 'tentative');
  return [...new Set(believed.map(({ id }) => id))];
}

/** The id of the believed track that stands nearest to a place. */
function idAt(tracks: readonly Track[], x: number): number | undefined {
  const far = (track: Track): number => Math.abs(groundPoint(track.box).x - x);
  return tracks.filter(({ state }) => state !== 'tentative').sort((a, b) => far(a) - far(b))[0]?.id;
}

const across = walkThrough(
  [
    { x: 0.2, y: 0.6 },
    { x: 1.6, y: 0.6 },
  ],
  0.18,
);

describe('somebody who walks through the picture', () => {
  test.each([3, 5, 10, 25])('keeps one id at %i frames a second', (fps) => {
    const frames = follow([across], framesAt(fps, 7500));
    expect(idsOf(frames)).toHaveLength(1);
    expect(frames.at(-1)).toHaveLength(1);
  });

  test('is believed within 0.2 s at 10 frames a second, and stands where they are', () => {
    const frames = follow([across], framesAt(10, 3000));
    expect(frames[2]?.[0]?.state).toBe('confirmed');
    const last = frames.at(-1)?.[0];
    expect(last && groundPoint(last.box).x).toBeCloseTo(0.2 + 0.18 * 3, 2);
    expect(last?.bornAtMs).toBe(0);
    expect(last?.lastSeenAtMs).toBe(3000);
  });

  test('keeps the id through frames in which only a low score shows them', () => {
    const frames = follow([across], framesAt(10, 5000), ({ at, atMs }) =>
      aDetection({ at, score: atMs > 1000 && atMs < 3000 ? 0.3 : 0.8 }),
    );
    expect(idsOf(frames)).toHaveLength(1);
    expect(frames[20]?.[0]?.state).toBe('confirmed');
  });

  test('coasts while hidden for a second, and is the same person afterwards', () => {
    const frames = follow([across], framesAt(10, 5000), ({ at, atMs }) =>
      atMs > 2000 && atMs < 3000 ? null : aDetection({ at }),
    );
    expect(frames[25]?.[0]).toMatchObject({ state: 'coasting', lastSeenAtMs: 2000 });
    expect(idsOf(frames)).toHaveLength(1);
  });

  test('is the same person after two seconds behind a pillar: the path goes on', () => {
    const frames = follow([across], framesAt(10, 7000), ({ at, atMs }) =>
      atMs > 2000 && atMs < 4000 ? null : aDetection({ at }),
    );
    expect(idsOf(frames)).toHaveLength(1);
  });

  test('keeps their feet for half a second while something hides them', () => {
    const frames = follow([across], framesAt(10, 2500), ({ at, atMs }) => {
      const { box, score } = aDetection({ at });
      return { box: atMs > 2000 ? { ...box, bottom: box.bottom - 0.08 } : box, score };
    });
    const last = frames.at(-1)?.[0];
    expect(Math.abs((last ? groundPoint(last.box).y : 0) - 0.6)).toBeLessThan(0.02);
  });
});

describe('two people', () => {
  const left = walkThrough(
    [
      { x: 0.3, y: 0.6 },
      { x: 1.5, y: 0.62 },
    ],
    0.18,
  );
  const right = walkThrough(
    [
      { x: 1.5, y: 0.62 },
      { x: 0.3, y: 0.6 },
    ],
    0.18,
  );

  test.each([5, 10, 25])(
    'who cross, one hidden by the other, keep their ids at %i frames a second',
    (fps) => {
      const frames = follow([left, right], framesAt(fps, 6500), ({ at, atMs, walker }) => {
        const place = placeOn(left, atMs);
        const isHidden = walker === 1 && place !== null && Math.abs(place.x - at[0]) < 0.06;
        return isHidden ? null : aDetection({ at });
      });
      expect(idsOf(frames)).toHaveLength(2);
      expect(idAt(frames.at(-1) ?? [], 1.47)).toBe(idAt(frames[fps] ?? [], 0.3 + 0.18));
    },
  );

  test('side by side keep their ids', () => {
    const beside = walkThrough(
      [
        { x: 0.36, y: 0.61 },
        { x: 1.56, y: 0.63 },
      ],
      0.18,
    );
    const frames = follow([left, beside], framesAt(10, 6000));
    expect(idsOf(frames)).toHaveLength(2);
  });

  test('one after the other at the edge are two: who left does not come back as somebody else', () => {
    const out = walkThrough(
      [
        { x: 1, y: 0.6 },
        { x: 1.78, y: 0.6 },
      ],
      0.2,
    );
    const back = walkThrough(
      [
        { x: 1.76, y: 0.6 },
        { x: 1, y: 0.6 },
      ],
      0.2,
      out.at(-1)!.atMs + 800,
    );
    expect(idsOf(follow([out, back], framesAt(10, 7000)))).toHaveLength(2);
  });
});

describe('what is no person', () => {
  test('a flash in one frame is never believed', () => {
    const flash = [{ atMs: 500, at: { x: 0.5, y: 0.5 } }];
    expect(idsOf(follow([flash], framesAt(10, 2000)))).toEqual([]);
  });

  test('a second box on a clear person begins no track', () => {
    const tracker = createTracker(ASPECT);
    for (const atMs of framesAt(10, 2000)) {
      const tracks = tracker.update(
        [aDetection({ at: [0.5, 0.5] }), aDetection({ at: [0.515, 0.51], score: 0.6 })],
        atMs,
      );
      expect(tracks).toHaveLength(1);
    }
  });

  test('low scores alone begin no track', () => {
    const tracker = createTracker(ASPECT);
    for (const atMs of framesAt(10, 2000)) {
      expect(tracker.update([aDetection({ at: [0.5, 0.5], score: 0.35 })], atMs)).toEqual([]);
    }
  });

  test('boxes without a size are not looked at', () => {
    const tracker = createTracker(ASPECT);
    const flat = { box: { left: 0.5, top: 0.5, right: 0.5, bottom: 0.7 }, score: 0.9 };
    expect(tracker.update([flat], 0)).toEqual([]);
  });
});

describe('a run', () => {
  test('forgets everyone after a gap of more than two seconds', () => {
    const times = [...framesAt(10, 2000), 4100, 4200, 4300, 4400];
    const stand = [
      { atMs: 0, at: { x: 0.5, y: 0.5 } },
      { atMs: 9000, at: { x: 0.5, y: 0.5 } },
    ];
    const frames = follow([stand], times);
    expect(idsOf(frames)).toHaveLength(2);
    expect(frames[21]?.every(({ state }) => state === 'tentative')).toBe(true);
  });

  test('never gives an id twice, and remembers no more people than were here lately', () => {
    const visit = fc.record({
      beginMs: fc.integer({ min: 0, max: 20_000 }),
      y: fc.integer({ min: 30, max: 95 }).map((n) => n / 100),
      fromLeft: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(visit, { maxLength: 12 }), fc.integer({ min: 4, max: 20 }), (visits, fps) => {
        const walks = visits.map(({ beginMs, y, fromLeft }) => {
          const ends = [
            { x: 0.02, y },
            { x: ASPECT - 0.02, y },
          ];
          return walkThrough(fromLeft ? ends : ends.reverse(), 0.3, beginMs);
        });
        const times = framesAt(fps, 30_000);
        const frames = follow(walks, times);
        let highest = 0;
        let before = new Set<number>();
        for (const tracks of frames) {
          const now = new Set(tracks.map(({ id }) => id));
          expect(now.size).toBe(tracks.length);
          for (const id of now) if (!before.has(id)) expect(id).toBeGreaterThan(highest);
          highest = Math.max(highest, ...now);
          before = now;
        }
        expect(before.size).toBe(0);
      }),
      { numRuns: 30 },
    );
  });

  test('says the same of the mirrored picture, mirrored', () => {
    const noise = noiseFrom(3);
    const frames = framesAt(8, 6000).map((atMs) => {
      const at = placeOn(across, atMs);
      const there = at ? [aDetection({ at: [at.x + 0.005 * noise(), at.y + 0.005 * noise()] })] : [];
      return { atMs, detections: [...there, aDetection({ at: [1.2 - atMs / 8000, 0.8], score: 0.7 })] };
    });
    const one = createTracker(ASPECT);
    const other = createTracker(ASPECT);
    for (const { atMs, detections } of frames) {
      const mirrored = detections.map(({ box, score }) => ({
        score,
        box: { ...box, left: ASPECT - box.right, right: ASPECT - box.left },
      }));
      const seen = one.update(detections, atMs);
      const mirror = other.update(mirrored, atMs);
      expect(mirror.map(({ id, state }) => [id, state])).toEqual(seen.map(({ id, state }) => [id, state]));
      mirror.forEach(({ box }, index) => expect(ASPECT - box.right).toBeCloseTo(seen[index]!.box.left, 9));
    }
  });
});
