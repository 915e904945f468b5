import { expect, test } from 'vitest';
import { chooseInput } from '../../../src/core/detection/choose-model.ts';

const INPUTS = [
  { width: 416, height: 416 },
  { width: 416, height: 320 },
  { width: 416, height: 256 },
  { width: 640, height: 384 },
];

test.each([
  { name: '16:9', picture: [1280, 720], chosen: 2 },
  { name: '16:9, large', picture: [3840, 2160], chosen: 2 },
  { name: '4:3', picture: [768, 576], chosen: 1 },
  { name: '5:4', picture: [1280, 1024], chosen: 0 },
  { name: 'a square', picture: [1000, 1000], chosen: 0 },
  { name: 'upright', picture: [720, 1280], chosen: 0 },
  { name: 'very wide', picture: [2560, 720], chosen: 2 },
])('$name takes the cheapest input that shows it at full width', ({ picture, chosen }) => {
  const [width = 0, height = 0] = picture;
  expect(chooseInput(INPUTS, { width, height })).toBe(chosen);
});

test('where no input shows the picture in full detail, the nearest does', () => {
  const wide = [
    { width: 416, height: 256 },
    { width: 640, height: 384 },
  ];
  expect(chooseInput(wide, { width: 720, height: 1280 })).toBe(1);
});

test('without inputs there is no choice', () => {
  expect(chooseInput([], { width: 1, height: 1 })).toBe(-1);
});
