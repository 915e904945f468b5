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

/**
 * Brings a box from input pixels to scene units (picture heights), cut at the picture's edges.
 * Null where nothing of it lies inside the picture.
 */
export function toSceneBox(letterbox: Letterbox, box: Box): Box | null {
  const { picture, left, top, width, height } = letterbox;
  const aspect = picture.width / picture.height;
  const x = (value: number) => Math.min(aspect, Math.max(0, ((value - left) / width) * aspect));
  const y = (value: number) => Math.min(1, Math.max(0, (value - top) / height));
  const scene = { left: x(box.left), top: y(box.top), right: x(box.right), bottom: y(box.bottom) };
  return scene.right > scene.left && scene.bottom > scene.top ? scene : null;
}
