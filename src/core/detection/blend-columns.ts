/* eslint-disable @typescript-eslint/no-non-null-assertion -- indices are in range by construction, and a check per
   sample would cost more than the work on it */
import { blendedPlace } from './blend-rows.ts';
import type { Component, Plane } from './picture-layout.ts';
import { createTaps } from './taps.ts';

/** Which places of a blended row make up each target sample of one component. */
export interface ColumnTaps {
  readonly count: number;
  /** `count` places and weights per target sample; the weights undo the factor 256 of blended rows. */
  readonly places: Int32Array;
  readonly weights: Float32Array;
}

/** Taps for one component of a plane, scaled to `target` samples. */
export function createColumnTaps(plane: Plane, { channel }: Component, target: number): ColumnTaps {
  const { count, first, weights } = createTaps(plane.width, target);
  const places = Int32Array.from(weights, (_, at) => {
    const sample = (first[Math.floor(at / count)] ?? 0) + (at % count);
    return blendedPlace(sample * plane.channels + channel);
  });
  return { count, places, weights: weights.map((weight) => weight / 256) };
}

/** Blends the samples of one blended row into one target row of one component. */
export function blendColumns(row: Uint16Array, line: Float32Array, taps: ColumnTaps): void {
  if (taps.count === 3) blendByThree(row, line, taps);
  else if (taps.count === 5) blendByFive(row, line, taps);
  else blendByAny(row, line, taps);
}

// Unrolled: half the time of the loop below for the two usual counts.
function blendByThree(row: Uint16Array, line: Float32Array, { places: p, weights: w }: ColumnTaps): void {
  for (let index = 0, at = 0; index < line.length; index++, at += 3) {
    line[index] = w[at]! * row[p[at]!]! + w[at + 1]! * row[p[at + 1]!]! + w[at + 2]! * row[p[at + 2]!]!;
  }
}

function blendByFive(row: Uint16Array, line: Float32Array, { places: p, weights: w }: ColumnTaps): void {
  for (let index = 0, at = 0; index < line.length; index++, at += 5) {
    line[index] =
      w[at]! * row[p[at]!]! +
      w[at + 1]! * row[p[at + 1]!]! +
      w[at + 2]! * row[p[at + 2]!]! +
      w[at + 3]! * row[p[at + 3]!]! +
      w[at + 4]! * row[p[at + 4]!]!;
  }
}

function blendByAny(row: Uint16Array, line: Float32Array, { count, places, weights }: ColumnTaps): void {
  for (let index = 0, at = 0; index < line.length; index++) {
    let sum = 0;
    for (const end = at + count; at < end; at++) sum += weights[at]! * row[places[at]!]!;
    line[index] = sum;
  }
}
