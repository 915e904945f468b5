import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLumaReader, LUMA_GRID } from '../../../src/core/detection/luma-grid.ts';
import { pictureLayout } from '../../../src/core/detection/picture-layout.ts';
import type { PictureForm } from '../../../src/core/detection/picture-layout.ts';

const CELLS = LUMA_GRID.columns * LUMA_GRID.rows;

/** A picture whose first plane's samples (all channels) are a function of the pixel. */
function drawn(form: Partial<PictureForm>, value: (x: number, y: number) => number) {
  const layout = pictureLayout({
    width: 640,
    height: 360,
    format: 'I420',
    matrix: null,
    fullRange: true,
    ...form,
  });
  const bytes = new Uint8Array(layout.length);
  const [plane] = layout.planes;
  if (!plane) throw new Error('no plane');
  for (let y = 0; y < plane.height; y++) {
    for (let x = 0; x < plane.width; x++) {
      const at = plane.offset + y * plane.stride + x * plane.channels;
      bytes.fill(value(x, y), at, at + plane.channels);
    }
  }
  return createLumaReader(layout)(bytes);
}

describe('createLumaReader', () => {
  test.each([
    { name: 'full range', form: { fullRange: true }, value: 100, luma: 100 },
    { name: 'limited range, white', form: { fullRange: false }, value: 235, luma: 255 },
    { name: 'limited range, below black', form: { fullRange: false }, value: 3, luma: 0 },
    { name: 'RGB', form: { format: 'BGRA' as const, fullRange: false }, value: 77, luma: 77 },
    { name: 'NV12', form: { format: 'NV12' as const }, value: 200, luma: 200 },
  ])('a plain picture has its luma in every cell: $name', ({ form, value, luma }) => {
    const { cells, mean } = drawn(form, () => value);
    expect([...cells]).toEqual(Array.from({ length: CELLS }, () => luma));
    expect(mean).toBeCloseTo(luma, 6);
  });

  test('the luma of a colour is that of ITU-R BT.709', () => {
    const layout = pictureLayout({ width: 64, height: 36, format: 'BGRX', matrix: null, fullRange: false });
    const bytes = new Uint8Array(layout.length).map((_, at) => [10, 100, 200, 0][at % 4] ?? 0);
    expect(createLumaReader(layout)(bytes).mean).toBeCloseTo(0.0722 * 10 + 0.7152 * 100 + 0.2126 * 200, 3);
  });

  test('a cell tells of its own place alone', () => {
    const { cells } = drawn({}, (x, y) => (x >= 40 && x < 60 && y >= 340 ? 255 : 0));
    const bright = [...cells.keys()].filter((cell) => cells[cell]);
    expect(bright).toEqual([17 * LUMA_GRID.columns + 2]);
  });

  test('something small and far away moves the mean of its cell by its share', () => {
    const { cells } = drawn({ width: 1280, height: 720 }, (x, y) =>
      x >= 80 && x < 88 && y >= 80 && y < 104 ? 160 : 80,
    );
    expect(cells[2 * LUMA_GRID.columns + 2]).toBeGreaterThan(80 + 7);
  });

  test('every cell lies between the least and the greatest sample, whatever the size', () => {
    const side = fc.integer({ min: 1, max: 300 });
    fc.assert(
      fc.property(side, side, fc.nat({ max: 1000 }), (width, height, seed) => {
        const { cells, mean } = drawn({ width, height }, (x, y) => 60 + ((x * 31 + y * 17 + seed) % 90));
        expect(Math.min(...cells)).toBeGreaterThanOrEqual(60);
        expect(Math.max(...cells)).toBeLessThanOrEqual(149);
        expect(mean).toBeGreaterThanOrEqual(60);
      }),
      { numRuns: 50 },
    );
  });
});
