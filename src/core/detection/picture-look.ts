/* eslint-disable @typescript-eslint/no-non-null-assertion -- indices are in range by construction */
import { LUMA_GRID } from './luma-grid.ts';
import type { PictureLayout } from './picture-layout.ts';

/**
 * All that is told, and stored, of how a camera's picture looked in one minute: 13 small integers, 40 bits at most. It
 * is enough to notice that a camera was moved, and shows nothing: it is a mean over a minute of a twelfth of the picture,
 * beside the other twelfths.
 */
export interface PictureLook {
  /** Brightness of each block in deviations from the mean, half a deviation a level, 0–7; all `PLAIN` for a plain picture. */
  readonly levels: readonly number[];
  /** Fine detail in proportion to coarse, 0–15: falls when the lens is dirty or out of focus. */
  readonly sharpness: number;
}

/** Blocks of whole cells of the luma grid. */
export const LOOK_BLOCKS = { columns: 4, rows: 3 } as const;
export const LEVELS = 8;
export const SHARPNESS_LEVELS = 16;

/** Level of every block of a picture without any. */
export const PLAIN = 4;
/** Blocks that differ less from each other (levels of luma) show nothing: something is in front of the lens, or it is night. */
const PLAIN_DEVIATION = 6;
const LEVELS_PER_DEVIATION = 2;

/** The steps that fine and coarse detail are measured with, in parts of the picture's width, and every how many rows. */
const FINE_STEP = 1 / 320;
const COARSE_STEP = 1 / 40;
const ROW_STEP = 8;
const SHARPNESS_SCALE = 30;

/** Mean luma of each block; `cells` is a `LUMA_GRID`. */
export function blockMeans(cells: Uint8Array): number[] {
  const across = LUMA_GRID.columns / LOOK_BLOCKS.columns;
  const down = LUMA_GRID.rows / LOOK_BLOCKS.rows;
  const sums = new Array<number>(LOOK_BLOCKS.columns * LOOK_BLOCKS.rows).fill(0);
  for (let row = 0; row < LUMA_GRID.rows; row++) {
    for (let column = 0; column < LUMA_GRID.columns; column++) {
      const block = Math.floor(row / down) * LOOK_BLOCKS.columns + Math.floor(column / across);
      sums[block] = sums[block]! + cells[row * LUMA_GRID.columns + column]!;
    }
  }
  return sums.map((sum) => sum / (across * down));
}

/** Levels of block means. Light that all blocks share, and how strong it is, changes none of them. */
export function levelsOf(means: readonly number[]): number[] {
  const mean = means.reduce((sum, value) => sum + value, 0) / means.length;
  const deviation = Math.sqrt(means.reduce((sum, value) => sum + (value - mean) ** 2, 0) / means.length);
  if (deviation < PLAIN_DEVIATION) return means.map(() => PLAIN);
  return means.map((value) => {
    const level = Math.round((LEVELS - 1) / 2 + (LEVELS_PER_DEVIATION * (value - mean)) / deviation);
    return Math.min(LEVELS - 1, Math.max(0, level));
  });
}

/** Sharpness of a picture in memory, 0–15. One number of the whole picture; brightness and contrast change it little. */
export function sharpnessOf(bytes: Uint8Array, layout: PictureLayout): number {
  const fine = meanStep(bytes, layout, Math.max(1, Math.round(layout.width * FINE_STEP)));
  const coarse = meanStep(bytes, layout, Math.max(2, Math.round(layout.width * COARSE_STEP)));
  if (coarse === 0) return 0;
  return Math.min(SHARPNESS_LEVELS - 1, Math.round((SHARPNESS_SCALE * fine) / coarse));
}

/** Mean difference of samples that lie `step` apart in a row. Luma, of RGB the green. */
function meanStep(bytes: Uint8Array, layout: PictureLayout, step: number): number {
  const { plane: index, channel } = layout.components[layout.matrix === 'rgb' ? 1 : 0];
  const plane = layout.planes[index]!;
  let sum = 0;
  let count = 0;
  for (let y = 0; y < plane.height; y += ROW_STEP) {
    const row = plane.offset + y * plane.stride + channel;
    for (let x = step; x < plane.width; x += 1) {
      sum += Math.abs(bytes[row + x * plane.channels]! - bytes[row + (x - step) * plane.channels]!);
      count += 1;
    }
  }
  return count === 0 ? 0 : sum / count;
}
