import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { drawingOf, sceneOfDrawing } from '../../../src/core/drawing/scene-drawing.ts';
import { applyCommand, type DrawingCommand } from '../../../src/core/drawing/drawing-command.ts';
import type { Drawing } from '../../../src/core/drawing/draft-shape.ts';
import { faultOf } from '../../../src/core/drawing/shape-faults.ts';
import { pictureSheet } from '../../../src/core/drawing/sheet.ts';
import { parseSite } from '../../../src/core/site/parse-site.ts';
import { aDraft, aDrawing, anyCommand } from '../../builders/drawing.ts';
import { aCamera, aLine, aSite, aZone } from '../../builders/site.ts';

const SHEET = pictureSheet(16 / 9);
const NOTHING: Drawing<'image'> = { shapes: [], nextKey: 0 };

const after = (
  drawing: Drawing<'image'>,
  ...commands: readonly DrawingCommand<'image'>[]
): Drawing<'image'> => commands.reduce((now, command) => applyCommand(now, command, SHEET), drawing);

describe('a drawing', () => {
  it('keeps every point on the sheet, whatever is done to it', () => {
    fc.assert(
      fc.property(fc.array(anyCommand, { maxLength: 30 }), (commands) => {
        for (const { points } of after(NOTHING, ...commands).shapes) {
          for (const { x, y } of points) {
            expect(x >= 0 && x <= 1 && y >= 0 && y <= 1).toBe(true);
          }
        }
      }),
    );
  });

  it('that has no fault is taken by the settings', () => {
    let accepted = 0;
    fc.assert(
      fc.property(fc.array(anyCommand, { minLength: 1, maxLength: 12 }), (commands) => {
        const drawn = after(NOTHING, ...commands);
        const shapes = drawn.shapes.filter((shape) => faultOf(shape, SHEET) === null);
        accepted += shapes.length;
        const scene = sceneOfDrawing({ ...drawn, shapes }, { lines: [], zones: [], masks: [], region: null });
        let id = 10;
        const number = <T extends { readonly id: number }>(entity: T): T => ({ ...entity, id: id++ });
        const camera = {
          ...aCamera(),
          ...scene,
          lines: scene.lines.map(number),
          zones: scene.zones.map(number),
        };
        expect(parseSite({ ...aSite(), cameras: [camera], floorZones: [], nextId: 100 })).toMatchObject({
          ok: true,
        });
      }),
      { numRuns: 300 },
    );
    expect(accepted).toBeGreaterThan(50);
  });

  it('comes back from a camera as it was', () => {
    const region = { left: 0.1, top: 0.2, right: 0.9, bottom: 1 };
    const mask = aZone().polygon;
    const camera = aCamera({ lines: [aLine()], zones: [aZone()], masks: [mask], region });
    const { lines, zones, masks } = camera;
    expect(sceneOfDrawing(drawingOf(camera), camera)).toEqual({ lines, zones, masks, region });
  });

  it('gives what is new, or begins a new series, no number', () => {
    const camera = aCamera({ lines: [aLine()], zones: [aZone()] });
    const drawn = after(
      drawingOf(camera),
      { kind: 'describe', key: 0, as: { isNewSeries: true } },
      {
        kind: 'add',
        shape: aDraft('line', [
          [0.2, 0.2],
          [0.8, 0.2],
        ]),
      },
    );
    const scene = sceneOfDrawing(drawn, camera);
    expect(scene.zones.map(({ id }) => id)).toEqual([0]);
    expect(scene.zones[0]?.timing).toEqual(camera.zones[0]?.timing);
    expect(scene.lines.map(({ id }) => id)).toEqual([2, 0]);
  });

  it('of a region over the whole picture is none', () => {
    const drawn = after(NOTHING, {
      kind: 'add',
      shape: aDraft('region', [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 1],
      ]),
    });
    expect(sceneOfDrawing(drawn, aCamera()).region).toBeNull();
  });
});

describe('a command', () => {
  const triangle = aDrawing(
    aDraft('zone', [
      [0.1, 0.1],
      [0.5, 0.1],
      [0.3, 0.4],
    ]),
  );

  test.each<[string, DrawingCommand<'image'>]>([
    ['removing one of three points', { kind: 'remove-point', key: 0, index: 1 }],
    ['about a shape that is not there', { kind: 'remove', key: 9 }],
    ['about a point that is not there', { kind: 'move-point', key: 0, index: 5, to: { x: 0, y: 0 } }],
    ['flipping what has no in side', { kind: 'flip', key: 0 }],
    [
      'adding a second region',
      {
        kind: 'add',
        shape: aDraft('zone', [
          [0, 0],
          [1, 1],
        ]),
      },
    ],
  ])('does nothing: %s', (_, command) => {
    expect(after(triangle, command)).toBe(triangle);
  });

  it('moves a shape no farther than the picture goes', () => {
    const [shape] = after(triangle, { kind: 'move-shape', key: 0, by: { x: -0.5, y: 0.1 } }).shapes;
    expect(shape?.points.map(({ x, y }) => [x, Number(y.toFixed(9))])).toEqual([
      [0, 0.2],
      [0.4, 0.2],
      [expect.closeTo(0.2, 9), 0.5],
    ]);
  });

  it('moves the corner of a rectangle with its two sides, and never over the others', () => {
    const box = aDrawing(
      aDraft('region', [
        [0.2, 0.2],
        [0.8, 0.2],
        [0.8, 0.8],
        [0.2, 0.8],
      ]),
    );
    const [moved] = after(box, { kind: 'move-point', key: 0, index: 2, to: { x: 0.6, y: 0.1 } }).shapes;
    expect(moved?.points).toEqual([
      { x: 0.2, y: 0.2 },
      { x: 0.6, y: 0.2 },
      { x: 0.6, y: 0.2 },
      { x: 0.2, y: 0.2 },
    ]);
  });
});
