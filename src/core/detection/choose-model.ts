import { fitLetterbox } from './letterbox.ts';
import type { PixelSize } from './letterbox.ts';

/**
 * The cheapest of some input sizes that sees a picture in full detail, as an index. Full detail: the picture's longer
 * side fills the least of the inputs' longer sides. Where none does, the one that comes nearest. -1 without inputs.
 */
export function chooseInput(inputs: readonly PixelSize[], picture: PixelSize): number {
  const longSide = Math.min(...inputs.map(({ width, height }) => Math.max(width, height)));
  const rated = inputs.map((input, index) => {
    const fitted = fitLetterbox(picture, input);
    const detail = Math.min(1, Math.max(fitted.width, fitted.height) / longSide);
    return { index, detail, work: input.width * input.height };
  });
  rated.sort((a, b) => b.detail - a.detail || a.work - b.work || a.index - b.index);
  return rated[0]?.index ?? -1;
}
