import type { ModelCard } from '../../src/contracts/vision.ts';
import type { OnnxBuilder } from './onnx-builder.ts';

/** How a network wants its colours. */
export interface PixelFormat {
  readonly order: 'rgb' | 'bgr';
  /** In the network's own order, on the scale 0–255. */
  readonly mean: readonly [number, number, number];
  readonly deviation: readonly [number, number, number];
}

/** How the input lies in memory; `ModelCard` describes the layouts. */
export type InputLayout = ModelCard['layout'];

/** The axes of an input that are its rows and its columns. */
export function axesOf(layout: InputLayout): readonly [number, number] {
  return layout === 'rgba-u8-nhwc' ? [1, 2] : [2, 3];
}

/** Name of every model's input tensor. */
export const INPUT_NAME = 'image';

const FLOAT32 = 1;

/**
 * Adds the input in its layout and its way to normalised float32 [1, 3, height, width]; returns that value's name.
 * Alpha is dropped.
 */
export function addPixelInput(
  onnx: OnnxBuilder,
  format: PixelFormat,
  layout: InputLayout = 'rgba-u8-nhwc',
): string {
  const colours = layout === 'rgba-u8-nhwc' ? addBytes(onnx, format) : addPlanes(onnx, format);
  if (format.mean.every((mean) => mean === 0) && format.deviation.every((size) => size === 1)) return colours;
  const centred = onnx.add('Sub', [colours, onnx.floats(format.mean, [1, 3, 1, 1])]);
  const factors = format.deviation.map((size) => 1 / size);
  return onnx.add('Mul', [centred, onnx.floats(factors, [1, 3, 1, 1])]);
}

function addBytes(onnx: OnnxBuilder, { order }: PixelFormat): string {
  const image = onnx.input(INPUT_NAME, 'uint8', [1, 'height', 'width', 4]);
  const planes = onnx.add('Transpose', [image], { perm: [0, 3, 1, 2] });
  return onnx.add('Cast', [addColours(onnx, planes, order)], { to: FLOAT32 });
}

function addPlanes(onnx: OnnxBuilder, { order }: PixelFormat): string {
  const image = onnx.input(INPUT_NAME, 'float32', [1, 3, 'height', 'width']);
  return order === 'rgb' ? image : addColours(onnx, image, order);
}

/** The first three planes, in the network's order. */
function addColours(onnx: OnnxBuilder, planes: string, order: PixelFormat['order']): string {
  const [from, to, step] = order === 'rgb' ? [0, 3, 1] : [2, -5, -1];
  const cut = [from, to, 1, step].map((value) => onnx.integers([value]));
  return onnx.add('Slice', [planes, ...cut]);
}
