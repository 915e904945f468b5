/* eslint-disable @typescript-eslint/no-non-null-assertion -- indices are in range by construction, and a check per
   sample would cost more than the work on it */
import type { Plane } from './picture-layout.ts';

/** Which source samples make up each target sample of one axis, and their weights (summing to 1). */
export interface Taps {
  /** Source samples per target sample; unused ones have weight 0. */
  readonly count: number;
  /** First source sample, by target sample. `first + count` never exceeds the source. */
  readonly first: Int32Array;
  /** `count` weights per target sample. */
  readonly weights: Float32Array;
}

/**
 * Taps that scale `source` samples to `target`: the average over the source area that a target sample covers
 * when scaling down (no shimmer, whatever the factor), linear interpolation when scaling up.
 */
export function createTaps(source: number, target: number): Taps {
  const scale = source / target;
  const weightOf = scale < 1 ? linearWeight : areaWeight;
  const reach = Math.max(2, scale) / 2;
  const count = Math.min(source, roomyCount(Math.ceil(Math.max(1, scale)) + 1));
  const first = new Int32Array(target);
  const weights = new Float32Array(target * count);
  for (let index = 0; index < target; index++) {
    const centre = (index + 0.5) * scale;
    const edge = scale < 1 ? Math.floor(centre - 0.5) : Math.floor(centre - scale / 2);
    const start = Math.max(0, Math.min(source - count, edge));
    first[index] = start;
    const parts = Array.from({ length: count }, (_, tap) => weightOf(start + tap - centre, reach));
    const sum = parts.reduce((total, part) => total + part, 0);
    parts.forEach((part, tap) => (weights[index * count + tap] = part / sum));
  }
  return { count, first, weights };
}

/** The unrolled loops below want 3 or 5 taps; more are taken as they are. */
function roomyCount(needed: number): number {
  if (needed <= 3) return 3;
  return Math.max(5, needed);
}

/** How much of a sample that begins at `from` lies within ±`reach`. */
function areaWeight(from: number, reach: number): number {
  return Math.max(0, Math.min(from + 1, reach) - Math.max(from, -reach));
}

function linearWeight(from: number): number {
  return Math.max(0, 1 - Math.abs(from + 0.5));
}

/** Where `blendRows` is to work: target row `target` of `taps`, result in `row` (plane width × channels). */
export interface RowBlend {
  readonly taps: Taps;
  readonly target: number;
  readonly row: Float32Array;
}

/** Blends the source rows that make up one target row. */
export function blendRows(bytes: Uint8Array, plane: Plane, { taps, target, row }: RowBlend): void {
  const { count, weights, first } = taps;
  const source = { bytes, stride: plane.stride, samples: plane.width * plane.channels };
  const top = plane.offset + first[target]! * plane.stride;
  const from = target * count;
  if (count <= 3) {
    blendThreeRows(row, source, { top, weights, from, end: from + count });
    return;
  }
  row.fill(0, 0, source.samples);
  for (let done = 0; done < count; done += 5) {
    const pass = { top: top + done * plane.stride, weights, from: from + done, end: from + count };
    addFiveRows(row, source, pass);
  }
}

interface RowSource {
  readonly bytes: Uint8Array;
  readonly stride: number;
  readonly samples: number;
}

/** The first row's byte, and weights `from` up to `end` (exclusive), one a row. */
interface RowPass {
  readonly top: number;
  readonly weights: Float32Array;
  readonly from: number;
  readonly end: number;
}

/** The weight of a pass's n-th row, 0 beyond its end. */
function weightAt({ weights, from, end }: RowPass, index: number): number {
  return from + index < end ? weights[from + index]! : 0;
}

// Several rows in one pass over `row`, not one pass each: a third of the time. A row of weight 0 may lie outside the
// picture, so the first one is read in its stead.
function blendThreeRows(row: Float32Array, { bytes, stride, samples }: RowSource, pass: RowPass): void {
  const { top } = pass;
  const a = weightAt(pass, 0);
  const b = weightAt(pass, 1);
  const c = weightAt(pass, 2);
  const second = b === 0 ? top : top + stride;
  const third = c === 0 ? top : top + 2 * stride;
  for (let x = 0; x < samples; x++) {
    row[x] = a * bytes[top + x]! + b * bytes[second + x]! + c * bytes[third + x]!;
  }
}

function addFiveRows(row: Float32Array, { bytes, stride, samples }: RowSource, pass: RowPass): void {
  const { top } = pass;
  const a = weightAt(pass, 0);
  const b = weightAt(pass, 1);
  const c = weightAt(pass, 2);
  const d = weightAt(pass, 3);
  const e = weightAt(pass, 4);
  const second = b === 0 ? top : top + stride;
  const third = c === 0 ? top : top + 2 * stride;
  const fourth = d === 0 ? top : top + 3 * stride;
  const fifth = e === 0 ? top : top + 4 * stride;
  for (let x = 0; x < samples; x++) {
    row[x] =
      row[x]! +
      a * bytes[top + x]! +
      b * bytes[second + x]! +
      c * bytes[third + x]! +
      d * bytes[fourth + x]! +
      e * bytes[fifth + x]!;
  }
}

/** Where `blendColumns` is to read: every `step`-th sample of `row`, beginning with `channel`. */
export interface ColumnBlend {
  readonly taps: Taps;
  readonly step: number;
  readonly channel: number;
}

/** Blends the samples of one row into the target samples of one component. */
export function blendColumns(row: Float32Array, line: Float32Array, blend: ColumnBlend): void {
  if (blend.taps.count === 3) blendByThree(row, line, blend);
  else if (blend.taps.count === 5) blendByFive(row, line, blend);
  else blendByAny(row, line, blend);
}

// Unrolled: half the time of the loop below for the two usual counts.
function blendByThree(row: Float32Array, line: Float32Array, { taps, step, channel }: ColumnBlend): void {
  const { weights: w, first } = taps;
  for (let index = 0, at = 0; index < first.length; index++, at += 3) {
    const place = first[index]! * step + channel;
    line[index] =
      w[at]! * row[place]! + w[at + 1]! * row[place + step]! + w[at + 2]! * row[place + 2 * step]!;
  }
}

function blendByFive(row: Float32Array, line: Float32Array, { taps, step, channel }: ColumnBlend): void {
  const { weights: w, first } = taps;
  for (let index = 0, at = 0; index < first.length; index++, at += 5) {
    const place = first[index]! * step + channel;
    line[index] =
      w[at]! * row[place]! +
      w[at + 1]! * row[place + step]! +
      w[at + 2]! * row[place + 2 * step]! +
      w[at + 3]! * row[place + 3 * step]! +
      w[at + 4]! * row[place + 4 * step]!;
  }
}

function blendByAny(row: Float32Array, line: Float32Array, { taps, step, channel }: ColumnBlend): void {
  const { count, weights, first } = taps;
  for (let index = 0, at = 0; index < first.length; index++) {
    let place = first[index]! * step + channel;
    let sum = 0;
    for (const end = at + count; at < end; at++, place += step) sum += weights[at]! * row[place]!;
    line[index] = sum;
  }
}
