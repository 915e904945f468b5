import { colourCoefficients, LUMA, PADDING } from '../../../src/core/detection/paint-input.ts';
import type { Letterbox, PixelSize } from '../../../src/core/detection/letterbox.ts';
import type { PictureLayout } from '../../../src/core/detection/picture-layout.ts';
import { createTaps } from '../../../src/core/detection/taps.ts';

/** Words before the plan's `numbers`: three components of eight, then the rest. */
const HEAD_WORDS = 40;
const COMPONENT_WORDS = 8;

/** A plan for `PAINT`: the layout's picture scaled into a letterbox with the same taps as in memory. */
export function paintPlan(layout: PictureLayout, letterbox: Letterbox): Uint32Array<ArrayBuffer> {
  const numbers: number[] = [];
  const components = layout.components.flatMap((component) => {
    const plane = layout.planes[component.plane];
    if (!plane) throw new Error('a component without a plane');
    const columnTaps = numbers.length;
    const columnCount = addTaps(numbers, plane.width, letterbox.width);
    const rowTaps = numbers.length;
    const rowCount = addTaps(numbers, plane.height, letterbox.height);
    return [...placeOf(layout, component), columnTaps, columnCount, rowTaps, rowCount];
  });
  return encode(layout, { components, numbers, ...letterbox, target: letterbox.input });
}

/** A plan for `LUMA`: the layout's picture in a grid of this size. */
export function lumaPlan(layout: PictureLayout, grid: PixelSize): Uint32Array<ArrayBuffer> {
  const components = layout.components.flatMap((component) => [...placeOf(layout, component), 0, 0, 0, 0]);
  const { width, height } = layout;
  return encode(layout, { components, numbers: [], left: 0, top: 0, width, height, target: grid });
}

/** Adds, for each target sample, the first source sample and its weights; returns how many weights. */
function addTaps(numbers: number[], source: number, target: number): number {
  const { count, first, weights } = createTaps(source, target);
  first.forEach((start, index) => {
    numbers.push(start, ...weights.subarray(index * count, (index + 1) * count));
  });
  return count;
}

function placeOf(layout: PictureLayout, { plane, channel }: PictureLayout['components'][0]): number[] {
  const place = layout.planes[plane];
  if (!place) throw new Error('a component without a plane');
  return [place.offset / 4, place.stride / 4, place.channels, channel];
}

interface PlanParts {
  readonly components: readonly number[];
  readonly numbers: readonly number[];
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly target: PixelSize;
}

function encode(layout: PictureLayout, parts: PlanParts): Uint32Array<ArrayBuffer> {
  const { components, numbers, left, top, width, height, target } = parts;
  const words = new Uint32Array(HEAD_WORDS + Math.max(1, numbers.length));
  const floats = new Float32Array(words.buffer);
  const by = colourCoefficients(layout);
  const { red, blue } = LUMA.bt709;
  words.set(components);
  const after = 3 * COMPONENT_WORDS;
  words.set([left, top, width, height, target.width, target.height, by.isRgb ? 1 : 0, PADDING], after);
  floats.set(
    [by.black, by.gain, by.redFromV, by.greenFromU, by.greenFromV, by.blueFromU, red, blue],
    after + 8,
  );
  floats.set(numbers, HEAD_WORDS);
  return words;
}
