import { fitLetterbox } from '../../../src/core/detection/letterbox.ts';
import { createInputPainter, PADDING } from '../../../src/core/detection/paint-input.ts';
import { pictureLayout } from '../../../src/core/detection/picture-layout.ts';
import type { PictureLayout } from '../../../src/core/detection/picture-layout.ts';
import { MAP_READ, USAGE } from './buffer-usage.ts';
import { createGpuPictureReader } from './gpu-picture-reader.ts';
import type { GpuPictureReader } from './gpu-picture-reader.ts';
import type { Gpu } from './gpu.ts';
import { openImportWay } from './import-way.ts';
import { openUploadWay } from './upload-way.ts';

/** The ways, the better first. */
const WAYS = [openImportWay, openUploadWay] as const;

/** The known picture and the input it is painted to: of another shape, so that padding and scaling are seen too. */
const PICTURE = { width: 128, height: 96 };
const INPUT = { width: 96, height: 96 };

/** Levels (0–255) that a colour may differ. A browser that imports a frame may convert its colours a little. */
const TOLERANCE = 12;

/**
 * A reader by the first way that brings a known picture to the model as it is: an adapter that cannot import video may
 * say so, or give zeros. Rejects when no way does.
 */
export async function chooseWay(gpu: Gpu): Promise<GpuPictureReader> {
  const reasons: string[] = [];
  for (const openWay of WAYS) {
    const reader = createGpuPictureReader(gpu, (pictures) => openWay(gpu, pictures));
    const wrong = await judge(gpu, reader);
    if (wrong === null) return reader;
    reasons.push(`${reader.frames}: ${wrong}`);
  }
  throw new Error(`no way for frames: ${reasons.join(', ')}`);
}

/** What is wrong with a reader; null: nothing. */
export async function judge(gpu: Gpu, reader: GpuPictureReader): Promise<string | null> {
  for (const format of ['I420', 'NV12'] as const) {
    const known = drawKnown(format);
    try {
      await reader.load(known.frame, { region: null, masks: [] }, () => undefined);
      const painted = await readBack(gpu, reader.paint({ input: INPUT }));
      const error = largestError(painted, known.input);
      if (!(error <= TOLERANCE)) return `${format}-differs-by-${error.toFixed(0)}`;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    } finally {
      reader.forget();
    }
  }
  return null;
}

interface KnownPicture {
  readonly frame: VideoFrame;
  /** What the model is to get, RGBA. */
  readonly input: Uint8ClampedArray;
}

function drawKnown(format: 'I420' | 'NV12'): KnownPicture {
  const layout = pictureLayout({ ...PICTURE, format, matrix: 'bt709', fullRange: false });
  const bytes = new Uint8Array(layout.length);
  layout.components.forEach((component, index) => drawRamp(bytes, layout, { ...component, index }));
  const input = new Uint8ClampedArray(INPUT.width * INPUT.height * 4).fill(PADDING);
  createInputPainter(layout, fitLetterbox(PICTURE, INPUT)).paint(bytes, input);
  const frame = new VideoFrame(bytes, {
    format,
    codedWidth: PICTURE.width,
    codedHeight: PICTURE.height,
    timestamp: 0,
    layout: layout.planes.map(({ offset, stride }) => ({ offset, stride })),
    colorSpace: { primaries: 'bt709', transfer: 'bt709', matrix: 'bt709', fullRange: false },
  });
  return { frame, input };
}

/** A ramp from 70 to 180, along another axis for each component: no colour leaves the cube, and no edge blurs. */
function drawRamp(
  bytes: Uint8Array,
  { planes }: PictureLayout,
  { plane: at, channel, index }: PictureLayout['components'][0] & { readonly index: number },
): void {
  const plane = planes[at];
  if (!plane) throw new Error('a component without a plane');
  const { offset, stride, width, height, channels } = plane;
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const along = [column / width, row / height, 1 - column / width][index] ?? 0;
      bytes[offset + row * stride + column * channels + channel] = 70 + 110 * along;
    }
  }
}

/** For the known picture alone: the planes of an input. */
export async function readBack(
  { device, failure, settled, attempt }: Gpu,
  input: GPUBuffer,
): Promise<Float32Array> {
  const usage = USAGE.mapRead | USAGE.copyTarget;
  const readable = device.createBuffer({ size: input.size, usage });
  attempt(() => {
    const encoder = device.createCommandEncoder();
    encoder.copyBufferToBuffer(input, 0, readable, 0, input.size);
    device.queue.submit([encoder.finish()]);
  });
  await settled();
  await Promise.race([readable.mapAsync(MAP_READ), failure]);
  const copy = new Float32Array(readable.getMappedRange().slice(0));
  readable.destroy();
  return copy;
}

/** Between three planes and RGBA. */
function largestError(planes: Float32Array, rgba: Uint8ClampedArray): number {
  const size = planes.length / 3;
  return planes.reduce((largest, value, at) => {
    const expected = rgba[4 * (at % size) + Math.floor(at / size)] ?? NaN;
    return Math.max(largest, Math.abs(value - expected));
  }, 0);
}
