import type { PixelSize } from '../../src/core/detection/letterbox.ts';
import { PADDING } from '../../src/core/detection/paint-input.ts';
import { isPixelFormat, pictureLayout } from '../../src/core/detection/picture-layout.ts';
import type { PictureLayout, PixelFormat, YuvMatrix } from '../../src/core/detection/picture-layout.ts';

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
    const native = isPixelFormat(frame.format) ? frame.format : null;
    const format: PixelFormat = native ?? 'RGBA';
    const options: VideoFrameCopyToOptions = native ? {} : { format: 'RGBA' };
    used = frame.allocationSize(options);
    if (used > bytes.length) bytes = new Uint8Array(used);
    const planes = await frame.copyTo(bytes, options);
    const { width, height } = frame.visibleRect ?? { width: frame.codedWidth, height: frame.codedHeight };
    const { matrix, fullRange } = frame.colorSpace;
    return pictureLayout(
      { width, height },
      { format, planes, matrix: yuvMatrix(matrix), fullRange: fullRange ?? false },
    );
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

/** BT.2020 and what else may come is read with the nearest of the two known. */
function yuvMatrix(matrix: string | null): YuvMatrix | null {
  if (matrix === null) return null;
  return matrix === 'bt470bg' || matrix === 'smpte170m' ? 'bt601' : 'bt709';
}
