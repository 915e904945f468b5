import { fitLetterbox } from './letterbox.ts';
import type { PixelSize } from './letterbox.ts';

/** An input that a picture fills to this share wastes little on padding. */
const WELL_FILLED = 0.9;

/**
 * The first of some input sizes, in order of preference, that the picture fills well; else the one that it fills most.
 * As an index; -1 without inputs.
 */
export function chooseInput(inputs: readonly PixelSize[], picture: PixelSize): number {
  const filled = inputs.map((input) => {
    const { width, height } = fitLetterbox(picture, input);
    return (width * height) / (input.width * input.height);
  });
  const first = filled.findIndex((share) => share >= WELL_FILLED);
  return first >= 0 ? first : filled.indexOf(Math.max(...filled));
}
