import type { Box } from '../geometry/box.ts';
import type { ImagePoint } from '../geometry/point.ts';
import type { PixelSize } from './letterbox.ts';

/** A part of a picture, in whole pixels. */
export interface PicturePart extends PixelSize {
  readonly picture: PixelSize;
  readonly left: number;
  readonly top: number;
}

/** Chroma has half the width and height in the formats that cameras send, so parts begin and end on even pixels. */
const STEP = 2;
/** Fractions such as 0.3 × 1280 miss their pixel by less. */
const ROUNDING = 1e-6;

/** The smallest part on even pixels that holds a region (fractions of the picture). Null: all of it. */
export function partOf(picture: PixelSize, region: Box | null): PicturePart {
  const { left, right, top, bottom } = region ?? WHOLE;
  const [x, endX] = evenSpan(left * picture.width, right * picture.width, picture.width);
  const [y, endY] = evenSpan(top * picture.height, bottom * picture.height, picture.height);
  return { picture, left: x, top: y, width: endX - x, height: endY - y };
}

/** The same part in fractions of the picture. */
export function regionOf({ picture, left, top, width, height }: PicturePart): Box {
  return {
    left: left / picture.width,
    top: top / picture.height,
    right: (left + width) / picture.width,
    bottom: (top + height) / picture.height,
  };
}

/** True where nothing is left out. */
export function isWhole({ picture, width, height }: PicturePart): boolean {
  return width === picture.width && height === picture.height;
}

/** Brings a polygon from fractions of the picture to fractions of the part; it may reach over its edges. */
export function toPart(
  { picture, left, top, width, height }: PicturePart,
  polygon: readonly ImagePoint[],
): readonly ImagePoint[] {
  return polygon.map(({ x, y }) => ({
    x: (x * picture.width - left) / width,
    y: (y * picture.height - top) / height,
  }));
}

const WHOLE: Box = { left: 0, top: 0, right: 1, bottom: 1 };

/** Grows a span to even numbers, within the picture; it holds at least one pixel. */
function evenSpan(from: number, to: number, size: number): [number, number] {
  const last = STEP * Math.floor((size - 1) / STEP);
  const start = Math.min(last, STEP * Math.floor((from + ROUNDING) / STEP));
  const end = Math.min(size, STEP * Math.ceil((to - ROUNDING) / STEP));
  return [start, Math.max(end, Math.min(size, start + STEP))];
}
