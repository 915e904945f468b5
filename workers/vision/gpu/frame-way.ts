import type { PictureLayout } from '../../../src/core/detection/picture-layout.ts';
import type { PicturePart } from '../../../src/core/detection/picture-part.ts';
import type { ImagePoint } from '../../../src/core/geometry/point.ts';
import type { GpuPictures } from './gpu-pictures.ts';

/** A way of bringing a frame's pixels onto the graphics card. */
export interface FrameWay {
  readonly name: 'imported' | 'uploaded';
  /**
   * Puts a part of a frame, masked, into the picture's buffer and says how it lies there. `masks` are polygons in
   * fractions of the part. The frame may be closed when the promise settles; nothing of it is kept in memory.
   */
  take(
    frame: VideoFrame,
    part: PicturePart,
    masks: readonly (readonly ImagePoint[])[],
  ): Promise<PictureLayout>;
}

/** Opens a way that fills the given buffers. */
export type OpenFrameWay = (pictures: GpuPictures) => FrameWay;
