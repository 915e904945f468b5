import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { formatRegion, leftOut, parseRegion } from '../../src/state/region-input.ts';
import { aLine, aZone } from './builders.ts';

const WHOLE = { left: '0', top: '0', right: '100', bottom: '100' };

describe('a typed region', () => {
  test.each([
    ['plain numbers', { left: '10', top: '5.5', right: '90', bottom: '100' }],
    ['full-width digits', { left: '１０', top: '５．５', right: '９０', bottom: '１００' }],
    ['percent signs', { left: '10%', top: '5.5 %', right: '90％', bottom: ' 100 ' }],
  ])('is read with %s', (_, text) => {
    expect(parseRegion(text)).toEqual({
      ok: true,
      region: { left: 0.1, top: 0.055, right: 0.9, bottom: 1 },
    });
  });

  it('of the whole picture is none', () => {
    expect(parseRegion(WHOLE)).toEqual({ ok: true, region: null });
  });

  test.each([
    [{ left: '' }, { kind: 'number', edge: 'left' }],
    [{ top: 'half' }, { kind: 'number', edge: 'top' }],
    [{ right: '101' }, { kind: 'number', edge: 'right' }],
    [{ left: '-1' }, { kind: 'number', edge: 'left' }],
    [
      { left: '60', right: '40' },
      { kind: 'order', edge: 'right' },
    ],
    [
      { top: '50', bottom: '50' },
      { kind: 'order', edge: 'bottom' },
    ],
    [
      { top: '50', bottom: '59' },
      { kind: 'too-small', edge: 'bottom' },
    ],
  ])('with %j is refused', (change, error) => {
    expect(parseRegion({ ...WHOLE, ...change })).toEqual({ ok: false, error });
  });

  it('comes back as it was, to a tenth of a percent', () => {
    const tenth = fc.integer({ min: 0, max: 900 });
    fc.assert(
      fc.property(tenth, tenth, (left, top) => {
        const region = { left: left / 1000, top: top / 1000, right: left / 1000 + 0.1, bottom: 1 };
        const read = parseRegion(formatRegion(region));
        expect(read.ok && read.region?.left).toBeCloseTo(region.left, 9);
        expect(read.ok && read.region?.top).toBeCloseTo(region.top, 9);
        expect(read.ok && read.region?.right).toBeCloseTo(region.right, 9);
      }),
    );
  });
});

test('lines and zones that reach beyond the region are named', () => {
  const scene = { lines: [aLine()], zones: [aZone()] };
  expect(leftOut(scene, { left: 0.45, top: 0, right: 1, bottom: 1 })).toEqual(['Shelf']);
  expect(leftOut(scene, { left: 0, top: 0, right: 1, bottom: 0.5 })).toEqual(['Door']);
  expect(leftOut(scene, null)).toEqual([]);
});
