import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { petsVideo } from '../../../tools/pets.ts';
import { openConverted } from './converted-model.ts';
import type { AskConverted } from './converted-model.ts';
import type { Answer } from './decode.ts';
import { drawPicture } from './drawn-picture.ts';
import type { Picture } from './drawn-picture.ts';
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
      const picture = readFootage(256, 192);
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

function footageIsThere(): boolean {
  try {
    execFileSync('ffmpeg', ['-version'], { stdio: 'ignore' });
    return existsSync(petsVideo());
  } catch {
    return false;
  }
}

/** A part of the video's first frame in which people walk. */
function readFootage(width: number, height: number): Picture {
  const filter = `crop=${width}:${height}:470:140`;
  const args = ['-v', 'error', '-i', petsVideo(), '-vf', filter, '-frames:v', '1'];
  const rgba = execFileSync('ffmpeg', [...args, '-f', 'rawvideo', '-pix_fmt', 'rgba', '-'], {
    maxBuffer: 2 ** 24,
  });
  return { width, height, rgba: Uint8Array.from(rgba) };
}
