import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { NewShape, ShapeForm } from '../../../src/core/drawing/draft-shape.ts';
import { applyCommand } from '../../../src/core/drawing/drawing-command.ts';
import { hitTest } from '../../../src/core/drawing/hit-test.ts';
import { drawingOfPlan, drawnFloorZones, drawnPlan } from '../../../src/core/drawing/plan-drawing.ts';
import { faultOf, faultsIn } from '../../../src/core/drawing/shape-faults.ts';
import { planSheet } from '../../../src/core/drawing/sheet.ts';
import { snapPoint } from '../../../src/core/drawing/snap.ts';
import { parseSite } from '../../../src/core/site/parse-site.ts';
import { someMarks } from '../../builders/floor-views.ts';
import { aDraft, aDrawing } from '../../builders/drawing.ts';
import { aFloorZone, aSite } from '../../builders/site.ts';

const SIZE = { widthM: 12, depthM: 8.25 };
const SHEET = planSheet(SIZE);
const PLAN = {
  ...SIZE,
  fixtures: [{ left: 1, top: 2, right: 3, bottom: 2.5 }],
  outlines: [
    {
      points: [
        { x: 0, y: 4 },
        { x: 6, y: 4 },
      ],
      isClosed: false,
    },
    {
      points: [
        { x: 0, y: 0 },
        { x: 12, y: 0 },
        { x: 12, y: 8.25 },
      ],
      isClosed: true,
    },
  ],
};

const onPlan = (form: ShapeForm, points: readonly (readonly [number, number])[]): NewShape<'floor'> =>
  aDraft<'floor'>(form, points);
const shelf = onPlan('fixture', [
  [1, 2],
  [3, 2],
  [3, 2.5],
  [1, 2.5],
]);

describe('a plan that is drawn', () => {
  it('comes back as it was, with the zones on it', () => {
    const zone = aFloorZone({ id: 7 });
    const drawing = drawingOfPlan(PLAN, [zone]);
    expect(drawing.shapes.map(({ form }) => form)).toEqual(['wall', 'outline', 'fixture', 'zone']);
    expect(drawnPlan(drawing, SIZE)).toEqual(PLAN);
    expect(drawnFloorZones(drawing, [zone])).toEqual([zone]);
    expect(drawingOfPlan(null, []).shapes).toEqual([]);
  });

  it('is told by two corners of each rectangle, whichever they are', () => {
    const drawing = applyCommand(
      aDrawing<'floor'>(),
      {
        kind: 'add',
        shape: onPlan('fixture', [
          [3, 1],
          [1, 2.5],
        ]),
      },
      SHEET,
    );
    expect(drawnPlan(drawing, SIZE).fixtures).toEqual([{ left: 1, top: 1, right: 3, bottom: 2.5 }]);
  });

  it('stays within its size, and is taken by the settings where nothing is wrong with it', () => {
    const metres = fc.oneof(fc.double({ min: -2, max: 14, noNaN: true }), fc.integer({ min: -2, max: 14 }));
    const anyShape = fc.record({
      form: fc.constantFrom('fixture' as const, 'wall' as const, 'outline' as const),
      points: fc.array(fc.tuple(metres, metres), { minLength: 2, maxLength: 5 }),
    });
    fc.assert(
      fc.property(fc.array(anyShape, { maxLength: 6 }), (made) => {
        const drawing = made.reduce(
          (now, { form, points }) => applyCommand(now, { kind: 'add', shape: onPlan(form, points) }, SHEET),
          aDrawing<'floor'>(),
        );
        const shapes = drawing.shapes.filter((shape) => faultOf(shape, SHEET) === null);
        const floor = drawnPlan({ ...drawing, shapes }, SIZE);
        expect(parseSite({ ...aSite(), floor })).toMatchObject({ ok: true });
      }),
      { numRuns: 200 },
    );
  });

  it('says of a zone who counts it, keeps its times, and numbers a new series anew', () => {
    const timing = { ...aFloorZone().timing };
    const before = [aFloorZone({ id: 7, owner: 3, timing })];
    const drawing = drawingOfPlan(null, before);
    const again = applyCommand(
      drawing,
      { kind: 'describe', key: 0, as: { owner: 5, isNewSeries: true } },
      SHEET,
    );
    expect(drawnFloorZones(again, before)).toMatchObject([{ id: 0, owner: 5, timing }]);
  });

  it('lets zones lie out in the street, and nothing else', () => {
    const out = (form: 'zone' | 'wall'): NewShape<'floor'> =>
      onPlan(form, [
        [-3, 1],
        [2, 1],
        [2, 4],
      ]);
    const drawing = [out('zone'), out('wall')].reduce(
      (now, shape) => applyCommand(now, { kind: 'add', shape }, SHEET),
      aDrawing<'floor'>(),
    );
    expect(drawing.shapes.map(({ points }) => points[0]?.x)).toEqual([-3, 0]);
    const moved = applyCommand(drawing, { kind: 'move-shape', key: 0, by: { x: 0.5, y: 0 } }, SHEET);
    expect(moved.shapes[0]?.points[0]?.x).toBe(-2.5);
  });

  it('that was made smaller names what reaches beyond it', () => {
    const drawing = drawingOfPlan(PLAN, [aFloorZone({ polygon: someMarks().map(({ floor }) => floor) })]);
    expect(faultsIn(drawing, { sheet: SHEET, before: drawing })).toEqual([]);
    const sheet = planSheet({ widthM: 2, depthM: 8.25 });
    expect(faultsIn(drawing, { sheet, before: drawing })).toEqual([
      { key: 0, fault: 'off-sheet' },
      { key: 1, fault: 'off-sheet' },
      { key: 2, fault: 'off-sheet' },
    ]);
  });

  test.each([
    [
      'walls that cross themselves',
      onPlan('wall', [
        [0, 0],
        [4, 4],
        [4, 0],
        [0, 4],
      ]),
      null,
    ],
    [
      'a wall without length',
      onPlan('wall', [
        [1, 1],
        [1, 1],
      ]),
      'too-small',
    ],
    [
      'a shelf of a hand',
      onPlan('fixture', [
        [1, 1],
        [3, 1],
        [3, 1.005],
        [1, 1.005],
      ]),
      'too-small',
    ],
    [
      'a zone in which nobody can stand',
      onPlan('zone', [
        [1, 1],
        [1.2, 1],
        [1.2, 1.2],
      ]),
      'too-small',
    ],
  ])('with %s', (_, shape, fault) => {
    const [drawn] = aDrawing<'floor'>(shape).shapes;
    expect(drawn && faultOf(drawn, SHEET)).toBe(fault);
  });
});

describe('a grid of metres', () => {
  const snap = (at: { x: number; y: number }, grid: number, neighbours: { x: number; y: number }[] = []) =>
    snapPoint<'floor'>(at, {
      drawing: aDrawing<'floor'>(shelf),
      sheet: SHEET,
      reach: 0.15,
      grid,
      moved: { key: null, neighbours },
    });

  test.each([
    [0.5, { x: 5.3, y: 6.2 }, { at: { x: 5.5, y: 6 }, to: 'grid' }],
    [0.1, { x: 5.3333, y: 6.66 }, { at: { x: 5.3, y: 6.7 }, to: 'grid' }],
    [0, { x: 5.3, y: 6.2 }, { at: { x: 5.3, y: 6.2 }, to: null }],
  ])('of %s m draws a point to it, however far', (grid, at, snapped) => {
    expect(snap(at, grid)).toEqual(snapped);
  });

  it('gives way to a corner, and to a line with a neighbour, along which it counts', () => {
    expect(snap({ x: 2.9, y: 2.6 }, 0.5)).toEqual({ at: { x: 3, y: 2.5 }, to: 'point' });
    expect(snap({ x: 7.2, y: 6.2 }, 0.5, [{ x: 1, y: 6.13 }])).toEqual({
      at: { x: 7, y: 6.13 },
      to: 'level',
    });
    expect(snap({ x: 7.2, y: 6.2 }, 0.5, [{ x: 7.25, y: 1 }])).toEqual({
      at: { x: 7.25, y: 6 },
      to: 'upright',
    });
  });
});

describe('what lies under a finger on a plan', () => {
  const room = onPlan('outline', [
    [0, 0],
    [12, 0],
    [12, 8],
    [0, 8],
  ]);
  const area = onPlan('zone', [
    [0.5, 1.5],
    [5, 1.5],
    [5, 6],
    [0.5, 6],
  ]);
  const wall = onPlan('wall', [
    [0, 2.05],
    [6, 2.05],
  ]);
  const drawing = aDrawing<'floor'>(room, shelf, wall, area);
  const hit = (x: number, y: number, selected: number | null = null) =>
    hitTest(drawing, { x, y }, { sheet: SHEET, reach: 0.5, selected });

  it('is a narrow shelf as a whole, though a wall and a zone lie over it', () => {
    expect(hit(2, 2.25)).toEqual({ kind: 'inside', key: 1 });
    expect(hit(2, 2.25, 1)).toEqual({ kind: 'inside', key: 1 });
  });

  it('is a corner or an edge of the shelf once it is selected, near to it or from outside', () => {
    expect(hit(3.05, 2.55, 1)).toEqual({ kind: 'point', key: 1, index: 2 });
    expect(hit(2, 2.45, 1)).toEqual({ kind: 'edge', key: 1, index: 2 });
  });

  it('is the smallest area around, and never the room', () => {
    expect(hit(3, 4)).toEqual({ kind: 'inside', key: 3 });
    expect(hit(9, 4)).toBeNull();
    expect(hit(9, 0.1)).toMatchObject({ kind: 'edge', key: 0 });
  });
});
