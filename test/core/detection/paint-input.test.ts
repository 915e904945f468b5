import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitLetterbox } from '../../../src/core/detection/letterbox.ts';
import type { PixelSize } from '../../../src/core/detection/letterbox.ts';
import { createInputPainter, PADDING } from '../../../src/core/detection/paint-input.ts';
import { pictureLayout } from '../../../src/core/detection/picture-layout.ts';
import type { PictureForm, PictureLayout, PixelFormat } from '../../../src/core/detection/picture-layout.ts';

type Rgb = readonly [number, number, number];

function layoutOf(size: PixelSize, format: PixelFormat, colour: Partial<PictureForm> = {}): PictureLayout {
  return pictureLayout({ ...size, format, matrix: null, fullRange: false, ...colour });
}

/** A picture whose components are functions of the place (fractions); those that are not given are 0. */
function drawn(layout: PictureLayout, ...components: ((x: number, y: number) => number)[]): Uint8Array {
  const bytes = new Uint8Array(layout.length);
  components.forEach((value, component) => fill(bytes, layout, { component, value }));
  return bytes;
}

interface Fill {
  readonly component: number;
  readonly value: (x: number, y: number) => number;
}

function fill(bytes: Uint8Array, layout: PictureLayout, { component, value }: Fill): void {
  const { plane: index, channel } = layout.components[component]!;
  const plane = layout.planes[index]!;
  for (let y = 0; y < plane.height; y++) {
    for (let x = 0; x < plane.width; x++) {
      const at = plane.offset + y * plane.stride + x * plane.channels + channel;
      bytes[at] = value((x + 0.5) / plane.width, (y + 0.5) / plane.height);
    }
  }
}

function paint(layout: PictureLayout, bytes: Uint8Array, input: PixelSize) {
  const pixels = new Uint8ClampedArray(input.width * input.height * 4).fill(PADDING);
  createInputPainter(layout, fitLetterbox(layout, input)).paint(bytes, pixels);
  const at = (x: number, y: number): Rgb => {
    const place = (y * input.width + x) * 4;
    return [pixels[place]!, pixels[place + 1]!, pixels[place + 2]!];
  };
  return { pixels, at };
}

const SIZE = { width: 96, height: 54 };
const INPUT = { width: 32, height: 32 };

function uniform(format: PixelFormat, values: Rgb, colour: Partial<PictureForm> = {}) {
  const layout = layoutOf(SIZE, format, colour);
  return paint(layout, drawn(layout, ...values.map((value) => () => value)), INPUT);
}

describe('colours', () => {
  test.each([
    { name: 'white of limited range', format: 'I420', values: [235, 128, 128], rgb: [255, 255, 255] },
    { name: 'black of limited range', format: 'I420', values: [16, 128, 128], rgb: [0, 0, 0] },
    {
      name: 'white of full range',
      format: 'I420',
      values: [255, 128, 128],
      full: true,
      rgb: [255, 255, 255],
    },
    { name: 'red by BT.601', format: 'I420', values: [81, 90, 240], matrix: 'bt601', rgb: [254, 0, 0] },
    { name: 'red by BT.709', format: 'NV12', values: [63, 102, 240], matrix: 'bt709', rgb: [255, 0, 0] },
    { name: 'blue by BT.601', format: 'NV12', values: [41, 240, 110], matrix: 'bt601', rgb: [0, 0, 255] },
    {
      name: 'green of full range',
      format: 'NV12',
      values: [150, 44, 21],
      matrix: 'bt601',
      full: true,
      rgb: [0, 255, 1],
    },
    { name: 'RGB as it is', format: 'RGBA', values: [10, 120, 230], rgb: [10, 120, 230] },
    { name: 'RGB in the other order', format: 'BGRX', values: [10, 120, 230], rgb: [10, 120, 230] },
  ] as const)('$name', ({ format, values, rgb, ...rest }) => {
    const matrix = 'matrix' in rest ? rest.matrix : null;
    const { at } = uniform(format, values, { matrix, fullRange: 'full' in rest });
    const seen = at(16, 16);
    rgb.forEach((value, index) => expect(Math.abs(seen[index]! - value)).toBeLessThanOrEqual(1));
  });

  test('a picture that does not say is BT.709 from 720 lines on, else BT.601', () => {
    expect(layoutOf({ width: 1280, height: 720 }, 'I420').matrix).toBe('bt709');
    expect(layoutOf({ width: 768, height: 576 }, 'NV12').matrix).toBe('bt601');
    expect(layoutOf({ width: 1280, height: 720 }, 'BGRA').matrix).toBe('rgb');
  });
});

describe('scaling', () => {
  test('the padding is left alone and the picture covers the rest', () => {
    const { at } = uniform('RGBA', [1, 2, 3]);
    const { top, height } = fitLetterbox(SIZE, INPUT);
    expect(at(0, top - 1)).toEqual([PADDING, PADDING, PADDING]);
    expect(at(31, top + height)).toEqual([PADDING, PADDING, PADDING]);
    expect(at(0, top)).toEqual([1, 2, 3]);
    expect(at(31, top + height - 1)).toEqual([1, 2, 3]);
  });

  test('stripes finer than the input become their mean, they do not shimmer', () => {
    const layout = layoutOf(SIZE, 'RGBA');
    const stripes = drawn(layout, (x) => (Math.floor(x * SIZE.width) % 3 === 0 ? 240 : 0));
    const { at } = paint(layout, stripes, INPUT);
    for (let x = 0; x < 32; x++) expect(at(x, 16)[0]).toBe(80);
  });

  test.each([
    { name: 'a small picture', size: { width: 20, height: 12 } },
    { name: 'one as large as the input', size: { width: 32, height: 18 } },
    { name: 'one a little larger', size: { width: 45, height: 25 } },
    { name: 'one of odd sides', size: { width: 97, height: 55 } },
    { name: 'a large picture', size: { width: 640, height: 360 } },
    { name: 'a single pixel', size: { width: 1, height: 1 } },
  ])('a ramp stays a ramp: $name', ({ size }) => {
    const layout = layoutOf(size, 'I420', { fullRange: true });
    const ramp = drawn(
      layout,
      (x) => 255 * x,
      () => 128,
      () => 128,
    );
    const { at } = paint(layout, ramp, INPUT);
    const { left, width } = fitLetterbox(layout, INPUT);
    for (let x = left; x < left + width; x++) {
      const wanted = size.width === 1 ? 127.5 : (255 * (x - left + 0.5)) / width;
      expect(Math.abs(at(x, 16)[0] - wanted)).toBeLessThanOrEqual(255 / Math.min(size.width, 32) + 1);
    }
  });

  test('every value stays between the least and the greatest of the picture', () => {
    const side = fc.integer({ min: 2, max: 90 });
    fc.assert(
      fc.property(side, side, fc.integer({ min: 0, max: 1e6 }), (width, height, seed) => {
        const layout = layoutOf({ width, height }, 'RGBA');
        const bytes = Uint8Array.from(
          { length: 3 + 4 * 120 * 100 },
          (_, at) => 60 + ((at * 7919 + seed) % 90),
        );
        const { pixels } = paint(layout, bytes, INPUT);
        for (let at = 0; at < pixels.length; at += 4) {
          expect(pixels[at]).toBeGreaterThanOrEqual(60);
          expect(pixels[at]).toBeLessThanOrEqual(149);
        }
      }),
      { numRuns: 50 },
    );
  });

  test('I420 and NV12 of one picture give the same input', () => {
    const inputs = (['I420', 'NV12'] as const).map((format) => {
      const layout = layoutOf(SIZE, format);
      const picture = drawn(
        layout,
        (x, y) => 40 + 150 * x * y,
        (x) => 90 + 60 * x,
        (_, y) => 90 + 60 * y,
      );
      return paint(layout, picture, INPUT).pixels;
    });
    expect(inputs[0]).toEqual(inputs[1]);
  });
});
