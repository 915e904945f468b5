import type { Box } from '../geometry/box.ts';
import { blockBox, type PreviewBlocks } from './preview-blocks.ts';

/** A block counts as seen empty after this long without anybody's box on it. */
export const EMPTY_AFTER_MS = 5000;
/** The mean follows the light over about this long. */
const MEMORY_MS = 20_000;
/** Time between two pictures that counts at most. */
const LONGEST_STEP_MS = 1000;
/** Boxes are taken this much larger on each side, in their own size: feet and shadows belong to somebody. */
const MARGIN = 0.15;

/**
 * The empty place, learnt block by block in memory: a running mean of what is seen of each block while nobody's box is on
 * it. Never finer than its blocks, so somebody whom the detector misses is no more than a few grey values.
 */
export class EmptyBackground {
  #means = new Float64Array(0);
  #emptyMs = new Float64Array(0);
  #shape = '';
  #beforeMs: number | null = null;

  /** Takes a picture's blocks in; `boxes` are people, in fractions of the picture. */
  add(blocks: PreviewBlocks, boxes: readonly Box[], atMs: number): void {
    const shape = JSON.stringify([blocks.columns, blocks.rows, blocks.region]);
    if (shape !== this.#shape) this.#begin(shape, blocks.levels.length);
    const stepMs = Math.min(LONGEST_STEP_MS, Math.max(0, atMs - (this.#beforeMs ?? atMs)));
    this.#beforeMs = atMs;
    const people = boxes.map(grown);
    blocks.levels.forEach((level, block) => {
      const place = blockBox(blocks, block);
      if (!people.some((box) => overlap(box, place))) this.#learn(block, level, stepMs);
    });
  }

  /** What is drawn of a picture: the empty place where it is known, else the picture's own block. 0–255. */
  over(blocks: PreviewBlocks): Uint8Array {
    return Uint8Array.from(blocks.levels, (level, block) =>
      Math.round((this.#emptyMs[block] ?? 0) >= EMPTY_AFTER_MS ? (this.#means[block] ?? level) : level),
    );
  }

  /** Overwrites what was learnt. */
  clear(): void {
    this.#means.fill(0);
    this.#emptyMs.fill(0);
    this.#beforeMs = null;
  }

  #begin(shape: string, blocks: number): void {
    this.clear();
    this.#shape = shape;
    this.#means = new Float64Array(blocks);
    this.#emptyMs = new Float64Array(blocks);
  }

  #learn(block: number, level: number, stepMs: number): void {
    const knownMs = this.#emptyMs[block] ?? 0;
    const mean = this.#means[block] ?? 0;
    const share = knownMs === 0 ? 1 : stepMs / Math.min(MEMORY_MS, knownMs + stepMs);
    this.#means[block] = mean + (level - mean) * share;
    this.#emptyMs[block] = Math.min(MEMORY_MS, knownMs + Math.max(stepMs, 1));
  }
}

function grown({ left, right, top, bottom }: Box): Box {
  const x = (right - left) * MARGIN;
  const y = (bottom - top) * MARGIN;
  return { left: left - x, right: right + x, top: top - y, bottom: bottom + y };
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
