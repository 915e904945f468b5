import { beforeAll, describe, expect, test } from 'vitest';
import { openConverted } from './converted-model.ts';
import type { AskConverted } from './converted-model.ts';
import type { Answer } from './decode.ts';
import { drawPicture } from './drawn-picture.ts';
import { footageIsThere, readFootage } from './footage.ts';
import { askOriginal } from './original-graph.ts';

/** TensorFlow.js computes the original in plain JavaScript. */
const SLOW_MS = 180_000;

describe.each([
  { name: 'nanodet', size: 416 },
  { name: 'centernet', size: 512 },
])('$name', ({ name, size }) => {
  let askConverted: AskConverted;
  beforeAll(async () => {
    askConverted = await openConverted(name);
  }, SLOW_MS);

  test('answers as the original graph does about drawn people', { timeout: SLOW_MS }, async () => {
    const picture = drawPicture(size, size);
    expectSame(await askConverted(picture), await askOriginal(name, picture));
  });

  test.skipIf(!footageIsThere())(
    'answers as the original graph does about real footage of another shape',
    { timeout: SLOW_MS },
    async () => {
      const picture = readFootage({ width: 256, height: 192, filter: 'crop=256:192:470:140' });
      expectSame(await askConverted(picture), await askOriginal(name, picture));
    },
  );
});

/**
 * Compares every cell. Cells that score next to nothing may hold huge boxes, in which the order of 32-bit sums shows:
 * they are held to a twentieth of a pixel, all that could be read to a thousandth.
 */
function expectSame(ours: Answer, original: Answer): void {
  const scoreErrors = differences(ours.scores, original.scores);
  const boxErrors = original.boxes.map((box, cell) => largest(differences(ours.boxes[cell]!, box)));
  const readErrors = boxErrors.filter((_, cell) => original.scores[cell]! > 0.05);
  expect(ours.boxes.length).toBe(original.boxes.length);
  expect(largest(original.scores), 'somebody is seen at all').toBeGreaterThan(0.3);
  expect(largest(scoreErrors), 'largest difference of a score').toBeLessThan(1e-3);
  expect(largest(readErrors), 'largest difference of a box that is read, pixels').toBeLessThan(1e-3);
  expect(largest(boxErrors), 'largest difference of any box, pixels').toBeLessThan(0.05);
}

function differences(ours: readonly number[], original: readonly number[]): number[] {
  expect(ours.length).toBe(original.length);
  return original.map((value, i) => Math.abs(value - ours[i]!));
}

function largest(values: readonly number[]): number {
  return values.reduce((a, b) => Math.max(a, b), -Infinity);
}
