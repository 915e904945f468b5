import type { ModelCard } from '../../src/contracts/vision.ts';
import type { PixelSize } from '../../src/core/detection/letterbox.ts';
import type { Box } from '../../src/core/geometry/box.ts';
import type { ImagePoint } from '../../src/core/geometry/point.ts';
import type { ModelInput } from './engine.ts';

/** What of a camera's picture is looked at. */
export interface View {
  /** The part that is read, in fractions of the picture; the rest is never copied. Null: all of it. */
  readonly region: Box | null;
  /** Polygons, in fractions of the whole picture, that are overwritten before anything looks at the pixels. */
  readonly masks: readonly (readonly ImagePoint[])[];
}

/** All that is known of a loaded picture besides the model's input: a few averages. */
export interface Glance {
  /** The whole picture, pixels. */
  readonly picture: PixelSize;
  /** The part that was read, in fractions of the picture, as it lies on whole samples. */
  readonly region: Box;
  /** Mean luma (0–255) of each cell of a coarse grid over the part that was read, row by row. */
  readonly luma: Uint8Array;
  /** Mean luma of the part that was read, 0–255. */
  readonly brightness: number;
}

/**
 * A frame's pixels while they are looked at: in memory, or on the graphics card. It holds one picture at a time over
 * all cameras.
 */
export interface PictureReader {
  /** Takes the pixels in, masked. Owns the frame: closes it whatever happens, and calls `onClosed` then. */
  load(frame: VideoFrame, view: View, onClosed: () => void): Promise<Glance>;
  /** The loaded picture, letterboxed to the card's input. */
  paint(card: ModelCard): ModelInput;
  /** Overwrites everything that was loaded or painted. */
  forget(): void;
}
