import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createHeatCounter } from '../../../src/core/counting/heat-counter.ts';
import { pictureHeatGrid } from '../../../src/core/counting/heat-grid.ts';
import { createSceneCounter } from '../../../src/core/counting/scene-counter.ts';
import type { ScenePoint } from '../../../src/core/geometry/point.ts';
import { stepOccupancy } from '../../../src/core/measures/store-occupancy.ts';
import { createPlacementWatch, MOST_TRAILS } from '../../../src/core/placement/placement-watch.ts';
import { createTracker } from '../../../src/core/tracking/tracker.ts';
import {
  ASPECT,
  aDetection,
  aLine,
  aScene,
  aZone,
  countExactly,
  countThroughTracker,
  framesAt,
  inAndOut,
  type Itinerary,
  walkThrough,
} from '../../builders/walkers.ts';

const frameRate = fc.integer({ min: 4, max: 30 });

/** People one body apart, each in a lane of their own, who all go over an upright line at x = 0.8 at once. */
const crowd = fc
  .array(fc.record({ fromLeft: fc.boolean(), lateMs: fc.integer({ min: 0, max: 4000 }) }), {
    minLength: 1,
    maxLength: 8,
  })
  .map((people) =>
    people.map(({ fromLeft, lateMs }, lane): { readonly fromLeft: boolean; readonly walk: Itinerary } => {
      // Nobody is seen exactly on an edge, where rounding would decide.
      const ends = [0.2963, 1.3037].map((x) => ({ x, y: 0.3 + 0.08 * lane }));
      return { fromLeft, walk: walkThrough(fromLeft ? ends : ends.toReversed(), 0.0973, lateMs) };
    }),
  );

const HEIGHT = 0.1;
const times = (fps: number): readonly number[] => framesAt(fps, 15_000);

test('everybody of a crowd that goes over a line at once counts, each in their own direction', () => {
  fc.assert(
    fc.property(crowd, frameRate, (people, fps) => {
      const scene = aScene({ lines: [aLine()] });
      const walks = people.map(({ walk }) => walk);
      const left = people.filter(({ fromLeft }) => fromLeft).length;
      const footage = { scene, walks, times: times(fps), height: HEIGHT };
      expect(inAndOut(countExactly(footage))).toEqual([people.length - left, left]);
      expect(inAndOut(countThroughTracker(footage))).toEqual([people.length - left, left]);
    }),
    { numRuns: 40 },
  );
});

test('a scene that is turned as a whole, and one that is seen from nearer, gives the same figures', () => {
  const turn = fc.integer({ min: 0, max: 359 }).map((degrees) => (degrees * Math.PI) / 180);
  const scale = fc.constantFrom(0.4, 0.7, 1, 1.6);
  fc.assert(
    fc.property(crowd, turn, scale, (people, angle, size) => {
      const moved = ({ x, y }: ScenePoint): ScenePoint => ({
        x: size * ((x - 0.8) * Math.cos(angle) - (y - 0.5) * Math.sin(angle)),
        y: size * ((x - 0.8) * Math.sin(angle) + (y - 0.5) * Math.cos(angle)),
      });
      const line = aLine();
      const zone = aZone();
      const turned = aScene({
        lines: [{ points: line.points.map(moved), inward: { x: -Math.cos(angle), y: -Math.sin(angle) } }],
        zones: [{ ...zone, polygon: zone.polygon.map(moved) }],
      });
      const walks = people.map(({ walk }) => walk);
      const turnedWalks = walks.map((walk) => walk.map(({ atMs, at }) => ({ atMs, at: moved(at) })));
      const figures = (...[scene, paths, height]: [typeof turned, readonly Itinerary[], number]): unknown =>
        countExactly({ scene, walks: paths, times: times(10), height }).map((event) =>
          event.kind === 'crossing'
            ? [event.line, event.direction, Math.round(event.atMs), event.startsParty]
            : [event.kind],
        );
      expect(figures(turned, turnedWalks, size * HEIGHT)).toEqual(
        figures(aScene({ lines: [line], zones: [zone] }), walks, HEIGHT),
      );
    }),
    { numRuns: 60 },
  );
});

test('in less out is the change of the unclamped occupancy', () => {
  fc.assert(
    fc.property(crowd, fc.integer({ min: 0, max: 5 }), (people, inStore) => {
      const walks = people.map(({ walk }) => walk);
      const events = countExactly({
        scene: aScene({ lines: [aLine()] }),
        walks,
        times: times(10),
        height: HEIGHT,
      });
      const state = { level: inStore, drift: 0 };
      for (const event of events) {
        if (event.kind === 'crossing') stepOccupancy(state, event.direction === 'in' ? 1 : -1);
      }
      const [entered, left] = inAndOut(events);
      expect(state.level - state.drift - inStore).toBe(entered - left);
      expect(state.level).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 60 },
  );
});

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

function bytesInUse(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

test('twenty thousand visitors leave nothing behind but the bounded trails of the advisor', () => {
  const scene = aScene({ lines: [aLine()], zones: [aZone()] });
  const tracker = createTracker(ASPECT);
  const counter = createSceneCounter(scene);
  const heat = createHeatCounter(pictureHeatGrid(ASPECT), scene);
  const watch = createPlacementWatch();
  let atMs = 0;
  let crossings = 0;
  const visit = (): void => {
    for (let step = 0; step < 9; step++) {
      atMs += 200;
      const detections = step < 6 ? [aDetection({ at: [1.15 - 0.12 * step, 0.6], height: 0.4 })] : [];
      const tracks = tracker.update(detections, atMs);
      crossings += counter.update(tracks, atMs).filter(({ kind }) => kind === 'crossing').length;
      heat.update(tracks, atMs);
      watch.update(tracks, atMs);
    }
    tracker.reset();
  };
  for (let visitor = 0; visitor < 1000; visitor++) visit();
  const before = bytesInUse();
  for (let visitor = 0; visitor < 20_000; visitor++) visit();
  const grown = bytesInUse() - before;
  expect(crossings).toBe(21_000);
  expect(watch.trails()).toHaveLength(MOST_TRAILS);
  expect(counter.zonesNow()).toEqual([0]);
  expect(tracker.update([], atMs + 200)).toEqual([]);
  expect(grown).toBeLessThan(500_000);
});
