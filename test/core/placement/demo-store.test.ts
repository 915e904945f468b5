import { expect, test } from 'vitest';
import { calibrateFloor } from '../../../src/core/calibration/floor-calibration.ts';
import { mapPoint } from '../../../src/core/calibration/plane-map.ts';
import { sceneOf } from '../../../src/core/counting/scene-from-site.ts';
import { distance, toImage } from '../../../src/core/geometry/point.ts';
import { findBetterPlace } from '../../../src/core/placement/better-place.ts';
import { viewLine } from '../../../src/core/placement/line-findings.ts';
import { createPlacementWatch } from '../../../src/core/placement/placement-watch.ts';
import { warnAboutLine } from '../../../src/core/placement/placement-warnings.ts';
import type { Trail } from '../../../src/core/placement/trail.ts';
import { demoCamera } from '../../../src/core/simulation/demo-camera.ts';
import { createDemoStore } from '../../../src/core/simulation/demo-store.ts';
import { DEMO_VIEW, DOOR, GLASS_X, QUEUE_SPOTS } from '../../../src/core/simulation/floor-plan.ts';
import { project } from '../../../src/core/simulation/pinhole.ts';
import { createTracker } from '../../../src/core/tracking/tracker.ts';

const NAMES = { camera: '', entrance: '', street: '', backShelf: '', sideShelf: '', queue: '', staff: '' };

/** Everybody in the picture of the demo store, through the tracker, five frames a second. */
function watchDemoStore(minutes: number): readonly Trail[] {
  const store = createDemoStore({ seed: 3 });
  const tracker = createTracker(DEMO_VIEW.aspect);
  const watch = createPlacementWatch();
  for (let atMs = 0; atMs <= minutes * 60_000; atMs += 200) {
    store.advanceTo(atMs);
    const detections = store.people().flatMap(({ position, heightM }) => {
      if (position.y < 1) return [];
      const foot = project(DEMO_VIEW, position, 0);
      if (foot.x < 0 || foot.x > DEMO_VIEW.aspect || foot.y < 0 || foot.y > 1) return [];
      const top = project(DEMO_VIEW, position, heightM).y;
      const half = 0.16 * (foot.y - top);
      return [{ box: { left: foot.x - half, top, right: foot.x + half, bottom: foot.y }, score: 0.8 }];
    });
    watch.update(tracker.update(detections, atMs), atMs);
  }
  return watch.trails();
}

const trails = watchDemoStore(20);
const pixelsPerHeight = 256;

test('the door line of the demo store is where it should be', () => {
  const [door] = sceneOf(
    { ...demoCamera({ firstId: 1, seed: 3, names: NAMES }), floor: null },
    DEMO_VIEW.aspect,
  ).lines;
  const { findings } = viewLine(door!, trails);
  expect(findings.crossings).toBeGreaterThanOrEqual(20);
  expect(warnAboutLine(findings, pixelsPerHeight).map(({ code }) => code)).toEqual([]);
  expect(findBetterPlace(door!, trails, DEMO_VIEW.aspect)).toBeNull();
});

test('a line through the queue of the demo store is warned of: people stand on it', () => {
  const second = QUEUE_SPOTS[1]!.at;
  const points = [-0.7, 0.7].map((off) => project(DEMO_VIEW, { x: second.x, y: second.y + off }, 0));
  const { findings } = viewLine({ points, inward: { x: 1, y: 0 } }, trails);
  expect(findings.people).toBeGreaterThanOrEqual(20);
  expect(warnAboutLine(findings, pixelsPerHeight).map(({ code }) => code)).toContain('people-stop-here');
});

test('the floor of the demo store is found from four places, and the door lies where the plan has it', () => {
  const places = [
    { x: -2.8, y: 4 },
    { x: 3.5, y: 4.5 },
    { x: 4.5, y: 9 },
    { x: -2.6, y: 9.2 },
  ];
  const pairs = places.map((floor) => ({
    image: toImage(project(DEMO_VIEW, floor, 0), DEMO_VIEW.aspect),
    floor,
  }));
  const result = calibrateFloor(pairs, DEMO_VIEW.aspect);
  if (!result.ok) throw new Error(result.problem.code);
  for (const y of [DOOR.near, DOOR.far]) {
    const jamb = { x: GLASS_X, y };
    const found = mapPoint(result.value.toFloor, project(DEMO_VIEW, jamb, 0));
    expect(found && distance(found, jamb)).toBeLessThan(1e-6);
  }
});
