import type { Box } from '../geometry/box.ts';

/** Width and height in pixels. */
export interface PixelSize {
  readonly width: number;
  readonly height: number;
}

/** Where a picture lies in a model's input: scaled alike on both axes and centred, the rest is padding. */
export interface Letterbox {
  readonly picture: PixelSize;
  readonly input: PixelSize;
  /** Place of the picture in the input, whole pixels. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Fits a picture into a model's input without stretching it (stretching costs detections on wide pictures). */
export function fitLetterbox(picture: PixelSize, input: PixelSize): Letterbox {
  const scale = Math.min(input.width / picture.width, input.height / picture.height);
  const width = Math.max(1, Math.min(input.width, Math.round(picture.width * scale)));
  const height = Math.max(1, Math.min(input.height, Math.round(picture.height * scale)));
  const left = Math.floor((input.width - width) / 2);
  const top = Math.floor((input.height - height) / 2);
  return { picture, input, left, top, width, height };
}

/** A camera's picture and the part of it, in fractions, that was letterboxed. */
export interface PictureView {
  readonly picture: PixelSize;
  readonly region: Box;
}

/**
 * Brings a box from input pixels to scene units of the whole picture (its heights), cut at the edges of the part that
 * the network saw. Null where nothing of it lies inside.
 */
export function toSceneBox(letterbox: Letterbox, { picture, region }: PictureView, box: Box): Box | null {
  const { left, top, width, height } = letterbox;
  const aspect = picture.width / picture.height;
  const x = (value: number) =>
    aspect * (region.left + within((value - left) / width) * (region.right - region.left));
  const y = (value: number) => region.top + within((value - top) / height) * (region.bottom - region.top);
  const scene = { left: x(box.left), top: y(box.top), right: x(box.right), bottom: y(box.bottom) };
  return scene.right > scene.left && scene.bottom > scene.top ? scene : null;
}

function within(fraction: number): number {
  return Math.min(1, Math.max(0, fraction));
}
