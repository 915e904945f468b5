/* eslint-disable @typescript-eslint/no-non-null-assertion -- indices are in range by construction, and a check per
   sample would cost more than the work on it */
import type { PictureLayout } from './picture-layout.ts';

/** Cells of the grid: coarse enough to show nobody's face, fine enough that somebody far away fills a good part of one. */
export const LUMA_GRID = { columns: 32, rows: 18 } as const;

/** Samples of one cell along each axis, about: more would cost time and tell nothing more. */
const SAMPLES = 10;

/** A picture's mean luma, by cell and over all. */
export interface LumaMeans {
  /** 0–255, `LUMA_GRID.columns` × `LUMA_GRID.rows`, row by row. */
  readonly cells: Uint8Array;
  /** 0–255. */
  readonly mean: number;
}

/** Reads the means of pictures of one layout; holds tables and sums, no picture. */
export type LumaReader = (bytes: Uint8Array) => LumaMeans;

/** Which samples of one axis are read, and where each cell's begin among them. */
interface Ticks {
  readonly samples: Int32Array;
  /** One more than there are cells. */
  readonly starts: Int32Array;
}

/** Prepares the sampling for one layout. A picture of fewer pixels than cells shares pixels among neighbours. */
export function createLumaReader(layout: PictureLayout): LumaReader {
  const columns = ticksOf(layout.width, LUMA_GRID.columns);
  const rows = ticksOf(layout.height, LUMA_GRID.rows);
  const plane = layout.planes[0]!;
  const places = columns.samples.map((x) => x * plane.channels);
  const addRow = layout.matrix === 'rgb' ? rgbAdder(layout) : addLuma;
  const sums = new Float64Array(LUMA_GRID.columns);
  const toLuma = lumaScale(layout);

  return (bytes) => {
    const cells = new Uint8Array(LUMA_GRID.columns * LUMA_GRID.rows);
    let total = 0;
    for (let row = 0; row < LUMA_GRID.rows; row++) {
      const [first, end] = [rows.starts[row]!, rows.starts[row + 1]!];
      sums.fill(0);
      for (let at = first; at < end; at++) {
        const start = plane.offset + rows.samples[at]! * plane.stride;
        addRow({ bytes, start, places, starts: columns.starts }, sums);
      }
      for (let column = 0; column < sums.length; column++) {
        const count = (end - first) * (columns.starts[column + 1]! - columns.starts[column]!);
        const luma = toLuma(sums[column]! / count);
        cells[row * sums.length + column] = Math.round(luma);
        total += luma;
      }
    }
    return { cells, mean: total / cells.length };
  };
}

function ticksOf(size: number, cells: number): Ticks {
  const samples: number[] = [];
  const starts = [0];
  for (let cell = 0; cell < cells; cell++) {
    const from = Math.min(size - 1, Math.floor((cell * size) / cells));
    const to = Math.max(from + 1, Math.floor(((cell + 1) * size) / cells));
    const step = Math.max(1, Math.floor((to - from) / SAMPLES));
    for (let at = from + ((step - 1) >> 1); at < to; at += step) samples.push(at);
    starts.push(samples.length);
  }
  return { samples: Int32Array.from(samples), starts: Int32Array.from(starts) };
}

/** One row of samples: where it begins, the bytes from there to each, and where each cell's begin among them. */
interface SampleRow {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly places: Int32Array;
  readonly starts: Int32Array;
}

type AddRow = (row: SampleRow, sums: Float64Array) => void;

function addLuma({ bytes, start, places, starts }: SampleRow, sums: Float64Array): void {
  for (let cell = 0; cell < sums.length; cell++) {
    let sum = 0;
    for (let at = starts[cell]!; at < starts[cell + 1]!; at++) sum += bytes[start + places[at]!]!;
    sums[cell] = sums[cell]! + sum;
  }
}

/** Luma of RGB by ITU-R BT.709. */
function rgbAdder({ components }: PictureLayout): AddRow {
  const [red, green, blue] = components.map(({ channel }) => channel) as [number, number, number];
  return ({ bytes, start, places, starts }, sums) => {
    for (let cell = 0; cell < sums.length; cell++) {
      let sum = 0;
      for (let at = starts[cell]!; at < starts[cell + 1]!; at++) {
        const pixel = start + places[at]!;
        sum += 0.2126 * bytes[pixel + red]! + 0.7152 * bytes[pixel + green]! + 0.0722 * bytes[pixel + blue]!;
      }
      sums[cell] = sums[cell]! + sum;
    }
  };
}

function lumaScale({ matrix, fullRange }: PictureLayout): (value: number) => number {
  if (matrix === 'rgb' || fullRange) return (value) => value;
  return (value) => Math.min(255, Math.max(0, ((value - 16) * 255) / 219));
}
