import { expect, test } from 'vitest';
import { createRandom } from '../../../src/core/simulation/random.ts';

function draw(seed: number, count: number): number[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => random.next());
}

test('the same seed gives the same sequence and another seed another one', () => {
  expect(draw(7, 50)).toEqual(draw(7, 50));
  expect(draw(7, 50)).not.toEqual(draw(8, 50));
});

test.each([0, 1, 2, 3, 1_000_000])('seed %i is spread evenly over 0–1 from the first values on', (seed) => {
  const values = draw(seed, 20_000);
  const tenths = Array.from({ length: 10 }, (_, i) => values.filter((v) => Math.floor(v * 10) === i).length);
  expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...values)).toBeLessThan(1);
  for (const count of tenths) expect(Math.abs(count - 2000)).toBeLessThan(200);
});

test('neighbouring seeds do not begin alike', () => {
  const first = Array.from({ length: 200 }, (_, seed) => draw(seed, 1)[0]!);
  expect(Math.abs(first.reduce((sum, v) => sum + v, 0) / 200 - 0.5)).toBeLessThan(0.1);
});

test('waits have the mean asked for', () => {
  const random = createRandom(3);
  const waits = Array.from({ length: 20_000 }, () => random.wait(12));
  expect(waits.reduce((sum, v) => sum + v, 0) / waits.length).toBeCloseTo(12, 0);
});
