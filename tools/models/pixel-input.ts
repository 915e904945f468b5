import type { OnnxBuilder } from './onnx-builder.ts';

/** How a network wants its colours. */
export interface PixelFormat {
  readonly order: 'rgb' | 'bgr';
  /** In the network's own order, on the scale 0–255. */
  readonly mean: readonly [number, number, number];
  readonly deviation: readonly [number, number, number];
}

/** Name of every model's input tensor. */
export const INPUT_NAME = 'image';

const FLOAT32 = 1;

/**
 * Adds the uint8 [1, height, width, 4] RGBA input and its way to normalised float32 [1, 3, height, width];
 * returns that value's name. Alpha is dropped.
 */
export function addPixelInput(onnx: OnnxBuilder, format: PixelFormat): string {
  const image = onnx.input(INPUT_NAME, [1, 'height', 'width', 4]);
  const planes = onnx.add('Transpose', [image], { perm: [0, 3, 1, 2] });
  const [from, to, step] = format.order === 'rgb' ? [0, 3, 1] : [2, -5, -1];
  const cut = [from, to, 1, step].map((value) => onnx.integers([value]));
  const colours = onnx.add('Cast', [onnx.add('Slice', [planes, ...cut])], { to: FLOAT32 });
  if (format.mean.every((mean) => mean === 0) && format.deviation.every((size) => size === 1)) return colours;
  const centred = onnx.add('Sub', [colours, onnx.floats(format.mean, [1, 3, 1, 1])]);
  const factors = format.deviation.map((size) => 1 / size);
  return onnx.add('Mul', [centred, onnx.floats(factors, [1, 3, 1, 1])]);
}
