import { LUMA_GRID } from '../detection/luma-grid.ts';
import type { Box } from '../geometry/box.ts';

/**
 * Blocks of the set-up picture over the whole camera picture. A block is 1/18 of the picture's height: the head of
 * somebody who fills half of it is one grey value, of somebody who fills all of it two by two.
 */
export const PREVIEW_GRID = { columns: 32, rows: 18 } as const;

/** Grey means of blocks, row by row, over a region in fractions of the picture. */
export interface PreviewBlocks {
  readonly columns: number;
  readonly rows: number;
  readonly region: Box;
  /** 0–255. */
  readonly levels: Float64Array;
}

/**
 * Blocks from a glance at a region. The glance has as many cells however small the region is, so they are averaged by
 * area into blocks that are never finer than `PREVIEW_GRID` of the whole picture.
 */
export function toPreviewBlocks(luma: Uint8Array, region: Box): PreviewBlocks {
  const columns = blocksOf(PREVIEW_GRID.columns, region.right - region.left);
  const rows = blocksOf(PREVIEW_GRID.rows, region.bottom - region.top);
  const across = weightsOf(columns, LUMA_GRID.columns);
  const down = weightsOf(rows, LUMA_GRID.rows);
  const levels = new Float64Array(columns * rows);
  down.forEach((inRow, row) =>
    across.forEach((inColumn, column) => {
      let sum = 0;
      for (const { cell: y, share: high } of inRow)
        for (const { cell: x, share: wide } of inColumn)
          sum += high * wide * (luma[y * LUMA_GRID.columns + x] ?? 0);
      levels[row * columns + column] = sum;
    }),
  );
  return { columns, rows, region, levels };
}

/** Where a block lies, in fractions of the picture. */
export function blockBox({ columns, rows, region }: Omit<PreviewBlocks, 'levels'>, block: number): Box {
  const column = block % columns;
  const row = Math.floor(block / columns);
  const width = (region.right - region.left) / columns;
  const height = (region.bottom - region.top) / rows;
  return {
    left: region.left + column * width,
    right: region.left + (column + 1) * width,
    top: region.top + row * height,
    bottom: region.top + (row + 1) * height,
  };
}

/** So many blocks that each is at least as wide as one of the whole picture; a tiny region is one block. */
function blocksOf(whole: number, share: number): number {
  return Math.max(1, Math.min(whole, Math.floor(whole * share + 1e-9)));
}

interface Share {
  readonly cell: number;
  readonly share: number;
}

/** Which cells lie in each block, and with what share of it; the shares of a block are 1 together. */
function weightsOf(blocks: number, cells: number): Share[][] {
  return Array.from({ length: blocks }, (_, block) => {
    const from = (block * cells) / blocks;
    const to = ((block + 1) * cells) / blocks;
    const shares: Share[] = [];
    for (let cell = Math.floor(from); cell < Math.min(cells, Math.ceil(to)); cell++) {
      const part = Math.min(to, cell + 1) - Math.max(from, cell);
      if (part > 0) shares.push({ cell, share: part / (to - from) });
    }
    return shares;
  });
}
