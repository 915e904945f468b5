import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Drawing } from '../../../src/core/drawing/draft-shape.ts';
import { applyCommand } from '../../../src/core/drawing/drawing-command.ts';
import { hitTest } from '../../../src/core/drawing/hit-test.ts';
import { pictureSheet, seenDistance } from '../../../src/core/drawing/sheet.ts';
import { neighboursOf, snapPoint } from '../../../src/core/drawing/snap.ts';
import type { ImagePoint } from '../../../src/core/geometry/point.ts';
import { aDraft, aDrawing, anyCommand } from '../../builders/drawing.ts';

const SHEET = pictureSheet(2);
const REACH = 0.04;
const NOBODY = { key: null, neighbours: [] };
const onPicture: fc.Arbitrary<ImagePoint> = fc.record({
  x: fc.double({ min: 0, max: 1, noNaN: true }),
  y: fc.double({ min: 0, max: 1, noNaN: true }),
});

const square = aDraft('zone', [
  [0.2, 0.2],
  [0.6, 0.2],
  [0.6, 0.6],
  [0.2, 0.6],
]);
const line = aDraft(
  'line',
  [
    [0.1, 0.9],
    [0.5, 0.8],
    [0.9, 0.9],
  ],
  { inward: { x: 0, y: 1 } },
);

describe('snapping', () => {
  it('moves a point at most as far as it reaches, and never off the picture', () => {
    fc.assert(
      fc.property(
        fc.array(anyCommand, { maxLength: 15 }),
        fc.record({
          at: onPicture,
          neighbours: fc.array(onPicture, { maxLength: 2 }),
          reach: fc.double({ min: 0, max: 0.3, noNaN: true }),
        }),
        (commands, { at, neighbours, reach }) => {
          const empty: Drawing<'image'> = { shapes: [], nextKey: 0 };
          const drawing = commands.reduce((now, command) => applyCommand(now, command, SHEET), empty);
          const snapped = snapPoint(at, {
            drawing,
            sheet: SHEET,
            reach,
            grid: 0,
            moved: { key: null, neighbours },
          });
          expect(seenDistance(SHEET, at, snapped.at)).toBeLessThanOrEqual(reach);
          expect(snapped.at.x >= 0 && snapped.at.x <= 1 && snapped.at.y >= 0 && snapped.at.y <= 1).toBe(true);
        },
      ),
    );
  });

  test.each([
    ['to a point before an edge', { x: 0.205, y: 0.21 }, { at: { x: 0.2, y: 0.2 }, to: 'point' }],
    ['to an edge', { x: 0.4, y: 0.22 }, { at: { x: 0.4, y: 0.2 }, to: 'edge' }],
    ['to the border', { x: 0.005, y: 0.4 }, { at: { x: 0, y: 0.4 }, to: 'sheet' }],
    ['to nothing', { x: 0.4, y: 0.4 }, { at: { x: 0.4, y: 0.4 }, to: null }],
  ])('goes %s', (_, at, snapped) => {
    const options = { drawing: aDrawing(square), sheet: SHEET, reach: REACH, grid: 0, moved: NOBODY };
    expect(snapPoint(at, options)).toEqual(snapped);
  });

  test.each([
    { to: 'level', at: { x: 0.7, y: 0.51 }, neighbours: [{ x: 0.3, y: 0.5 }], place: { x: 0.7, y: 0.5 } },
    { to: 'upright', at: { x: 0.31, y: 0.9 }, neighbours: [{ x: 0.3, y: 0.5 }], place: { x: 0.3, y: 0.9 } },
    {
      to: 'square',
      at: { x: 0.31, y: 0.91 },
      neighbours: [
        { x: 0.3, y: 0.5 },
        { x: 0.7, y: 0.9 },
      ],
      place: { x: 0.3, y: 0.9 },
    },
  ])('keeps a point $to with its neighbours', ({ to, at, neighbours, place }) => {
    const drawing: Drawing<'image'> = { shapes: [], nextKey: 0 };
    const snapped = snapPoint(at, {
      drawing,
      sheet: SHEET,
      reach: REACH,
      grid: 0,
      moved: { key: 0, neighbours },
    });
    expect(snapped).toEqual({ at: place, to });
  });

  it('does not draw a shape to itself', () => {
    const moved = { key: 0, neighbours: [] };
    const near = { x: 0.41, y: 0.41 };
    expect(
      snapPoint(near, { drawing: aDrawing(square), sheet: SHEET, reach: REACH, grid: 0, moved }).to,
    ).toBeNull();
  });

  it('knows the neighbours of a point, round a polygon and along a line', () => {
    const drawing = aDrawing(square, line);
    expect(neighboursOf(drawing, { key: 0, index: 0 })).toEqual([
      { x: 0.6, y: 0.2 },
      { x: 0.2, y: 0.6 },
    ]);
    expect(neighboursOf(drawing, { key: 1, index: 0 })).toEqual([{ x: 0.5, y: 0.8 }]);
  });
});

describe('what lies under a finger', () => {
  const drawing = aDrawing(square, line);
  const options = { sheet: SHEET, reach: REACH, selected: null };

  test.each([
    ['a point', { x: 0.21, y: 0.21 }, { kind: 'point', key: 0, index: 0 }],
    ['an edge', { x: 0.6, y: 0.4 }, { kind: 'edge', key: 0, index: 1 }],
    ['the edge that closes a polygon', { x: 0.2, y: 0.4 }, { kind: 'edge', key: 0, index: 3 }],
    ['an area', { x: 0.4, y: 0.4 }, { kind: 'inside', key: 0 }],
    ['a line', { x: 0.3, y: 0.85 }, { kind: 'edge', key: 1, index: 0 }],
    ['nothing', { x: 0.9, y: 0.1 }, null],
  ])('is %s', (_, at, hit) => {
    expect(hitTest(drawing, at, options)).toEqual(hit);
  });

  it('is the selected shape first', () => {
    const twice = aDrawing(square, square);
    const at = { x: 0.2, y: 0.2 };
    expect(hitTest(twice, at, { ...options, selected: 1 })).toMatchObject({ key: 1 });
    expect(hitTest(twice, at, { ...options, selected: 0 })).toMatchObject({ key: 0 });
  });

  it('is never the inside of the detection range', () => {
    const region = aDrawing(
      aDraft('region', [
        [0.1, 0.1],
        [0.9, 0.1],
        [0.9, 0.9],
        [0.1, 0.9],
      ]),
    );
    expect(hitTest(region, { x: 0.5, y: 0.5 }, options)).toBeNull();
    expect(hitTest(region, { x: 0.1, y: 0.5 }, options)).toMatchObject({ kind: 'edge', index: 3 });
  });
});
