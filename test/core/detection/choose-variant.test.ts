import { expect, test } from 'vitest';
import { chooseVariant } from '../../../src/core/detection/choose-variant.ts';
import type { VariantCard } from '../../../src/core/detection/choose-variant.ts';

const bytes: VariantCard = { file: 'bytes.onnx', layout: 'rgba-u8-nhwc' };
const singles: VariantCard = { file: 'singles.onnx', layout: 'rgb-f32-nchw' };
const halves: VariantCard = { ...singles, file: 'halves.onnx', needs: 'shader-f16' };
const other: VariantCard = { ...bytes, file: 'other.onnx' };

const plain = new Set<string>();
const able = new Set(['shader-f16']);

test.each([
  { name: 'no graphics card', gpu: null, cards: [halves, singles, bytes, other], file: 'bytes.onnx' },
  {
    name: 'one that computes in half precision',
    gpu: able,
    cards: [bytes, singles, halves],
    file: 'halves.onnx',
  },
  { name: 'one that does not', gpu: plain, cards: [bytes, halves, singles], file: 'singles.onnx' },
  { name: 'one, but a model for memory alone', gpu: able, cards: [bytes, other], file: 'bytes.onnx' },
  { name: 'no graphics card and no model for memory', gpu: null, cards: [singles, halves], file: undefined },
  {
    name: 'one that computes in single precision, and no such model',
    gpu: plain,
    cards: [halves],
    file: undefined,
  },
])('$name', ({ gpu, cards, file }) => {
  expect(chooseVariant(cards, gpu)[0]?.file).toBe(file);
});

test('all sizes of the file are taken, in their order', () => {
  const wide = { ...bytes, width: 2 };
  const square = { ...bytes, width: 1 };
  expect(chooseVariant([wide, { ...other, width: 3 }, square], null)).toEqual([wide, square]);
});
