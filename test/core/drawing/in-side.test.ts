import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyCommand, type DrawingCommand } from '../../../src/core/drawing/drawing-command.ts';
import type { Drawing } from '../../../src/core/drawing/draft-shape.ts';
import { inwardFor, sideOf } from '../../../src/core/drawing/in-side.ts';
import { faultOf } from '../../../src/core/drawing/shape-faults.ts';
import { pictureSheet } from '../../../src/core/drawing/sheet.ts';
import { aDraft, aDrawing, anyPoint } from '../../builders/drawing.ts';

const SHEET = pictureSheet(16 / 9);
const NOTHING: Drawing<'image'> = { shapes: [], nextKey: 0 };

const after = (
  drawing: Drawing<'image'>,
  ...commands: readonly DrawingCommand<'image'>[]
): Drawing<'image'> => commands.reduce((now, command) => applyCommand(now, command, SHEET), drawing);

describe('the in side of a line', () => {
  it('is towards the camera, or to the right, when nobody has said it', () => {
    const level = after(NOTHING, {
      kind: 'add',
      shape: aDraft('line', [
        [0.8, 0.5],
        [0.2, 0.5],
      ]),
    });
    const upright = after(NOTHING, {
      kind: 'add',
      shape: aDraft('line', [
        [0.5, 0.2],
        [0.5, 0.8],
      ]),
    });
    expect(level.shapes[0]?.inward).toEqual({ x: 0, y: 1 });
    expect(upright.shapes[0]?.inward).toEqual({ x: 1, y: 0 });
  });

  it('turns with the line and stays on its side', () => {
    fc.assert(
      fc.property(anyPoint, anyPoint, anyPoint, (a, b, c) => {
        const drawn = after(NOTHING, { kind: 'add', shape: { ...aDraft('line', []), points: [a, b] } });
        const [before] = drawn.shapes;
        const [moved] = after(drawn, { kind: 'move-point', key: 0, index: 1, to: c }).shapes;
        fc.pre(before?.inward != null && moved?.inward != null);
        const was = sideOf(before.points, before.inward);
        fc.pre(was !== null && faultOf({ ...moved, name: 'x' }, SHEET) !== 'same-point');
        expect([was, null]).toContain(sideOf(moved.points, moved.inward));
        if (faultOf({ ...moved, name: 'x' }, SHEET) === null)
          expect(sideOf(moved.points, moved.inward)).toBe(was);
      }),
    );
  });

  it('is square to a line as it is seen', () => {
    const inward = inwardFor(
      SHEET,
      [
        { x: 0.1, y: 0.1 },
        { x: 0.4, y: 0.7 },
      ],
      1,
    );
    const [dx, dy] = [0.3 * SHEET.seenX, 0.6];
    expect(dx * inward.x * SHEET.seenX + dy * inward.y).toBeCloseTo(0, 4);
  });

  it('is one that crosses each part of a bent line', () => {
    const points = [
      { x: 0.1, y: 0.5 },
      { x: 0.5, y: 0.5 },
      { x: 0.5, y: 0.9 },
    ];
    expect(sideOf(points, inwardFor(SHEET, points, -1))).toBe(-1);
  });

  it('changes over and back', () => {
    const drawn = aDrawing(
      aDraft(
        'line',
        [
          [0.1, 0.5],
          [0.9, 0.5],
        ],
        { inward: { x: 0, y: 1 } },
      ),
    );
    const flipped = after(drawn, { kind: 'flip', key: 0 });
    expect(flipped.shapes[0]?.inward).toEqual({ x: 0, y: -1 });
    expect(after(flipped, { kind: 'flip', key: 0 })).toEqual(drawn);
  });

  it('stays as it is when points are typed that it still crosses', () => {
    const drawn = aDrawing(
      aDraft(
        'line',
        [
          [0.5, 0.1],
          [0.5, 0.9],
        ],
        { inward: { x: 1, y: 0.2 } },
      ),
    );
    const typed = after(drawn, {
      kind: 'set-points',
      key: 0,
      points: [
        { x: 0.4, y: 0.1 },
        { x: 0.5, y: 0.9 },
      ],
    });
    expect(typed.shapes[0]?.inward).toEqual({ x: 1, y: 0.2 });
  });
});
