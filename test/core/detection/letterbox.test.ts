import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitLetterbox, toSceneBox } from '../../../src/core/detection/letterbox.ts';

describe('fitLetterbox', () => {
  test.each([
    { name: '16:9 in a wide input', picture: [1280, 720], input: [416, 256], place: [0, 11, 416, 234] },
    { name: '4:3 in a square', picture: [768, 576], input: [416, 416], place: [0, 52, 416, 312] },
    { name: 'upright in a square', picture: [720, 1280], input: [416, 416], place: [91, 0, 234, 416] },
    {
      name: 'a picture smaller than the input',
      picture: [104, 64],
      input: [416, 256],
      place: [0, 0, 416, 256],
    },
  ])('$name: centred, both axes scaled alike', ({ picture, input, place }) => {
    const { left, top, width, height } = fitLetterbox(size(picture), size(input));
    expect([left, top, width, height]).toEqual(place);
  });

  test('the picture always lies inside the input and touches two of its sides', () => {
    const side = fc.integer({ min: 1, max: 4000 });
    fc.assert(
      fc.property(side, side, (width, height) => {
        const input = { width: 416, height: 256 };
        const box = fitLetterbox({ width, height }, input);
        expect(box.left).toBeGreaterThanOrEqual(0);
        expect(box.top).toBeGreaterThanOrEqual(0);
        expect(box.left + box.width).toBeLessThanOrEqual(input.width);
        expect(box.top + box.height).toBeLessThanOrEqual(input.height);
        expect(box.width === input.width || box.height === input.height).toBe(true);
      }),
    );
  });
});

describe('toSceneBox', () => {
  const picture = { width: 1280, height: 720 };
  const whole = { picture, region: { left: 0, top: 0, right: 1, bottom: 1 } };
  const letterbox = fitLetterbox(picture, { width: 416, height: 256 });

  test('the whole picture is one high and as wide as its aspect', () => {
    const box = toSceneBox(letterbox, whole, { left: 0, top: 11, right: 416, bottom: 245 });
    expect(box?.left).toBeCloseTo(0);
    expect(box?.top).toBeCloseTo(0);
    expect(box?.right).toBeCloseTo(16 / 9);
    expect(box?.bottom).toBeCloseTo(1);
  });

  test('what reaches over the edge is cut there', () => {
    const box = toSceneBox(letterbox, whole, { left: -30, top: 100, right: 60, bottom: 300 });
    expect(box?.left).toBe(0);
    expect(box?.bottom).toBe(1);
  });

  test('a box in the padding is none', () => {
    expect(toSceneBox(letterbox, whole, { left: 10, top: 0, right: 60, bottom: 11 })).toBeNull();
  });

  test('a box in a part of the picture is told in units of the whole picture, and cut at the part', () => {
    const region = { left: 0.5, top: 0.25, right: 1, bottom: 0.75 };
    const part = fitLetterbox({ width: 640, height: 360 }, { width: 416, height: 256 });
    const box = toSceneBox(part, { picture, region }, { left: -9, top: 11, right: 208, bottom: 128 });
    expect(box?.left).toBeCloseTo((0.5 * 16) / 9);
    expect(box?.top).toBeCloseTo(0.25);
    expect(box?.right).toBeCloseTo((0.75 * 16) / 9);
    expect(box?.bottom).toBeCloseTo(0.5);
  });
});

function size([width = 0, height = 0]: readonly number[]) {
  return { width, height };
}
