import type { PixelSize } from './letterbox.ts';

/** One plane of a picture in memory: rows of `width` samples of `channels` interleaved bytes. */
export interface Plane {
  /** Byte of the first sample. */
  readonly offset: number;
  /** Bytes from one row to the next. */
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
  readonly components: readonly [Component, Component, Component];
  /** How the components become RGB: they are it already, or by a matrix. */
  readonly matrix: YuvMatrix | 'rgb';
  /** Luma 0–255 and chroma ±128 when true, else luma 16–235 and chroma 16–240. */
  readonly fullRange: boolean;
}

/** Pixel formats that are read as they are; all others are converted by the browser first. */
export type PixelFormat = 'I420' | 'NV12' | 'RGBA' | 'RGBX' | 'BGRA' | 'BGRX';

/** Offset and stride of each plane, as `VideoFrame.copyTo` reports them. */
export type PlanePlaces = readonly { readonly offset: number; readonly stride: number }[];

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

/** What is known of a copied frame; `matrix` is null where the source does not say. */
export interface CopiedFrame {
  readonly format: PixelFormat;
  readonly planes: PlanePlaces;
  readonly matrix: YuvMatrix | null;
  readonly fullRange: boolean;
}

/**
 * Describes a copied frame. YUV that does not name its matrix is BT.709 from 720 lines on, else BT.601 (the usual
 * rule of players). Throws when a plane is missing.
 */
export function pictureLayout(size: PixelSize, frame: CopiedFrame): PictureLayout {
  const { format } = frame;
  const { channels, components } = FORMATS[format];
  const planes = channels.map((count, index): Plane => {
    const place = frame.planes[index];
    if (!place) throw new Error(`plane ${index} of a ${format} frame is missing`);
    const half = index > 0;
    const width = half ? Math.ceil(size.width / 2) : size.width;
    const height = half ? Math.ceil(size.height / 2) : size.height;
    return { offset: place.offset, stride: place.stride, width, height, channels: count };
  });
  const isYuv = format === 'I420' || format === 'NV12';
  const matrix = isYuv ? (frame.matrix ?? (size.height >= 720 ? 'bt709' : 'bt601')) : 'rgb';
  return { width: size.width, height: size.height, planes, components, matrix, fullRange: frame.fullRange };
}

function at(plane: number, channel: number): Component {
  return { plane, channel };
}
