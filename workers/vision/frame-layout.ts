import type { PixelSize } from '../../src/core/detection/letterbox.ts';
import { isPixelFormat, pictureLayout, usualMatrix } from '../../src/core/detection/picture-layout.ts';
import type { PictureLayout, YuvMatrix } from '../../src/core/detection/picture-layout.ts';
import { isWhole } from '../../src/core/detection/picture-part.ts';
import type { PicturePart } from '../../src/core/detection/picture-part.ts';

/** The picture that a frame shows, pixels. */
export function frameSize({ visibleRect, codedWidth, codedHeight }: VideoFrame): PixelSize {
  return { width: visibleRect?.width ?? codedWidth, height: visibleRect?.height ?? codedHeight };
}

/**
 * How a part of a frame is laid out in memory. Formats that are not known here, and frames on the graphics card that
 * name none, are converted to RGBA.
 */
export function layoutOf({ format, colorSpace }: VideoFrame, part: PicturePart): PictureLayout {
  const { width, height, picture } = part;
  return pictureLayout({
    width,
    height,
    format: isPixelFormat(format) ? format : 'RGBA',
    matrix: yuvMatrix(colorSpace.matrix) ?? usualMatrix(picture.height),
    fullRange: colorSpace.fullRange ?? false,
  });
}

/** BT.2020 and what else may come is read with the nearest of the two known. */
function yuvMatrix(matrix: string | null): YuvMatrix | null {
  if (matrix === null) return null;
  return matrix === 'bt470bg' || matrix === 'smpte170m' ? 'bt601' : 'bt709';
}

/** Options for `copyTo` that bring the part into memory as it is laid out. */
export function copyOptions(
  frame: VideoFrame,
  part: PicturePart,
  layout: PictureLayout,
): VideoFrameCopyToOptions {
  const planes = layout.planes.map(({ offset, stride }) => ({ offset, stride }));
  const { left, top, width, height } = part;
  const origin = { x: frame.visibleRect?.x ?? 0, y: frame.visibleRect?.y ?? 0 }; // on whole samples, as WebCodecs has it
  return {
    layout: planes,
    ...(isWhole(part) ? {} : { rect: { x: origin.x + left, y: origin.y + top, width, height } }),
    ...(isPixelFormat(frame.format) ? {} : { format: 'RGBA' }),
  };
}
