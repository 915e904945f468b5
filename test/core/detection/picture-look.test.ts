import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { LookTaker } from '../../../src/core/detection/look-taker.ts';
import { LUMA_GRID } from '../../../src/core/detection/luma-grid.ts';
import {
  blockMeans,
  LEVELS,
  levelsOf,
  LOOK_BLOCKS,
  SHARPNESS_LEVELS,
  sharpnessOf,
} from '../../../src/core/detection/picture-look.ts';
import { pictureLayout } from '../../../src/core/detection/picture-layout.ts';

const CELLS = LUMA_GRID.columns * LUMA_GRID.rows;
const BLOCKS = LOOK_BLOCKS.columns * LOOK_BLOCKS.rows;
const grid = fc.uint8Array({ minLength: CELLS, maxLength: CELLS });
const levels = (cells: Uint8Array): number[] => levelsOf(blockMeans(cells));
const blockOf = (cell: number): number =>
  Math.floor(Math.floor(cell / LUMA_GRID.columns) / 6) * 4 + Math.floor((cell % LUMA_GRID.columns) / 8);

/** A picture of plain blocks, each of the brightness given. */
const ofBlocks = (means: readonly number[]): Uint8Array =>
  Uint8Array.from({ length: CELLS }, (_, cell) => means[blockOf(cell)] ?? 0);

/** One bit for each cell, to be hidden in a picture. */
const pattern = fc.array(fc.boolean(), { minLength: CELLS, maxLength: CELLS });
const marked = (cells: Uint8Array, bits: readonly boolean[]): Uint8Array =>
  cells.map((value, cell) => value + (bits[cell] ? 1 : -1));
const deviationOf = (values: readonly number[]): number => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
};

describe('what is told of a picture', () => {
  it('has 40 bits at most, whatever it shows', () => {
    expect(BLOCKS * Math.log2(LEVELS) + Math.log2(SHARPNESS_LEVELS)).toBeLessThanOrEqual(48);
    fc.assert(
      fc.property(grid, (cells) => {
        const told = levels(cells);
        expect(told).toHaveLength(BLOCKS);
        for (const level of told) expect(Array.from({ length: LEVELS }, (_, at) => at)).toContain(level);
      }),
    );
  });

  it('is the same of every picture with the same means: nothing inside a block can be read back', () => {
    fc.assert(
      fc.property(grid, fc.array(fc.nat(), { minLength: CELLS, maxLength: CELLS }), (cells, random) => {
        const order = [...cells.keys()].map((cell) => ({
          cell,
          by: blockOf(cell),
          key: random[cell] ?? 0,
        }));
        const byBlock = order.toSorted((a, b) => a.by - b.by || a.key - b.key);
        const places = order.toSorted((a, b) => a.by - b.by || a.cell - b.cell);
        const shuffled = new Uint8Array(CELLS);
        byBlock.forEach(({ cell }, index) => {
          shuffled[places[index]?.cell ?? 0] = cells[cell] ?? 0;
        });
        expect(levels(shuffled)).toEqual(levels(cells));
      }),
    );
  });

  it('is the same of very different pictures: they differ in 32 levels of luma almost everywhere', () => {
    const plain = ofBlocks([60, 60, 60, 60, 120, 120, 120, 120, 200, 200, 200, 200]);
    const rough = plain.map((value, cell) => value + ((cell + Math.floor(cell / 32)) % 2 === 0 ? 32 : -32));
    expect(levels(rough)).toEqual(levels(plain));
  });

  it('carries no watermark: a pattern of one level up or down changes nothing inside of the levels', () => {
    const shop = ofBlocks([30, 90, 140, 220, 36, 100, 162, 200, 34, 60, 120, 188]);
    fc.assert(
      fc.property(pattern, (bits) => {
        expect(levels(marked(shop, bits))).toEqual(levels(shop));
      }),
    );
  });

  it('where a block lies at the edge of a level, such a pattern moves it by one at most', () => {
    const means = fc.array(fc.integer({ min: 1, max: 254 }), { minLength: BLOCKS, maxLength: BLOCKS });
    fc.assert(
      fc.property(means, pattern, (blocks, bits) => {
        fc.pre(deviationOf(blocks) > 8); // a picture at the edge of being plain shows nothing, or next to nothing
        const shop = ofBlocks(blocks);
        const before = levels(shop);
        levels(marked(shop, bits)).forEach((level, block) => {
          expect(Math.abs(level - (before[block] ?? 0))).toBeLessThanOrEqual(1);
        });
      }),
    );
  });

  it('does not depend on the light, nor on the contrast', () => {
    const means = [30, 80, 140, 220, 45, 100, 160, 200, 20, 60, 120, 180];
    expect(levels(ofBlocks(means.map((value) => value * 0.5 + 40)))).toEqual(levels(ofBlocks(means)));
  });
});

describe('a look', () => {
  it('is the mean of a minute: who walks through changes little', () => {
    const shop = ofBlocks([30, 80, 140, 220, 45, 100, 160, 200, 20, 60, 120, 180]);
    const taker = new LookTaker();
    for (let second = 0; second < 60; second++) {
      taker.add(shop.map((value, cell) => (blockOf(cell) === second % BLOCKS && second < 12 ? 0 : value)));
    }
    expect(taker.take(60_000, 9)).toEqual({ levels: levels(shop), sharpness: 9 });
  });

  it('is due after ten seconds, then once a minute', () => {
    const taker = new LookTaker();
    const due: number[] = [];
    for (let atMs = 0; atMs <= 140_000; atMs += 1000) {
      const isDue = taker.isDue(atMs);
      taker.add(new Uint8Array(CELLS));
      if (!isDue) continue;
      due.push(atMs);
      taker.take(atMs, 0);
    }
    expect(due).toEqual([10_000, 70_000, 130_000]);
  });
});

describe('sharpness', () => {
  const sharpness = (
    format: 'I420' | 'BGRA',
    value: (x: number, y: number) => number,
    size = { width: 640, height: 360 },
  ): number => {
    const layout = pictureLayout({ ...size, format, matrix: null, fullRange: true });
    const [plane] = layout.planes;
    const bytes = new Uint8Array(layout.length);
    for (let y = 0; y < size.height; y++) {
      for (let x = 0; x < size.width; x++) {
        const at = y * plane!.stride + x * plane!.channels;
        bytes.fill(value(x, y), at, at + plane!.channels);
      }
    }
    return sharpnessOf(bytes, layout);
  };
  const stripes = (period: number) => (x: number) => 100 + 50 * Math.sin((2 * Math.PI * x) / period);

  test.each(['I420', 'BGRA'] as const)('falls as detail gets coarser: %s', (format) => {
    const told = [4, 12, 40, 160].map((period) => sharpness(format, stripes(period)));
    expect(told).toEqual(told.toSorted((a, b) => b - a));
    expect(new Set(told).size).toBeGreaterThan(2);
  });

  it('is 0 of a plain picture, and of one that is a pixel wide', () => {
    expect(sharpness('I420', () => 90)).toBe(0);
    expect(sharpness('I420', () => 90, { width: 1, height: 1 })).toBe(0);
  });
});
