import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calibrateFloor, type FloorCalibration } from '../../../src/core/calibration/floor-calibration.ts';
import { zoneInScene, zonesOwnedBy } from '../../../src/core/calibration/floor-zone.ts';
import { mapLine, mapPolygon, mapPolyline } from '../../../src/core/calibration/map-shape.ts';
import { expectedHeight, metresPerUnit } from '../../../src/core/calibration/person-height.ts';
import { mapPoint, mapVelocity } from '../../../src/core/calibration/plane-map.ts';
import { distance, type ScenePoint } from '../../../src/core/geometry/point.ts';
import { contains } from '../../../src/core/geometry/polygon.ts';
import { distanceToSegment, turn } from '../../../src/core/geometry/segment.ts';
import { project } from '../../../src/core/simulation/pinhole.ts';
import { aimOf, aView, type FloorView, onAxes, pairsOf, seen, views } from '../../builders/floor-views.ts';

function calibrationOf(view: FloorView): FloorCalibration {
  const result = calibrateFloor(pairsOf(view, 6), view.camera.aspect);
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

const share = fc.double({ min: 0.05, max: 0.95, noNaN: true });
const around = fc.double({ min: -1, max: 1, noNaN: true });
const spot = fc.tuple(around, around);

/** A place in reach of the marked ones. */
function near(view: FloorView, [x, y]: readonly [number, number]): readonly [number, number] {
  const reach = 0.3 * Math.hypot(aimOf(view), view.camera.heightM);
  return [x * reach, aimOf(view) + y * reach];
}

describe('lines', () => {
  test('stay straight: what lies on a segment in the picture lies on it on the floor', () => {
    fc.assert(
      fc.property(views, fc.tuple(spot, spot), share, (view, [one, other], part) => {
        const { toFloor } = calibrationOf(view);
        const [a, b] = [seen(view, ...near(view, one)), seen(view, ...near(view, other))];
        const between = { x: a.x + part * (b.x - a.x), y: a.y + part * (b.y - a.y) };
        const line = mapPolyline(toFloor, [a, b])!;
        const point = mapPoint(toFloor, between)!;
        expect(distanceToSegment(point, line[0]!, line[1]!)).toBeLessThan(1e-6);
      }),
      { numRuns: 100 },
    );
  });

  test('keep their in side, there and back, whichever way the axes turn', () => {
    fc.assert(
      fc.property(views, fc.tuple(spot, spot, spot), (view, places) => {
        const { toFloor, toScene } = calibrationOf(view);
        const points = places.map((place) => seen(view, ...near(view, place)));
        const [a, b, c] = [points[0]!, points[1]!, points[2]!];
        const size = distance(a, b);
        fc.pre(size > 0.02 && Math.abs(turn(a, b, c)) > 0.02 * size);
        // The third place is on the in side of the line through the first two.
        const side = Math.sign(turn(a, b, c)) / size;
        const inward = { x: -(b.y - a.y) * side, y: (b.x - a.x) * side };
        const line = mapLine(toFloor, { points: [a, b], inward })!;
        const [from, to] = [line.points[0]!, line.points[1]!];
        const place = mapPoint(toFloor, c)!;
        const ahead = { x: from.x + line.inward.x, y: from.y + line.inward.y };
        expect(turn(from, to, ahead) > 0).toBe(turn(from, to, place) > 0);
        const back = mapLine(toScene, line)!;
        const backAhead = { x: a.x + back.inward.x, y: a.y + back.inward.y };
        expect(turn(a, b, backAhead) > 0).toBe(turn(a, b, c) > 0);
      }),
      { numRuns: 60 },
    );
  });

  test('with a bend have one in side for all segments', () => {
    const view = aView();
    const points = [
      [-1.5, 5],
      [0, 5.6],
      [1.5, 5],
    ].map(([right, ahead]) => seen(view, right!, ahead!));
    const line = mapLine(calibrationOf(view).toFloor, { points, inward: { x: 0, y: 1 } })!;
    line.points.slice(1).forEach((b, index) => {
      const a = line.points[index]!;
      // Towards the camera is in: on the floor that is where y falls.
      expect(turn(a, b, { x: a.x + line.inward.x, y: a.y + line.inward.y })).toBeLessThan(0);
    });
    expect(line.inward.y).toBeLessThan(0);
  });

  test('beyond the horizon are none', () => {
    const { toFloor } = calibrationOf(aView());
    const points = [
      { x: 0.5, y: -3 },
      { x: 0.8, y: 0.7 },
    ];
    expect(mapPolyline(toFloor, points)).toBeNull();
    expect(mapLine(toFloor, { points, inward: { x: 1, y: 0 } })).toBeNull();
  });
});

describe('zones', () => {
  test('hold the same places on both planes', () => {
    const corners = fc.array(spot, { minLength: 3, maxLength: 7 });
    fc.assert(
      fc.property(views, corners, spot, (view, places, place) => {
        const { toFloor } = calibrationOf(view);
        const polygon = places.map((corner) => seen(view, ...near(view, corner)));
        const at = seen(view, ...near(view, place));
        const edge = Math.min(...polygon.map((b, index) => distanceToSegment(at, polygon.at(index - 1)!, b)));
        fc.pre(edge > 1e-6);
        expect(contains(mapPolygon(toFloor, polygon), mapPoint(toFloor, at)!)).toBe(contains(polygon, at));
      }),
      { numRuns: 200 },
    );
  });

  test('that reach beyond the horizon are cut where the floor is no longer trusted', () => {
    const view = aView({ camera: { ...aView().camera, tiltRad: 0.25 } });
    const { toFloor } = calibrationOf(view);
    const polygon: ScenePoint[] = [
      { x: 0.5, y: 0.1 },
      { x: 1.2, y: 0.1 },
      { x: 1.2, y: 0.9 },
      { x: 0.5, y: 0.9 },
    ];
    const floor = mapPolygon(toFloor, polygon);
    expect(floor).toHaveLength(4);
    expect(contains(floor, mapPoint(toFloor, { x: 0.8, y: 0.6 })!)).toBe(true);
    expect(
      mapPolygon(
        toFloor,
        polygon.map(({ x, y }) => ({ x, y: y - 2 })),
      ),
    ).toEqual([]);
  });

  test('drawn on the floor are counted by their owner alone, as it sees them', () => {
    const view = aView();
    const polygon = [onAxes(view, -1, 4), onAxes(view, 1, 4), onAxes(view, 1, 6), onAxes(view, -1, 6)];
    const zones = [
      { id: 1, owner: 10, polygon },
      { id: 2, owner: 20, polygon },
      { id: 3, owner: 10, polygon },
    ];
    expect(zonesOwnedBy(10, zones).map(({ id }) => id)).toEqual([1, 3]);
    expect(zonesOwnedBy(30, zones)).toEqual([]);
    const counted = [10, 20, 30].flatMap((camera) => zonesOwnedBy(camera, zones));
    expect(counted.map(({ id }) => id).sort()).toEqual([1, 2, 3]);
    const picture = zoneInScene(zones[0]!, calibrationOf(view));
    expect(contains(picture, seen(view, 0.9, 5))).toBe(true);
    expect(contains(picture, seen(view, 1.1, 5))).toBe(false);
  });
});

describe('speeds', () => {
  test('are those of a short step, there and back', () => {
    fc.assert(
      fc.property(views, spot, fc.double({ min: 0, max: 6.28, noNaN: true }), (view, place, heading) => {
        const { toFloor, toScene } = calibrationOf(view);
        const [right, ahead] = near(view, place);
        // A walk of 1.2 m/s, over a ten-thousandth of a second each way.
        const [dx, dy] = [1.2 * Math.cos(heading), 1.2 * Math.sin(heading)];
        const from = seen(view, right - 1e-4 * dx, ahead - 1e-4 * dy);
        const to = seen(view, right + 1e-4 * dx, ahead + 1e-4 * dy);
        const inPicture = { x: (to.x - from.x) / 2e-4, y: (to.y - from.y) / 2e-4 };
        const onFloor = mapVelocity(toFloor, seen(view, right, ahead), inPicture)!;
        expect(Math.hypot(onFloor.x, onFloor.y)).toBeCloseTo(1.2, 4);
        const back = mapVelocity(toScene, onAxes(view, right, ahead), onFloor)!;
        expect(Math.hypot(back.x - inPicture.x, back.y - inPicture.y)).toBeLessThan(1e-6);
      }),
      { numRuns: 100 },
    );
  });

  test('beyond the horizon are unknown', () => {
    const { toFloor } = calibrationOf(aView());
    expect(mapVelocity(toFloor, { x: 0.8, y: -3 }, { x: 1, y: 0 })).toBeNull();
  });
});

describe('the height of a person', () => {
  test('comes from the true scale across the view', () => {
    fc.assert(
      fc.property(views, spot, (view, place) => {
        const [right, ahead] = near(view, place);
        const at = seen(view, right, ahead);
        const across = distance(seen(view, right + 0.01, ahead), at) * 100;
        expect(metresPerUnit(calibrationOf(view).toFloor, at)).toBeCloseTo(1 / across, 4);
      }),
      { numRuns: 100 },
    );
  });

  test.each([
    { tiltRad: 0.15, within: 0.08 },
    { tiltRad: 0.35, within: 0.16 },
    { tiltRad: 0.6, within: 0.26 },
  ])('of 1.7 m is told within $within where the camera looks down by $tiltRad', ({ tiltRad, within }) => {
    const view = aView({ camera: { ...aView().camera, tiltRad } });
    const { toFloor } = calibrationOf(view);
    for (const ahead of [4, 6, 9]) {
      const feet = seen(view, 0.3, ahead);
      const head = project(view.camera, { x: 0.3, y: ahead }, 1.7);
      const range = expectedHeight(toFloor, feet)!;
      const expected = (range.least / 1.4) * 1.7;
      expect(Math.abs(distance(feet, head) / expected - 1)).toBeLessThan(within);
      expect(range.most).toBeGreaterThan(range.least);
    }
  });

  test('is unknown beyond the horizon', () => {
    expect(expectedHeight(calibrationOf(aView()).toFloor, { x: 0.8, y: -3 })).toBeNull();
  });
});
