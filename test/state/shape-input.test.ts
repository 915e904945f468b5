import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  crossesEverySegment,
  formatPoints,
  inwardOf,
  movedBy,
  parsePoints,
} from '../../src/state/shape-input.ts';

const UNIT = { width: 1, height: 1 };

describe('typed points', () => {
  test.each([
    ['comma and space', '0.1, 0.2\n0.3, 0.4'],
    ['space alone', '0.1 0.2\n0.3 0.4'],
    ['a Japanese keyboard', '０．１，０．２\n０．３、０．４'],
    ['empty rows', '\n0.1,0.2\n\n0.3,0.4\n'],
    ['Windows line ends', '0.1,0.2\r\n0.3,0.4\r\n'],
  ])('are read with %s', (_, text) => {
    expect(parsePoints(text, { size: UNIT, least: 2 })).toEqual({
      ok: true,
      points: [
        { x: 0.1, y: 0.2 },
        { x: 0.3, y: 0.4 },
      ],
    });
  });

  it('are brought from pixels to fractions', () => {
    const read = parsePoints('960,540\n1920,1080', { size: { width: 1920, height: 1080 }, least: 2 });
    expect(read).toEqual({
      ok: true,
      points: [
        { x: 0.5, y: 0.5 },
        { x: 1, y: 1 },
      ],
    });
  });

  test.each([
    ['a word', '0.1,0.2\nabc', { kind: 'row-invalid', row: 2 }],
    ['three numbers', '1,2,3', { kind: 'row-invalid', row: 1 }],
    ['one number', '0.5', { kind: 'row-invalid', row: 1 }],
    ['a point outside', '0.1,0.2\n\n1.2,0.4', { kind: 'row-outside', row: 3 }],
    ['one point', '0.1,0.2', { kind: 'too-few' }],
    ['nothing', '', { kind: 'too-few' }],
  ])('with %s are refused with the row', (_, text, error) => {
    expect(parsePoints(text, { size: UNIT, least: 2 })).toEqual({ ok: false, error });
  });

  test.each([0, Number.NaN, -5])('in pixels of a picture %d wide are refused', (width) => {
    const read = parsePoints('1,1\n2,2', { size: { width, height: 10 }, least: 2 });
    expect(read).toEqual({ ok: false, error: { kind: 'size-invalid' } });
  });

  it('survive being written and read again', () => {
    const coordinate = fc.integer({ min: 0, max: 10_000 }).map((value) => value / 10_000);
    fc.assert(
      fc.property(fc.array(fc.record({ x: coordinate, y: coordinate }), { minLength: 2 }), (points) => {
        expect(parsePoints(formatPoints(points), { size: UNIT, least: 2 })).toEqual({ ok: true, points });
      }),
    );
  });
});

describe('the in side', () => {
  const upright = [
    { x: 0.5, y: 0.1 },
    { x: 0.5, y: 0.9 },
  ];

  test.each(['right', 'left'] as const)('of an upright line may be to the %s', (direction) => {
    expect(crossesEverySegment(upright, inwardOf(direction))).toBe(true);
  });

  test.each(['up', 'down'] as const)('of an upright line may not be %s', (direction) => {
    expect(crossesEverySegment(upright, inwardOf(direction))).toBe(false);
  });
});

describe('points that are moved', () => {
  it('go together and stay in the picture', () => {
    const points = [
      { x: 0.5, y: 0.2 },
      { x: 0.9, y: 0.8 },
    ];
    expect(movedBy(points, { x: 0.2, y: -0.1 }).map(({ x, y }) => [x.toFixed(2), y.toFixed(2)])).toEqual([
      ['0.70', '0.10'],
      ['1.00', '0.70'],
    ]);
  });
});
