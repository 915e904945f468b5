import type { InputLayout } from './pixel-input.ts';
import type { Precision } from './onnx-builder.ts';

/** How a network is written down: the same weights for another way of running it. */
export interface Variant {
  /** What the file's name has after the network's. */
  readonly suffix: string;
  readonly layout: InputLayout;
  readonly precision: Precision;
}

/** Takes a picture's bytes from memory, as the page has them. */
export const BYTES: Variant = { suffix: '', layout: 'rgba-u8-nhwc', precision: 'single' };

/** Takes a picture that was painted on the graphics card. */
export const SINGLES: Variant = { suffix: '-f32', layout: 'rgb-f32-nchw', precision: 'single' };

/** The same for graphics cards that compute in half precision. */
export const HALVES: Variant = { suffix: '-f16', layout: 'rgb-f32-nchw', precision: 'half' };
