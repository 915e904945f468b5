import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pictureLayout } from '../../../src/core/detection/picture-layout.ts';
import type { PictureLayout } from '../../../src/core/detection/picture-layout.ts';
import { createMaskPainter } from '../../../src/core/detection/privacy-mask.ts';
import type { ImagePoint } from '../../../src/core/geometry/point.ts';

const SIZE = { width: 20, height: 10 };

/** Rows of luma have 20 bytes, of chroma 12 with two at the end that are nobody's. */
function i420(): PictureLayout {
  return pictureLayout({ ...SIZE, format: 'I420', matrix: null, fullRange: false });
}

function masked(layout: PictureLayout, masks: readonly (readonly ImagePoint[])[]): Uint8Array {
  const bytes = new Uint8Array(layout.length).fill(7);
  createMaskPainter(masks, layout)(bytes);
  return bytes;
}

function polygon(points: readonly (readonly [number, number])[]): ImagePoint[] {
  return points.map(([x, y]) => ({ x, y }));
}

const LEFT_HALF = polygon([
  [0, 0],
  [0.49, 0],
  [0.49, 1],
  [0, 1],
]);

describe('createMaskPainter', () => {
  test('luma and chroma under the mask are overwritten, nothing else is', () => {
    const bytes = masked(i420(), [LEFT_HALF]);
    for (let at = 0; at < 200; at++) expect(bytes[at]).toBe(at % 20 < 10 ? 128 : 7);
    for (let at = 200; at < 320; at++) expect(bytes[at]).toBe((at - 200) % 12 < 5 ? 128 : 7);
  });

  test('packed pixels are overwritten whole', () => {
    const layout = pictureLayout({ ...SIZE, format: 'RGBA', matrix: null, fullRange: false });
    const bytes = masked(layout, [LEFT_HALF]);
    for (let at = 0; at < 800; at++) expect(bytes[at]).toBe(at % 80 < 40 ? 128 : 7);
  });

  test.each([
    { name: 'no mask', masks: [] },
    { name: 'a mask without points', masks: [[]] },
    {
      name: 'a mask left of the part that is read',
      masks: [LEFT_HALF.map(({ x, y }) => ({ x: x - 0.6, y }))],
    },
    { name: 'a mask right of it', masks: [LEFT_HALF.map(({ x, y }) => ({ x: x + 1.1, y }))] },
    { name: 'a mask above it', masks: [LEFT_HALF.map(({ x, y }) => ({ x, y: y - 1.1 }))] },
    { name: 'a mask below it', masks: [LEFT_HALF.map(({ x, y }) => ({ x, y: y + 1.1 }))] },
  ])('$name changes nothing', ({ masks }) => {
    expect(masked(i420(), masks).every((value) => value === 7)).toBe(true);
  });

  test('a needle too thin to hold the middle of a pixel is overwritten all along', () => {
    const needle = polygon([
      [0.01, 0.52],
      [0.99, 0.53],
      [0.99, 0.54],
    ]);
    const bytes = masked(i420(), [needle]);
    for (let x = 0; x < 20; x++) expect(bytes[5 * 20 + x]).toBe(128);
  });

  test('every pixel that an inner point of the polygon lies in is overwritten, in every plane', () => {
    const share = fc.double({ min: 0.001, max: 0.999, noNaN: true });
    const point = fc.record({ x: share, y: share });
    const within = fc.record({ u: share, v: share });
    fc.assert(
      fc.property(fc.tuple(point, point, point), within, (triangle, { u, v }) => {
        const [a, b, c] = triangle;
        fc.pre(Math.abs((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)) > 1e-6);
        const layout = i420();
        const bytes = masked(layout, [triangle]);
        const [s, t] = u + v > 1 ? [1 - u, 1 - v] : [u, v];
        const x = a.x + s * (b.x - a.x) + t * (c.x - a.x);
        const y = a.y + s * (b.y - a.y) + t * (c.y - a.y);
        for (const { offset, stride, width, height } of layout.planes) {
          expect(bytes[offset + Math.floor(y * height) * stride + Math.floor(x * width)]).toBe(128);
        }
      }),
    );
  });
});
