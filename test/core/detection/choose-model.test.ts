import { expect, test } from 'vitest';
import { chooseInput } from '../../../src/core/detection/choose-model.ts';

const INPUTS = [
  { width: 416, height: 256 },
  { width: 512, height: 384 },
  { width: 416, height: 416 },
  { width: 640, height: 384 },
];

test.each([
  { name: '16:9', picture: [1280, 720], chosen: 0 },
  { name: '16:9, large', picture: [3840, 2160], chosen: 0 },
  { name: '16:10', picture: [1280, 800], chosen: 0 },
  { name: '4:3', picture: [768, 576], chosen: 1 },
  { name: '5:4', picture: [1280, 1024], chosen: 1 },
  { name: 'a square', picture: [1000, 1000], chosen: 2 },
])('$name takes the first input that it fills well', ({ picture, chosen }) => {
  const [width = 0, height = 0] = picture;
  expect(chooseInput(INPUTS, { width, height })).toBe(chosen);
});

test.each([
  { name: 'upright', picture: [720, 1280], chosen: 2 },
  { name: 'very wide', picture: [2560, 720], chosen: 3 },
])('$name fills none well and takes the one that it fills most', ({ picture, chosen }) => {
  const [width = 0, height = 0] = picture;
  expect(chooseInput(INPUTS, { width, height })).toBe(chosen);
});

test('without inputs there is no choice', () => {
  expect(chooseInput([], { width: 1, height: 1 })).toBe(-1);
});
