import type { PixelSize } from '../../src/core/detection/letterbox.ts';
import { PADDING } from '../../src/core/detection/paint-input.ts';
import { isPixelFormat, pictureLayout } from '../../src/core/detection/picture-layout.ts';
import type { PictureForm, PictureLayout, YuvMatrix } from '../../src/core/detection/picture-layout.ts';

/** All memory that ever holds pixels outside the engine: one picture and one input per size, used over and over. */
export interface PictureMemory {
  /** Copies a frame's pixels into the one picture buffer and says how they lie there. The caller closes the frame. */
  load(frame: VideoFrame): Promise<PictureLayout>;
  /** The bytes of the loaded picture. */
  picture(): Uint8Array;
  /** The model input of this size: RGBA, all padding but for what is painted. */
  input(size: PixelSize): Uint8ClampedArray<ArrayBuffer>;
  /** Overwrites the picture. */
  wipePicture(): void;
  /** Overwrites the input of this size. */
  wipeInput(size: PixelSize): void;
}

/** An empty memory; it grows to the largest picture seen. */
export function createPictureMemory(): PictureMemory {
  let bytes = new Uint8Array(0);
  let used = 0;
  const inputs = new Map<string, Uint8ClampedArray<ArrayBuffer>>(); // bounded by the model's sizes

  async function load(frame: VideoFrame): Promise<PictureLayout> {
    const layout = pictureLayout(formOf(frame));
    used = layout.length;
    if (used > bytes.length) bytes = new Uint8Array(used);
    const places = layout.planes.map(({ offset, stride }) => ({ offset, stride }));
    await frame.copyTo(bytes, { layout: places, ...(isPixelFormat(frame.format) ? {} : { format: 'RGBA' }) });
    return layout;
  }

  function input(size: PixelSize): Uint8ClampedArray<ArrayBuffer> {
    const key = `${size.width}x${size.height}`;
    const known = inputs.get(key);
    if (known) return known;
    const blank = new Uint8ClampedArray(size.width * size.height * 4).fill(PADDING);
    inputs.set(key, blank);
    return blank;
  }

  return {
    load,
    picture: () => bytes,
    input,
    wipePicture: () => bytes.fill(0, 0, used),
    wipeInput: (size) => input(size).fill(PADDING),
  };
}

/** Formats that are not known here, and frames on the graphics card that name none, are converted to RGBA. */
function formOf({ format, visibleRect, codedWidth, codedHeight, colorSpace }: VideoFrame): PictureForm {
  return {
    width: visibleRect?.width ?? codedWidth,
    height: visibleRect?.height ?? codedHeight,
    format: isPixelFormat(format) ? format : 'RGBA',
    matrix: yuvMatrix(colorSpace.matrix),
    fullRange: colorSpace.fullRange ?? false,
  };
}

/** BT.2020 and what else may come is read with the nearest of the two known. */
function yuvMatrix(matrix: string | null): YuvMatrix | null {
  if (matrix === null) return null;
  return matrix === 'bt470bg' || matrix === 'smpte170m' ? 'bt601' : 'bt709';
}
