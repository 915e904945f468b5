import { describe, expect, it, test } from 'vitest';
import { EMPTY_MARK, formatMarks, parseMarks, placesOf, type MarkText } from '../../src/state/marks-input.ts';
import { someMarks } from '../builders/floor-views.ts';

const ROWS = formatMarks(someMarks());

function changed(row: number, change: Partial<MarkText>): readonly MarkText[] {
  return ROWS.map((text, index) => (index === row ? { ...text, ...change } : text));
}

describe('typed marks', () => {
  it('come back as they were, to a millimetre and a hundredth of a percent', () => {
    const read = parseMarks(ROWS);
    expect(read.ok && read.marks).toHaveLength(6);
    someMarks().forEach(({ image, floor }, index) => {
      const mark = read.ok ? read.marks[index] : undefined;
      expect(Math.abs(mark!.image.x - image.x)).toBeLessThan(1e-4);
      expect(Math.abs(mark!.floor.y - floor.y)).toBeLessThan(1e-3);
    });
  });

  it('may be written on a Japanese keyboard', () => {
    const [first] = ROWS;
    const wide = first!.left.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    const read = parseMarks(changed(0, { left: `${wide}％`, x: ` ${first!.x}ｍ` }));
    expect(read).toEqual(parseMarks(ROWS));
  });

  it('say how far each of them is off, and leave empty rows alone', () => {
    const off = changed(2, { x: String(Number(ROWS[2]!.x) + 0.3) });
    const read = parseMarks([EMPTY_MARK, ...off]);
    const residuals = read.ok ? read.residualsCm : [];
    expect(residuals[0]).toBeNull();
    expect(residuals).toHaveLength(7);
    const spread = residuals.slice(1).map(Number);
    expect(Math.min(...spread)).toBeGreaterThan(0);
    expect(Math.max(...spread)).toBeGreaterThan(5);
    expect(Math.max(...spread)).toBeLessThan(30);
  });

  it('prove nothing with four of them', () => {
    expect(parseMarks(ROWS.slice(0, 4))).toMatchObject({ ok: true, isProven: false });
    expect(parseMarks(ROWS)).toMatchObject({ ok: true, isProven: true });
  });

  test.each<[string, Partial<MarkText>, object]>([
    ['a place outside the picture', { top: '101' }, { kind: 'number', row: 1, field: 'top' }],
    ['a word', { x: 'door' }, { kind: 'number', row: 1, field: 'x' }],
    ['a half empty row', { y: '' }, { kind: 'number', row: 1, field: 'y' }],
    ['another town', { y: '501' }, { kind: 'number', row: 1, field: 'y' }],
  ])('with %s are refused at that field', (_, change, error) => {
    expect(parseMarks(changed(1, change))).toEqual({ ok: false, error });
  });

  it('that are no calibration are refused with the reason', () => {
    expect(parseMarks(ROWS.slice(0, 3))).toMatchObject({
      ok: false,
      error: { kind: 'refused', problem: { code: 'too-few-pairs' } },
    });
  });
});

test('a camera without marks has four empty rows to begin with', () => {
  expect(formatMarks(null)).toEqual(Array(4).fill(EMPTY_MARK));
});

test('a place in the picture is known before its place on the floor is', () => {
  const half = { ...EMPTY_MARK, left: '25', top: '50' };
  expect(placesOf([half, EMPTY_MARK, { ...half, top: '' }], 'image')).toEqual([
    { x: 0.25, y: 0.5 },
    null,
    null,
  ]);
});
