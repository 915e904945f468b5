import type { Attributes, OnnxBuilder } from './onnx-builder.ts';
import type { Constant } from './tfjs-graph.ts';

/** Empty border around a picture, in ONNX's order: top, left, bottom, right. */
export type Pads = readonly [number, number, number, number];

/** Kernel as ONNX wants it: output channel, input channel of its group, row, column. */
export interface Kernel {
  readonly values: Float32Array;
  readonly outputs: number;
  readonly inputs: number;
  readonly height: number;
  readonly width: number;
}

/** A convolution and what follows it directly. */
export interface Convolution {
  readonly kernel: Kernel;
  readonly bias: Float32Array | null;
  readonly step: number;
  readonly pads: Pads;
  readonly depthwise: boolean;
}

/** Adds the convolution of the value `from` to the graph and returns the result's name. */
export function addConvolution(onnx: OnnxBuilder, from: string, convolution: Convolution): string {
  const { kernel, bias, step, pads, depthwise } = convolution;
  const { values, outputs, inputs, height, width } = kernel;
  const attributes: Attributes = {
    kernel_shape: [height, width],
    strides: [step, step],
    pads,
    group: depthwise ? outputs : 1,
  };
  const input = [from, onnx.halves(values, [outputs, inputs, height, width])];
  return onnx.add('Conv', bias ? [...input, onnx.halves(bias)] : input, attributes);
}

/** TensorFlow's kernel (row, column, input, output); `keep` lists the output channels that stay. */
export function plainKernel(weights: Constant, keep?: readonly number[]): Kernel {
  const [height = 1, width = 1, inputs = 1, all = 1] = weights.shape;
  const kept = keep ?? Array.from({ length: all }, (_, i) => i);
  const values = new Float32Array(kept.length * inputs * height * width);
  let at = 0;
  for (const output of kept)
    for (let input = 0; input < inputs; input++)
      for (let cell = 0; cell < height * width; cell++)
        values[at++] = weights.values[(cell * inputs + input) * all + output] ?? NaN;
  return { values, outputs: kept.length, inputs, height, width };
}

/** TensorFlow's depthwise kernel (row, column, channel, 1). */
export function depthwiseKernel(weights: Constant): Kernel {
  const [height = 1, width = 1, channels = 1, multiplier = 1] = weights.shape;
  if (multiplier !== 1) throw new Error('a depthwise kernel with a multiplier is not supported');
  const kernel = plainKernel({ values: weights.values, shape: [height, width, 1, channels] });
  return { ...kernel, outputs: channels, inputs: 1 };
}

/** TensorFlow's padding "SAME" for an input whose size is a multiple of the step: the odd cell goes right and below. */
export function samePads(kernel: Kernel, step: number): Pads {
  const rows = Math.max(kernel.height - step, 0);
  const columns = Math.max(kernel.width - step, 0);
  const top = Math.floor(rows / 2);
  const left = Math.floor(columns / 2);
  return [top, left, rows - top, columns - left];
}
