import { describe, expect, it, test } from 'vitest';
import { demoFloorPlan } from '../../src/core/simulation/demo-floor.ts';
import {
  formatBox,
  formatCorners,
  formatSize,
  parseBox,
  parseCorners,
  parseSize,
  type BoxText,
} from '../../src/state/floor-input.ts';

const SIZE = { widthM: 10, depthM: 8 };
const SHELF: BoxText = { left: '1', top: '2', width: '3', depth: '0.5' };
const ZONE = { least: 3, most: 32, plan: null };

describe('the typed size of a plan', () => {
  it('is metres, and may be written on a Japanese keyboard', () => {
    expect(parseSize({ width: '１０ｍ', depth: '８' })).toEqual({ ok: true, size: SIZE });
    expect(parseSize(formatSize(demoFloorPlan()))).toMatchObject({ ok: true, size: { widthM: 11.6 } });
  });

  test.each([
    ['no width', { width: '', depth: '8' }, 'width'],
    ['a depth of a kilometre', { width: '10', depth: '1000' }, 'depth'],
  ])('with %s is refused there', (_, text, field) => {
    expect(parseSize(text)).toEqual({ ok: false, field });
  });
});

describe('a typed rectangle', () => {
  it('is a corner, a width and a depth, and comes back as it was written', () => {
    const read = parseBox(SHELF, SIZE);
    expect(read).toEqual({ ok: true, box: { left: 1, top: 2, right: 4, bottom: 2.5 } });
    expect(read.ok && formatBox(read.box)).toEqual(SHELF);
  });

  it('may end where the plan does, though sums are not exact', () => {
    const wall = { left: '3.6', top: '0', width: '0.1', depth: '8' };
    expect(parseBox(wall, { widthM: 3.7, depthM: 8 })).toMatchObject({ ok: true, box: { right: 3.7 } });
  });

  test.each<[string, Partial<BoxText>, object]>([
    ['no place', { left: '' }, { kind: 'number', field: 'left' }],
    ['a word', { top: 'ドア' }, { kind: 'number', field: 'top' }],
    ['no depth', { depth: '0' }, { kind: 'number', field: 'depth' }],
    ['a width beyond the plan', { width: '9.5' }, { kind: 'outside', field: 'width' }],
  ])('with %s is refused there', (_, change, error) => {
    expect(parseBox({ ...SHELF, ...change }, SIZE)).toEqual({ ok: false, error });
  });
});

describe('the typed corners of a zone', () => {
  it('are metres, and may lie before the plan’s corner', () => {
    const read = parseCorners('-1, 0\n2、0\n2 3', ZONE);
    const corners = [
      { x: -1, y: 0 },
      { x: 2, y: 0 },
      { x: 2, y: 3 },
    ];
    expect(read).toEqual({ ok: true, corners });
    expect(formatCorners(corners)).toBe('-1, 0\n2, 0\n2, 3');
  });

  test.each([
    { name: 'two of them', text: '0, 0\n1, 1', error: { kind: 'too-few' } },
    { name: 'a word', text: '0, 0\nx, 1\n1, 1', error: { kind: 'row-invalid', row: 2 } },
    { name: 'a place far away', text: '0, 501\n1, 1\n2, 0', error: { kind: 'row-invalid', row: 1 } },
    { name: 'thirty-three', text: '1, 1\n'.repeat(33), error: { kind: 'too-many' } },
  ])('$name: refused', ({ text, error }) => {
    expect(parseCorners(text, ZONE)).toEqual({ ok: false, error });
  });

  it('of a wall lie on the plan', () => {
    const wall = { least: 2, most: 500, plan: SIZE };
    expect(parseCorners('0, 4\n10, 4', wall)).toMatchObject({ ok: true });
    expect(parseCorners('0, 4\n10.5, 4', wall)).toEqual({
      ok: false,
      error: { kind: 'row-outside', row: 2 },
    });
  });
});
