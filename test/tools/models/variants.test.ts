import { beforeAll, describe, expect, test } from 'vitest';
import { openConverted } from './converted-model.ts';
import type { AskConverted } from './converted-model.ts';
import type { Answer } from './decode.ts';
import { drawPicture } from './drawn-picture.ts';
import type { Picture } from './drawn-picture.ts';
import { footageIsThere, readFootage } from './footage.ts';

/** Half precision is emulated. */
const SLOW_MS = 120_000;

const DRAWN = { name: 'drawn people', read: () => drawPicture(416, 256) };
const FOOTAGE = [0, 30, 60].map((atS) => ({
  name: `real footage at ${atS} s`,
  read: () => readFootage({ width: 512, height: 384, filter: 'scale=512:384', atS }),
}));

describe.each([
  { variant: 'nanodet-f32', tolerance: { pixels: 0.01, score: 0.0001 } },
  { variant: 'nanodet-f16', tolerance: { pixels: 1, score: 0.02 } },
])('$variant sees what nanodet sees', ({ variant, tolerance }) => {
  let ask: AskConverted;
  let askBytes: AskConverted;
  beforeAll(async () => {
    askBytes = await openConverted('nanodet');
    ask = await openConverted(variant);
  }, SLOW_MS);

  const compare = async (picture: Picture) =>
    expectNear(await ask(picture), await askBytes(picture), tolerance);

  test(`in ${DRAWN.name}`, { timeout: SLOW_MS }, () => compare(DRAWN.read()));

  test.skipIf(!footageIsThere()).each(FOOTAGE)('in $name', { timeout: SLOW_MS }, ({ read }) =>
    compare(read()),
  );
});

/** Scores of every cell; boxes of the cells that may become a detection. */
function expectNear(ours: Answer, bytes: Answer, tolerance: { pixels: number; score: number }): void {
  const cells = bytes.scores.map((score, cell) => ({ cell, score }));
  const readCells = cells.filter(({ score }) => score > 0.3);
  const boxErrors = readCells.flatMap(({ cell }) =>
    bytes.boxes[cell]!.map((edge, side) => Math.abs(edge - ours.boxes[cell]![side]!)),
  );
  const scoreErrors = cells.map(({ cell, score }) => Math.abs(score - ours.scores[cell]!));
  expect(ours.scores.length).toBe(bytes.scores.length);
  expect(readCells.length, 'somebody is seen at all').toBeGreaterThan(0);
  expect(Math.max(...boxErrors), 'largest difference of a box, pixels').toBeLessThan(tolerance.pixels);
  expect(Math.max(...scoreErrors), 'largest difference of a score').toBeLessThan(tolerance.score);
}
