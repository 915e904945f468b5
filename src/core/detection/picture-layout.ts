import type { PixelSize } from './letterbox.ts';

/** One plane of a picture in memory: rows of `width` samples of `channels` interleaved bytes. */
export interface Plane {
  /** Byte of the first sample, a multiple of 4. */
  readonly offset: number;
  /** Bytes from one row to the next, a multiple of 4. */
  readonly stride: number;
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 2 | 4;
}

/** Where one colour component lies: the plane and the byte within its samples. */
export interface Component {
  readonly plane: number;
  readonly channel: number;
}

/** The matrix of ITU-R BT.601 or BT.709. */
export type YuvMatrix = 'bt601' | 'bt709';

/** A picture's place in a buffer. Components are R, G, B for `rgb`, else Y, Cb, Cr. */
export interface PictureLayout extends PixelSize {
  readonly planes: readonly Plane[];
  /** Bytes of all planes. */
  readonly length: number;
  readonly components: readonly [Component, Component, Component];
  /** How the components become RGB: they are it already, or by a matrix. */
  readonly matrix: YuvMatrix | 'rgb';
  /** Luma 0–255 and chroma ±128 when true, else luma 16–235 and chroma 16–240. */
  readonly fullRange: boolean;
}

/** Pixel formats that are read as they are; all others are converted by the browser first. */
export type PixelFormat = 'I420' | 'NV12' | 'RGBA' | 'RGBX' | 'BGRA' | 'BGRX';

/** Where the formats put their components, and the size of their planes in parts of the picture. */
const FORMATS: Readonly<
  Record<
    PixelFormat,
    { readonly channels: readonly (1 | 2 | 4)[]; readonly components: PictureLayout['components'] }
  >
> = {
  I420: { channels: [1, 1, 1], components: [at(0, 0), at(1, 0), at(2, 0)] },
  NV12: { channels: [1, 2], components: [at(0, 0), at(1, 0), at(1, 1)] },
  RGBA: { channels: [4], components: [at(0, 0), at(0, 1), at(0, 2)] },
  RGBX: { channels: [4], components: [at(0, 0), at(0, 1), at(0, 2)] },
  BGRA: { channels: [4], components: [at(0, 2), at(0, 1), at(0, 0)] },
  BGRX: { channels: [4], components: [at(0, 2), at(0, 1), at(0, 0)] },
};

/** True for the formats that `pictureLayout` describes. */
export function isPixelFormat(format: string | null): format is PixelFormat {
  return format !== null && Object.hasOwn(FORMATS, format);
}

/** The matrix of a picture of this height that does not name its own. */
export function usualMatrix(height: number): YuvMatrix {
  return height >= 720 ? 'bt709' : 'bt601';
}

/** What decides how a picture lies in memory and is read; `matrix` is null where the source does not say. */
export interface PictureForm extends PixelSize {
  readonly format: PixelFormat;
  readonly matrix: YuvMatrix | null;
  readonly fullRange: boolean;
}

/**
 * Lays a picture out: plane after plane, rows at multiples of 4 bytes. YUV that does not name its matrix is BT.709
 * from 720 lines on, else BT.601 (the usual rule of players).
 */
export function pictureLayout({ width, height, format, matrix, fullRange }: PictureForm): PictureLayout {
  const { channels, components } = FORMATS[format];
  let length = 0;
  const planes = channels.map((count, index): Plane => {
    const parts = index === 0 ? 1 : 2; // chroma has half the width and height
    const size = { width: Math.ceil(width / parts), height: Math.ceil(height / parts) };
    const plane = {
      offset: length,
      stride: 4 * Math.ceil((size.width * count) / 4),
      ...size,
      channels: count,
    };
    length += plane.stride * plane.height;
    return plane;
  });
  const isYuv = format === 'I420' || format === 'NV12';
  const known = isYuv ? (matrix ?? usualMatrix(height)) : 'rgb';
  return { width, height, planes, length, components, matrix: known, fullRange };
}

function at(plane: number, channel: number): Component {
  return { plane, channel };
}
