import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calibrateFloor } from '../../../src/core/calibration/floor-calibration.ts';
import { judgeMarks } from '../../../src/core/calibration/floor-marks.ts';
import { createHeatCounter, type HeatStay } from '../../../src/core/counting/heat-counter.ts';
import {
  cameraHeatGrid,
  floorHeatGrid,
  type HeatGrid,
  pictureHeatGrid,
} from '../../../src/core/counting/heat-grid.ts';
import { type FloorPoint, toScene } from '../../../src/core/geometry/point.ts';
import { aView, onAxes, pairsOf, seen, views } from '../../builders/floor-views.ts';
import { ASPECT, aScene, aTrack, aZone, framesAt, placeOn, walkThrough } from '../../builders/walkers.ts';

const view = aView();
const calibration = (() => {
  const result = calibrateFloor(pairsOf(view), view.camera.aspect);
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
})();
const outline: readonly FloorPoint[] = [
  { x: -2.5, y: 3 },
  { x: 2.5, y: 3 },
  { x: 2.5, y: 8 },
  { x: -2.5, y: 8 },
];

describe('a grid over the floor', () => {
  const grid = floorHeatGrid(calibration, outline);

  test('has cells of a square metre that begin at whole metres', () => {
    expect(grid).toMatchObject({ columns: 6, rows: 5, floor: { cellM: 1, xM: -3, yM: 3 } });
  });

  test.each([
    { name: 'the first', right: -2.1, ahead: 3.5, cell: 0 },
    { name: 'one in the middle', right: 0.2, ahead: 5.5, cell: 15 },
    { name: 'the last', right: 2.1, ahead: 7.5, cell: 29 },
    { name: 'none before it', right: 0, ahead: 2.8, cell: null },
    { name: 'none beside it', right: 3.1, ahead: 5, cell: null },
  ])('finds $name', ({ right, ahead, cell }) => {
    expect(grid.cellOf(seen(view, right, ahead))).toBe(cell);
  });

  test('finds none beyond the horizon', () => {
    expect(grid.cellOf({ x: 0.8, y: -3 })).toBeNull();
  });

  test('never has smaller cells, nor more of them than a record holds', () => {
    const side = fc.double({ min: 0.1, max: 500, noNaN: true });
    fc.assert(
      fc.property(side, side, (width, height) => {
        const corners = [onAxes(view, 0, 0), { x: width, y: 0 }, { x: width, y: height }];
        const { columns, rows, floor } = floorHeatGrid(calibration, corners);
        const cellM = floor!.cellM;
        expect(Number.isInteger(cellM)).toBe(true);
        expect(cellM).toBeGreaterThanOrEqual(1);
        expect(Math.max(columns, rows)).toBeLessThanOrEqual(64);
        expect(columns * cellM).toBeGreaterThanOrEqual(width * (1 - 1e-9));
        expect(rows * cellM).toBeGreaterThanOrEqual(height * (1 - 1e-9));
      }),
    );
  });
});

describe('a grid over the picture', () => {
  test.each([
    { aspect: 16 / 9, columns: 16 },
    { aspect: 4 / 3, columns: 12 },
    { aspect: 9 / 16, columns: 5 },
  ])('has nearly square cells, $columns columns for $aspect', ({ aspect, columns }) => {
    expect(pictureHeatGrid(aspect)).toMatchObject({ columns, rows: 9, floor: null });
  });

  test('holds every place in the picture and none outside of it', () => {
    const grid = pictureHeatGrid(ASPECT);
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (x, y) => {
          const cell = grid.cellOf({ x: x * ASPECT, y })!;
          expect(cell).toBeGreaterThanOrEqual(0);
          expect(cell).toBeLessThan(grid.columns * grid.rows);
        },
      ),
    );
    expect(grid.cellOf({ x: 0.5, y: 1.01 })).toBeNull();
    expect(grid.cellOf({ x: -0.01, y: 0.5 })).toBeNull();
  });
});

describe('the grid of a camera', () => {
  test('lies on the floor where that is calibrated, and holds the floor around the marks', () => {
    fc.assert(
      fc.property(views, (one) => {
        const marks = pairsOf(one);
        fc.pre(judgeMarks(marks).ok);
        const { aspect } = one.camera;
        const grid = cameraHeatGrid(aspect, marks);
        expect(grid.floor).not.toBeNull();
        expect(Math.max(grid.columns, grid.rows)).toBeLessThanOrEqual(64);
        const inPicture = marks.filter(({ image: { x, y } }) => Math.min(x, y) >= 0 && Math.max(x, y) <= 1);
        const cells = inPicture.map(({ image }) => grid.cellOf(toScene(image, aspect)));
        expect(cells).not.toContain(null);
      }),
    );
  });

  test('lies over the picture where nothing is known of the floor', () => {
    expect(cameraHeatGrid(ASPECT, null)).toMatchObject({ columns: 16, rows: 9, floor: null });
  });
});

describe('heat', () => {
  const grid = pictureHeatGrid(ASPECT);
  const cellAt = (x: number, y = 0.6): number => grid.cellOf({ x, y })!;
  const across = walkThrough(
    [
      { x: 0.1, y: 0.6 },
      { x: 1.6, y: 0.6 },
    ],
    0.2,
  );

  function warm(times: readonly number[], on: HeatGrid = grid, scene = aScene()): readonly HeatStay[] {
    const counter = createHeatCounter(on, scene);
    return times.flatMap((atMs) => {
      const place = placeOn(across, atMs);
      return counter.update(place ? [aTrack({ at: [place.x, place.y], atMs })] : [], atMs);
    });
  }

  test.each([4, 10, 25])('is all the time that somebody is in view, at %i frames a second', (fps) => {
    const times = framesAt(fps, 7500);
    const stays = warm(times);
    expect(stays.reduce((sum, { ms }) => sum + ms, 0)).toBeCloseTo(times.at(-1)!, 6);
    // A cell is 0.111 picture heights wide: 0.556 s at this speed.
    const middle = stays.filter(({ cell }) => cell === cellAt(0.8)).reduce((sum, { ms }) => sum + ms, 0);
    expect(Math.abs(middle - 555.6)).toBeLessThan(1000 / fps);
  });

  test('counts somebody once in each cell, however often they come back', () => {
    const counter = createHeatCounter(grid, aScene());
    const places = [0.5, 0.5, 0.7, 0.7, 0.5, 0.7, 0.5];
    const stays = places.flatMap((x, frame) =>
      counter.update([aTrack({ at: [x, 0.6], atMs: frame * 200 })], frame * 200),
    );
    expect(stays.filter(({ isNew }) => isNew).map(({ cell }) => cell)).toEqual([cellAt(0.5), cellAt(0.7)]);
  });

  test('leaves out staff, who began in their own zone', () => {
    const staff = aZone({
      kind: 'staff',
      polygon: [
        { x: 0, y: 0.4 },
        { x: 0.3, y: 0.4 },
        { x: 0.3, y: 0.8 },
        { x: 0, y: 0.8 },
      ],
    });
    expect(warm(framesAt(10, 7500), grid, aScene({ zones: [staff] }))).toEqual([]);
  });

  test('bridges a second without a sighting, and makes nothing up for more', () => {
    const without = (fromMs: number, toMs: number): number =>
      warm(framesAt(10, 7500).filter((atMs) => atMs <= fromMs || atMs >= toMs)).reduce(
        (sum, { ms }) => sum + ms,
        0,
      );
    expect(without(2000, 3000)).toBeCloseTo(7500, 6);
    expect(without(2000, 3100)).toBeCloseTo(6400, 6);
  });

  test('is nothing of predictions, of people not believed, and over a gap', () => {
    const counter = createHeatCounter(grid, aScene());
    const at = [0.5, 0.6] as const;
    const seenAt = (atMs: number, parts: object = {}): readonly HeatStay[] =>
      counter.update([aTrack({ at, atMs, ...parts })], atMs);
    expect(seenAt(0, { state: 'tentative' })).toEqual([]);
    expect(seenAt(100, { state: 'tentative' })).toEqual([]);
    expect(seenAt(200)).toEqual([{ cell: cellAt(0.5), ms: 200, isNew: true }]);
    expect(seenAt(300, { state: 'coasting', lastSeenAtMs: 200 })).toEqual([]);
    expect(seenAt(400)).toEqual([{ cell: cellAt(0.5), ms: 200, isNew: false }]);
    counter.interrupt();
    expect(seenAt(500)).toEqual([]);
  });

  test('does not show whose it is: the order of the tracks makes no difference', () => {
    const x = fc.double({ min: 0, max: 1.7, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(x, x), { maxLength: 6 }), (ways) => {
        const seenBy = (order: (list: readonly number[]) => readonly number[]): unknown => {
          const counter = createHeatCounter(grid, aScene());
          const people = order(ways.map((_, index) => index));
          const frame = (step: 0 | 1): readonly HeatStay[] =>
            counter.update(
              people.map((id) => aTrack({ id, at: [ways[id]![step], 0.6], atMs: step * 100 })),
              step * 100,
            );
          return [frame(0), frame(1)];
        };
        expect(seenBy((list) => list)).toEqual(seenBy((list) => list.toReversed()));
      }),
    );
  });

  test('outside of the grid is none', () => {
    const nowhere: HeatGrid = { columns: 1, rows: 1, floor: null, cellOf: () => null };
    expect(warm(framesAt(10, 7500), nowhere)).toEqual([]);
  });
});
