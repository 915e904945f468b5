/* eslint-disable @typescript-eslint/no-non-null-assertion -- indices are in range by construction, and a check per
   sample would cost more than the work on it */
import type { Plane } from './picture-layout.ts';
import { createTaps } from './taps.ts';

/** Which rows of a plane make up each target row. Places count in words of four bytes. */
export interface RowTaps {
  readonly count: number;
  /** Where the first source row begins, by target row. */
  readonly tops: Int32Array;
  readonly stride: number;
  /** `count` weights per target row, in 256ths; they sum to 256. */
  readonly parts: Int32Array;
  /** Words per row: four samples each, the last perhaps in part. */
  readonly width: number;
}

/** Taps that scale a plane to `target` rows. */
export function createRowTaps(plane: Plane, target: number): RowTaps {
  const { count, first, weights } = createTaps(plane.height, target);
  const stride = plane.stride / 4;
  return {
    count,
    tops: first.map((row) => plane.offset / 4 + row * stride),
    stride,
    parts: to256ths(weights, count),
    width: Math.ceil((plane.width * plane.channels) / 4),
  };
}

/** Rounds weights so that each group of `count` sums to 256: no brightness is won or lost. */
function to256ths(weights: Float32Array, count: number): Int32Array {
  let exact = 0;
  let given = 0;
  return Int32Array.from(weights, (weight, at) => {
    if (at % count === 0) exact = given = 0;
    exact += weight * 256;
    const part = Math.round(exact) - given;
    given += part;
    return part;
  });
}

/** Where sample `index` of a row lies in a blended row, seen as 16-bit numbers. */
export function blendedPlace(index: number): number {
  return (index & ~3) | ((index & 1) << 1) | ((index >> 1) & 1);
}

/** Two of a word's four bytes, each with room for 16 bits: both are multiplied at once, in half the time. */
const EVERY_OTHER = 0x00ff00ff;

/**
 * Blends the source rows of one target row. `row` gets two words for each of the source: its samples times 256, in
 * the order of `blendedPlace`.
 */
export function blendRows(
  words: Uint32Array,
  row: Uint32Array,
  work: { taps: RowTaps; target: number },
): void {
  const { taps, target } = work;
  const from = target * taps.count;
  if (taps.count <= 3) {
    blendThreeRows(words, row, { taps, top: taps.tops[target]!, from, end: from + taps.count });
    return;
  }
  row.fill(0);
  for (let done = 0; done < taps.count; done += 5) {
    const top = taps.tops[target]! + done * taps.stride;
    addFiveRows(words, row, { taps, top, from: from + done, end: from + taps.count });
  }
}

/** Rows from `top` on, with the weights `from` up to `end` (exclusive). */
interface Pass {
  readonly taps: RowTaps;
  readonly top: number;
  readonly from: number;
  readonly end: number;
}

/** The weight of a pass's n-th row, 0 beyond its end. */
function partAt({ taps, from, end }: Pass, index: number): number {
  return from + index < end ? taps.parts[from + index]! : 0;
}

/** Where a row begins. One of weight 0 may lie outside the picture: the first is read in its stead. */
function rowAt({ taps, top }: Pass, index: number, part: number): number {
  return part === 0 ? top : top + index * taps.stride;
}

// Several rows in one pass over `row`, not one pass each: a third of the time.
function blendThreeRows(words: Uint32Array, row: Uint32Array, pass: Pass): void {
  const [a, b, c] = [partAt(pass, 0), partAt(pass, 1), partAt(pass, 2)];
  const [first, second, third] = [pass.top, rowAt(pass, 1, b), rowAt(pass, 2, c)];
  const { width } = pass.taps;
  for (let x = 0; x < width; x++) {
    const p = words[first + x]!;
    const q = words[second + x]!;
    const r = words[third + x]!;
    row[2 * x] =
      (Math.imul(p & EVERY_OTHER, a) + Math.imul(q & EVERY_OTHER, b) + Math.imul(r & EVERY_OTHER, c)) | 0;
    row[2 * x + 1] =
      (Math.imul((p >>> 8) & EVERY_OTHER, a) +
        Math.imul((q >>> 8) & EVERY_OTHER, b) +
        Math.imul((r >>> 8) & EVERY_OTHER, c)) |
      0;
  }
}

function addFiveRows(words: Uint32Array, row: Uint32Array, pass: Pass): void {
  const [a, b, c, d, e] = [0, 1, 2, 3, 4].map((index) => partAt(pass, index)) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const first = pass.top;
  const second = rowAt(pass, 1, b);
  const third = rowAt(pass, 2, c);
  const fourth = rowAt(pass, 3, d);
  const fifth = rowAt(pass, 4, e);
  const { width } = pass.taps;
  for (let x = 0; x < width; x++) {
    const p = words[first + x]!;
    const q = words[second + x]!;
    const r = words[third + x]!;
    const s = words[fourth + x]!;
    const t = words[fifth + x]!;
    row[2 * x] =
      (row[2 * x]! +
        Math.imul(p & EVERY_OTHER, a) +
        Math.imul(q & EVERY_OTHER, b) +
        Math.imul(r & EVERY_OTHER, c) +
        Math.imul(s & EVERY_OTHER, d) +
        Math.imul(t & EVERY_OTHER, e)) |
      0;
    row[2 * x + 1] =
      (row[2 * x + 1]! +
        Math.imul((p >>> 8) & EVERY_OTHER, a) +
        Math.imul((q >>> 8) & EVERY_OTHER, b) +
        Math.imul((r >>> 8) & EVERY_OTHER, c) +
        Math.imul((s >>> 8) & EVERY_OTHER, d) +
        Math.imul((t >>> 8) & EVERY_OTHER, e)) |
      0;
  }
}
