import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLumaReader, LUMA_GRID } from '../../../src/core/detection/luma-grid.ts';
import { pictureLayout } from '../../../src/core/detection/picture-layout.ts';
import { EMPTY_AFTER_MS, EmptyBackground } from '../../../src/core/preview/empty-background.ts';
import { blockBox, PREVIEW_GRID, toPreviewBlocks } from '../../../src/core/preview/preview-blocks.ts';
import { heldAt, LIVE_MS, openedAt, phaseAt, STILL_MS } from '../../../src/core/preview/preview-timer.ts';
import { silhouetteOf } from '../../../src/core/preview/silhouette.ts';

const WHOLE = { left: 0, top: 0, right: 1, bottom: 1 };
const CELLS = LUMA_GRID.columns * LUMA_GRID.rows;

const aRegion = fc
  .tuple(fc.double({ min: 0, max: 0.9, noNaN: true }), fc.double({ min: 0.02, max: 1, noNaN: true }))
  .map(([from, size]) => [from, Math.min(1, from + size)] as const);
const aLuma = fc.uint8Array({ minLength: CELLS, maxLength: CELLS });

describe('blocks of the set-up picture', () => {
  it('are never finer than 1/32 by 1/18 of the whole picture, whatever part of it is read', () => {
    fc.assert(
      fc.property(aRegion, aRegion, aLuma, ([left, right], [top, bottom], luma) => {
        const blocks = toPreviewBlocks(luma, { left, right, top, bottom });
        for (let block = 0; block < blocks.levels.length; block += 1) {
          const box = blockBox(blocks, block);
          // A region that is smaller than a block is one block.
          expect(box.right - box.left).toBeGreaterThanOrEqual(
            Math.min(1 / PREVIEW_GRID.columns, right - left) - 1e-9,
          );
          expect(box.bottom - box.top).toBeGreaterThanOrEqual(
            Math.min(1 / PREVIEW_GRID.rows, bottom - top) - 1e-9,
          );
        }
      }),
    );
  });

  it('are means: none is brighter or darker than the cells, and their mean is that of the cells', () => {
    fc.assert(
      fc.property(aRegion, aLuma, ([left, right], luma) => {
        const { levels } = toPreviewBlocks(luma, { ...WHOLE, left, right });
        expect(Math.max(...levels)).toBeLessThanOrEqual(Math.max(...luma) + 1e-9);
        const mean = (values: ArrayLike<number>): number =>
          Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
        expect(mean(levels)).toBeCloseTo(mean(luma), 6);
      }),
    );
  });
});

describe('somebody whom the detector misses', () => {
  const size = { width: 640, height: 360 };
  const layout = pictureLayout({ ...size, format: 'I420', matrix: null, fullRange: true });

  /** A picture of someone who stands there for a minute, of which nobody's box is known, as it is drawn. */
  function drawnOf(pixel: (x: number, y: number) => number): { levels: Uint8Array; luma: Uint8Array } {
    const bytes = new Uint8Array(layout.length).fill(128);
    for (let y = 0; y < size.height; y += 1)
      for (let x = 0; x < size.width; x += 1) bytes[y * layout.planes[0]!.stride + x] = pixel(x, y);
    const luma = createLumaReader(layout)(bytes).cells;
    const background = new EmptyBackground();
    const blocks = toPreviewBlocks(luma, WHOLE);
    for (let atMs = 0; atMs <= 60_000; atMs += 250) background.add(blocks, [], atMs);
    return { levels: background.over(blocks), luma };
  }

  it('is no more than the grey means of blocks, also after a minute', () => {
    const person = (x: number, y: number): number =>
      x > 280 && x < 360 && y > 60 ? (x * 31 + y * 17) % 256 : 200;
    const { levels, luma } = drawnOf(person);
    expect(levels).toHaveLength(PREVIEW_GRID.columns * PREVIEW_GRID.rows);
    expect(levels).toEqual(luma);
  });

  it('is drawn the same whatever the face, where the means of the blocks are the same', () => {
    // Stripes and their negative: each block holds as much of both.
    const stripes = (x: number, y: number): number => (((x >> 1) + (y >> 1)) % 2 === 0 ? 40 : 200);
    const negative = (x: number, y: number): number => 240 - stripes(x, y);
    const [one, other] = [drawnOf(stripes).levels, drawnOf(negative).levels];
    const differences = Array.from(one, (level, block) => Math.abs(level - (other[block] ?? 0)));
    expect(Math.max(...differences)).toBeLessThanOrEqual(40); // of 160 levels that each pixel differs by
  });
});

describe('the empty background', () => {
  const person = { left: 0.4, right: 0.6, top: 0.2, bottom: 0.9 };
  const luma = (level: number, inPerson: number): Uint8Array =>
    Uint8Array.from({ length: CELLS }, (_, cell) => {
      const box = blockBox({ ...LUMA_GRID, region: WHOLE }, cell);
      const inside =
        box.left >= person.left &&
        box.right <= person.right &&
        box.top >= person.top &&
        box.bottom <= person.bottom;
      return inside ? inPerson : level;
    });

  it('holds what was seen while nobody was there, and nothing of who came', () => {
    const background = new EmptyBackground();
    const empty = toPreviewBlocks(luma(180, 180), WHOLE);
    const occupied = toPreviewBlocks(luma(180, 20), WHOLE);
    for (let atMs = 0; atMs <= EMPTY_AFTER_MS + 1000; atMs += 250) background.add(empty, [], atMs);
    for (let atMs = 7000; atMs < 30_000; atMs += 250) background.add(occupied, [person], atMs);
    expect(new Set(background.over(occupied))).toEqual(new Set([180]));
  });

  it('shows the mosaic of the present picture until a block was seen empty for long enough', () => {
    const background = new EmptyBackground();
    const occupied = toPreviewBlocks(luma(180, 20), WHOLE);
    for (let atMs = 0; atMs < 60_000; atMs += 250) background.add(occupied, [person], atMs);
    expect(new Set(background.over(occupied))).toEqual(new Set([180, 20]));
  });

  it('is overwritten at the end and when the part that is read changes', () => {
    const background = new EmptyBackground();
    const bright = toPreviewBlocks(luma(200, 200), WHOLE);
    const dark = toPreviewBlocks(luma(10, 10), WHOLE);
    for (let atMs = 0; atMs <= 8000; atMs += 250) background.add(bright, [], atMs);
    background.clear();
    background.add(dark, [], 9000);
    expect(new Set(background.over(dark))).toEqual(new Set([10]));
  });
});

describe('a silhouette', () => {
  it('knows the box and nothing else, and lies within it', () => {
    const box = { left: 0.2, right: 0.4, top: 0.1, bottom: 0.9 };
    for (const { x, y, radiusX, radiusY } of silhouetteOf(box)) {
      expect(x - radiusX).toBeGreaterThanOrEqual(box.left);
      expect(x + radiusX).toBeLessThanOrEqual(box.right);
      expect(y - radiusY).toBeGreaterThanOrEqual(box.top - 1e-9);
      expect(y + radiusY).toBeLessThanOrEqual(box.bottom + 1e-9);
    }
  });
});

describe('the time of a set-up picture', () => {
  it('ends by itself: after a minute, and held still after a quarter of an hour', () => {
    const live = openedAt(1000);
    expect(phaseAt(live, 1000 + LIVE_MS - 1).kind).toBe('live');
    expect(phaseAt(live, 1000 + LIVE_MS).kind).toBe('ended');
    const still = heldAt(live, 31_000);
    expect(phaseAt(still, 31_000 + STILL_MS - 1).kind).toBe('still');
    expect(phaseAt(still, 31_000 + STILL_MS).kind).toBe('ended');
  });

  it('is not prolonged by holding again, nor brought back', () => {
    const still = heldAt(openedAt(0), 1000);
    expect(heldAt(still, 500_000)).toEqual(still);
    expect(heldAt(openedAt(0), LIVE_MS).kind).toBe('ended');
    expect(heldAt({ kind: 'ended' }, 0).kind).toBe('ended');
  });
});
