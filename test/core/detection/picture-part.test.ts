import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isWhole, partOf, regionOf, toPart } from '../../../src/core/detection/picture-part.ts';

const HD = { width: 1280, height: 720 };

test('no region is the whole picture, odd sides and all', () => {
  for (const picture of [HD, { width: 97, height: 55 }, { width: 1, height: 1 }]) {
    const part = partOf(picture, null);
    expect(part).toEqual({ picture, left: 0, top: 0, ...picture });
    expect(isWhole(part)).toBe(true);
    expect(regionOf(part)).toEqual({ left: 0, top: 0, right: 1, bottom: 1 });
  }
});

test('a region on even pixels is taken as it is, whatever rounding says', () => {
  const part = partOf(HD, { left: 0.3, top: 0.1, right: 0.7, bottom: 0.9 });
  expect(part).toEqual({ picture: HD, left: 384, top: 72, width: 512, height: 576 });
});

test('a part begins on even pixels, lies in the picture and holds its region', () => {
  const side = fc.integer({ min: 1, max: 4000 });
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(side, side, fc.tuple(share, share, share, share), (width, height, [a, b, c, d]) => {
      const region = {
        left: Math.min(a, b),
        right: Math.max(a, b),
        top: Math.min(c, d),
        bottom: Math.max(c, d),
      };
      const part = partOf({ width, height }, region);
      expect([part.left % 2, part.top % 2]).toEqual([0, 0]);
      expect(Math.min(part.width, part.height)).toBeGreaterThan(0);
      expect(part.left + part.width).toBeLessThanOrEqual(width);
      expect(part.top + part.height).toBeLessThanOrEqual(height);
      expect(part.left).toBeLessThanOrEqual(region.left * width + 1e-5);
      expect(part.left + part.width).toBeGreaterThanOrEqual(region.right * width - 1e-5);
      expect(part.top + part.height).toBeGreaterThanOrEqual(region.bottom * height - 1e-5);
    }),
  );
});

test('a polygon keeps its place in the picture', () => {
  const part = partOf(HD, { left: 0.5, top: 0, right: 1, bottom: 0.5 });
  const polygon = [
    { x: 0.5, y: 0 },
    { x: 0.75, y: 0.25 },
    { x: 0, y: 1 },
  ];
  expect(toPart(part, polygon)).toEqual([
    { x: 0, y: 0 },
    { x: 0.5, y: 0.5 },
    { x: -1, y: 2 },
  ]);
});
