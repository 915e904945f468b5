import type { ModelCard } from '../../src/contracts/vision.ts';
import type { Box } from '../../src/core/geometry/box.ts';
import type { Engine, ModelInput } from '../../workers/vision/engine.ts';

/** A frame's picture: dark, with white boxes (pixels). */
export interface FrameSpec {
  readonly timestampUs: number;
  readonly width?: number;
  readonly height?: number;
  readonly people?: readonly Box[];
  /** Luma of the background. */
  readonly dark?: number;
}

/** The part of `VideoFrame` that the pipeline uses, in Node: I420, and it knows whether it was closed. */
export class DrawnFrame {
  readonly format = 'I420';
  readonly timestamp: number;
  codedWidth: number;
  readonly codedHeight: number;
  readonly visibleRect: Rect;
  readonly colorSpace = { matrix: null, fullRange: true };
  closes = 0;
  /** Where the pixels were copied to, and which part of the picture. */
  copied: { readonly bytes: Uint8Array; readonly rect: Rect } | null = null;
  readonly #people: readonly Box[];
  readonly #dark: number;

  constructor({ timestampUs, width = 160, height = 90, people = [], dark = 0 }: FrameSpec) {
    this.timestamp = timestampUs;
    this.codedWidth = width;
    this.codedHeight = height;
    this.visibleRect = { x: 0, y: 0, width, height };
    this.#people = people;
    this.#dark = dark;
  }

  copyTo(
    bytes: Uint8Array,
    { layout, rect = this.visibleRect }: { readonly layout: readonly PlaneLayout[]; readonly rect?: Rect },
  ): Promise<readonly PlaneLayout[]> {
    if (this.closes > 0) return Promise.reject(new Error('the frame is closed'));
    if (rect.x % 2 || rect.y % 2) return Promise.reject(new Error('the part begins inside a chroma sample'));
    this.copied = { bytes, rect };
    const [luma, u, v] = layout;
    const fill = (plane: PlaneLayout | undefined, { left, top, right, bottom }: Box, value: number) => {
      if (!plane) return;
      for (let y = top; y < bottom; y++) {
        bytes.fill(value, plane.offset + y * plane.stride + left, plane.offset + y * plane.stride + right);
      }
    };
    const { width: right, height: bottom } = rect;
    fill(luma, { left: 0, top: 0, right, bottom }, this.#dark);
    for (const plane of [u, v]) fill(plane, { left: 0, top: 0, right: right / 2, bottom: bottom / 2 }, 128);
    for (const box of this.#people) fill(luma, within(box, rect), 255);
    return Promise.resolve(layout);
  }

  close(): void {
    this.closes += 1;
    this.codedWidth = 0;
  }
}

type Rect = Pick<DOMRectReadOnly, 'x' | 'y' | 'width' | 'height'>;

/** The part of a box that lies in a part of the picture, counted from there. */
function within({ left, top, right, bottom }: Box, { x, y, width, height }: Rect): Box {
  const cut = (value: number, most: number) => Math.min(most, Math.max(0, value));
  return {
    left: cut(left - x, width),
    top: cut(top - y, height),
    right: cut(right - x, width),
    bottom: cut(bottom - y, height),
  };
}

/** As the pipeline's types want it. */
export function asVideoFrame(frame: DrawnFrame): VideoFrame {
  return frame as unknown as VideoFrame;
}

/** A stream that hands out these frames, one whenever it is read, and then ends. */
export function streamOf(frames: readonly DrawnFrame[]): ReadableStream<VideoFrame> {
  const left = [...frames];
  return new ReadableStream<VideoFrame>(
    {
      pull(controller) {
        const next = left.shift();
        if (next) controller.enqueue(asVideoFrame(next));
        else controller.close();
      },
    },
    { highWaterMark: 0 },
  );
}

/** A card of a small input. */
export function aCard(spec: Partial<ModelCard> = {}): ModelCard {
  return {
    name: 'white-64x64',
    file: 'white.onnx',
    sha256: '0',
    input: { width: 64, height: 64 },
    layout: 'rgba-u8-nhwc',
    tensors: { input: 'image', boxes: 'boxes', scores: 'scores' },
    suppression: { iou: 0.6, minScore: 0.1 },
    normalisation: '',
    decoding: '',
    source: '',
    licence: '',
    ...spec,
  };
}

/** Detects one person: the box around everything white in the input. */
export class WhiteBoxEngine implements Engine {
  readonly backend = 'wasm';
  runs = 0;
  /** The input of the last run: the memory itself, not a copy. */
  input: Uint8ClampedArray | null = null;

  async run({ input }: ModelCard, pixels: ModelInput) {
    if (!(pixels instanceof Uint8ClampedArray)) throw new Error('this engine reads memory');
    this.runs += 1;
    this.input = pixels;
    await Promise.resolve();
    const box = { left: Infinity, top: Infinity, right: 0, bottom: 0 };
    for (let index = 0; index < input.width * input.height; index++) {
      if ((pixels[index * 4] ?? 0) < 200) continue;
      const [x, y] = [index % input.width, Math.floor(index / input.width)];
      box.left = Math.min(box.left, x);
      box.top = Math.min(box.top, y);
      box.right = Math.max(box.right, x + 1);
      box.bottom = Math.max(box.bottom, y + 1);
    }
    const { left, top, right, bottom } = box;
    return right > left
      ? { boxes: Float32Array.of(left, top, right, bottom), scores: Float32Array.of(0.9) }
      : { boxes: new Float32Array(0), scores: new Float32Array(0) };
  }
}
