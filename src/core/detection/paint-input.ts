/* eslint-disable @typescript-eslint/no-non-null-assertion -- indices are in range by construction, and a check per
   sample would cost more than the work on it */
import type { Letterbox } from './letterbox.ts';
import type { PictureLayout } from './picture-layout.ts';
import { blendColumns, createColumnTaps } from './blend-columns.ts';
import { blendRows, createRowTaps } from './blend-rows.ts';
import type { RowTaps } from './blend-rows.ts';

/** Grey of the padding around the picture, as in the detectors' training. */
export const PADDING = 114;

/** Turns pictures of one layout into a model's input. Holds tables and two rows of samples, no picture. */
export interface InputPainter {
  /**
   * Scales the picture in `bytes` (whose own offset and length are multiples of 4), converts it to RGB and writes it
   * into `input` (RGBA, row by row). The padding is left as it is.
   */
  paint(bytes: Uint8Array, input: Uint8ClampedArray): void;
  /** Overwrites what is left of the last picture. */
  forget(): void;
}

interface PlaneRows {
  readonly taps: RowTaps;
  readonly row: Uint32Array;
  /** The same memory, sample by sample. */
  readonly samples: Uint16Array;
}

type Lines = readonly [Float32Array, Float32Array, Float32Array];

/** Prepares the tables for one layout and letterbox: colour conversion and scaling are one pass over the picture. */
export function createInputPainter(layout: PictureLayout, letterbox: Letterbox): InputPainter {
  const planes = layout.planes.map((plane): PlaneRows => {
    const taps = createRowTaps(plane, letterbox.height);
    const row = new Uint32Array(taps.width * 2);
    return { taps, row, samples: new Uint16Array(row.buffer) };
  });
  const line = () => new Float32Array(letterbox.width);
  const lines: Lines = [line(), line(), line()];
  const components = layout.components.map((component, index) => {
    const plane = layout.planes[component.plane]!;
    const { samples } = planes[component.plane]!;
    return { samples, line: lines[index]!, taps: createColumnTaps(plane, component, letterbox.width) };
  });
  const colour = colourCoefficients(layout);

  function scaleRow(words: Uint32Array, target: number): void {
    for (const { row, taps } of planes) blendRows(words, row, { taps, target });
    for (const component of components) blendColumns(component.samples, component.line, component.taps);
  }

  function paint(bytes: Uint8Array, input: Uint8ClampedArray): void {
    const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2);
    for (let target = 0; target < letterbox.height; target++) {
      scaleRow(words, target);
      const at = ((letterbox.top + target) * letterbox.input.width + letterbox.left) * 4;
      colourRow(lines, colour, input.subarray(at, at + letterbox.width * 4));
    }
  }

  return {
    paint,
    forget() {
      for (const { row } of planes) row.fill(0);
      for (const each of lines) each.fill(0);
    },
  };
}

/** RGB from three components: each is `gain` × first + its weights × the (centred) others. */
export interface ColourCoefficients {
  readonly isRgb: boolean;
  readonly black: number;
  readonly gain: number;
  readonly redFromV: number;
  readonly greenFromU: number;
  readonly greenFromV: number;
  readonly blueFromU: number;
}

/** ITU-R BT.601 and BT.709: luma weights of red and blue. */
export const LUMA = { bt601: { red: 0.299, blue: 0.114 }, bt709: { red: 0.2126, blue: 0.0722 } } as const;

/** How a layout's components become RGB. */
export function colourCoefficients({ matrix, fullRange }: PictureLayout): ColourCoefficients {
  const { red, blue } = LUMA[matrix === 'rgb' ? 'bt709' : matrix];
  const green = 1 - red - blue;
  const chroma = fullRange ? 1 : 255 / 224;
  return {
    isRgb: matrix === 'rgb',
    black: fullRange ? 0 : 16,
    gain: fullRange ? 1 : 255 / 219,
    redFromV: 2 * (1 - red) * chroma,
    greenFromU: ((-2 * blue * (1 - blue)) / green) * chroma,
    greenFromV: ((-2 * red * (1 - red)) / green) * chroma,
    blueFromU: 2 * (1 - blue) * chroma,
  };
}

/** Writes one row of RGBA. */
function colourRow(lines: Lines, by: ColourCoefficients, out: Uint8ClampedArray): void {
  if (by.isRgb) copyRow(lines, out);
  else convertRow(lines, by, out);
}

function copyRow([red, green, blue]: Lines, out: Uint8ClampedArray): void {
  for (let x = 0, at = 0; x < red.length; x++, at += 4) {
    out[at] = red[x]!;
    out[at + 1] = green[x]!;
    out[at + 2] = blue[x]!;
    out[at + 3] = 255;
  }
}

function convertRow([luma, cb, cr]: Lines, by: ColourCoefficients, out: Uint8ClampedArray): void {
  const { black, gain, redFromV, greenFromU, greenFromV, blueFromU } = by;
  for (let x = 0, at = 0; x < luma.length; x++, at += 4) {
    const y = (luma[x]! - black) * gain;
    const u = cb[x]! - 128;
    const v = cr[x]! - 128;
    out[at] = y + redFromV * v;
    out[at + 1] = y + greenFromU * u + greenFromV * v;
    out[at + 2] = y + blueFromU * u;
    out[at + 3] = 255;
  }
}
