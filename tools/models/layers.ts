import { addConvolution, depthwiseKernel, plainKernel, samePads } from './convolution.ts';
import type { Pads } from './convolution.ts';
import type { OnnxBuilder } from './onnx-builder.ts';
import { integersOf, stringOf, stringsOf } from './tfjs-graph.ts';
import type { Constant, TfjsGraph, TfjsNode } from './tfjs-graph.ts';

/** A picture-like value: in ONNX always batch, channel, row, column; `axes` is the order TensorFlow's graph has there. */
export interface Feature {
  readonly name: string;
  readonly axes: 'nchw' | 'nhwc';
  /** Input pixels that one cell is wide. */
  readonly stride: number;
  /** A border that the next convolution or pooling takes in. */
  readonly pads: Pads;
}

/** What of a graph is converted, and how. */
export interface Conversion {
  readonly graph: TfjsGraph;
  readonly onnx: OnnxBuilder;
  /** Name of the graph's input node and the value that takes its place. */
  readonly input: { readonly node: string; readonly feature: Feature };
  /** Width of the pictures for which the graph was written: tells the factor of its resizes. */
  readonly nativeWidth: number;
  /** Output channels to keep, by the name of the convolution's node; all where it is not named. */
  readonly keep: ReadonlyMap<string, readonly number[]>;
}

const NO_PADS: Pads = [0, 0, 0, 0];

/** Converts the nodes that lead to `node`, and returns the value of `node`. Throws for an operation it does not know. */
export function convertLayers(conversion: Conversion, node: string, done: Map<string, Feature>): Feature {
  const known = done.get(node);
  if (known) return known;
  const feature =
    node === conversion.input.node
      ? conversion.input.feature
      : convertNode({ ...conversion, feature: (name) => convertLayers(conversion, name, done) }, node);
  done.set(node, feature);
  return feature;
}

interface Context extends Conversion {
  readonly feature: (node: string) => Feature;
}

type Convert = (context: Context, node: TfjsNode) => Feature;

function convertNode(context: Context, name: string): Feature {
  const node = context.graph.nodes.get(name);
  if (!node) throw new Error(`the graph has no node ${name}`);
  const convert = converters[node.op];
  if (!convert) throw new Error(`${name}: the operation ${node.op} is not supported`);
  return convert(context, node);
}

const converters: Readonly<Record<string, Convert | undefined>> = {
  Add: (context, node) => convertBiasedConvolution(context, node) ?? convertBinary('Add')(context, node),
  AddV2: (context, node) => convertBinary('Add')(context, node),
  Mul: (context, node) => convertBinary('Mul')(context, node),
  Relu: convertUnary('Relu'),
  Sigmoid: convertUnary('Sigmoid'),
  Relu6: (context, node) => {
    const from = unpadded(context, node, 0);
    const limits = [context.onnx.scalar(0), context.onnx.scalar(6)];
    return { ...from, name: context.onnx.add('Clip', [from.name, ...limits]) };
  },
  LeakyRelu: (context, node) => {
    const from = unpadded(context, node, 0);
    const alpha = { float: node.attr['alpha']?.f ?? 0.2 };
    return { ...from, name: context.onnx.add('LeakyRelu', [from.name], { alpha }) };
  },
  Identity: (context, node) => unpadded(context, node, 0),
  Transpose: convertTranspose,
  Pad: convertPad,
  PadV2: convertPad,
  MaxPool: convertMaxPool,
  Mean: convertMean,
  ConcatV2: convertConcat,
  ResizeBilinear: convertResize,
  Conv2D: (context, node) => convertConvolution(context, node, null),
  DepthwiseConv2dNative: (context, node) => convertConvolution(context, node, null),
  _FusedConv2D: convertFusedConvolution,
  FusedDepthwiseConv2dNative: convertFusedConvolution,
};

function operand(context: Context, node: TfjsNode, index: number): Feature {
  const name = node.input[index];
  if (name === undefined) throw new Error(`${node.name} has no input ${index}`);
  return context.feature(name);
}

/** An input whose border, if it has one, was taken in already. */
function unpadded(context: Context, node: TfjsNode, index: number): Feature {
  const from = operand(context, node, index);
  if (from.pads.some((size) => size > 0)) throw new Error(`${node.name}: a border here is not supported`);
  return from;
}

function constant(context: Context, node: TfjsNode, index: number): Constant {
  const found = context.graph.constants.get(node.input[index] ?? '');
  if (!found) throw new Error(`input ${index} of ${node.name} is not a constant`);
  return found;
}

function convertUnary(opType: string): Convert {
  return (context, node) => {
    const from = unpadded(context, node, 0);
    return { ...from, name: context.onnx.add(opType, [from.name]) };
  };
}

/** Of two values of one shape, of a value and one factor a channel (1×1 cells), or of a value and a single number. */
function convertBinary(opType: string): Convert {
  return (context, node) => {
    const sides = node.input.map((name, index) => {
      const number = context.graph.constants.get(name);
      if (!number) return unpadded(context, node, index);
      const [value = NaN] = number.values;
      if (number.shape.length > 0) throw new Error(`${node.name}: only single numbers are supported`);
      return context.onnx.scalar(value);
    });
    const features = sides.filter((side) => typeof side !== 'string');
    if (new Set(features.map((side) => side.axes)).size !== 1) throw new Error(`${node.name}: mixed axes`);
    const feature = features.reduce((a, b) => (b.stride < a.stride ? b : a));
    const names = sides.map((side) => (typeof side === 'string' ? side : side.name));
    return { ...feature, name: context.onnx.add(opType, names) };
  };
}

/** A convolution whose bias is added by a node of its own. */
function convertBiasedConvolution(context: Context, node: TfjsNode): Feature | null {
  const convolution = context.graph.nodes.get(node.input[0] ?? '');
  const bias = context.graph.constants.get(node.input[1] ?? '');
  if (convolution?.op !== 'Conv2D' || bias?.shape.length !== 1) return null;
  return convertConvolution(context, convolution, bias);
}

function convertFusedConvolution(context: Context, node: TfjsNode): Feature {
  const [first, activation, ...others] = stringsOf(node, 'fused_ops');
  if (first !== 'BiasAdd' || others.length > 0) throw new Error(`${node.name}: unknown fused operations`);
  const biased = convertConvolution(context, node, constant(context, node, 2));
  if (activation === undefined) return biased;
  if (activation !== 'Relu') throw new Error(`${node.name}: activation ${activation} is not supported`);
  return { ...biased, name: context.onnx.add('Relu', [biased.name]) };
}

function convertConvolution(context: Context, node: TfjsNode, bias: Constant | null): Feature {
  const same = stringOf(node, 'padding') === 'SAME';
  const from = same ? unpadded(context, node, 0) : operand(context, node, 0);
  if (from.axes !== 'nhwc') throw new Error(`${node.name}: expected channels last`);
  const [, step = 1] = integersOf(node, 'strides');
  if (integersOf(node, 'dilations').some((size) => size !== 1)) throw new Error(`${node.name}: dilated`);
  const depthwise = node.op.includes('Depthwise');
  const keep = context.keep.get(node.name);
  const weights = constant(context, node, 1);
  const kernel = depthwise ? depthwiseKernel(weights) : plainKernel(weights, keep);
  const kept = bias && keep ? keep.map((channel) => bias.values[channel] ?? NaN) : bias?.values;
  const name = addConvolution(context.onnx, from.name, {
    kernel,
    bias: kept ? Float32Array.from(kept) : null,
    step,
    pads: same ? samePads(kernel, step) : from.pads,
    depthwise,
  });
  return { name, axes: 'nhwc', stride: from.stride * step, pads: NO_PADS };
}

function convertTranspose(context: Context, node: TfjsNode): Feature {
  const from = operand(context, node, 0);
  const order = constant(context, node, 1).values.join();
  const expected = from.axes === 'nchw' ? '0,2,3,1' : '0,3,1,2';
  if (order !== expected) throw new Error(`${node.name}: transposition ${order} of ${from.axes}`);
  return { ...from, axes: from.axes === 'nchw' ? 'nhwc' : 'nchw' };
}

function convertPad(context: Context, node: TfjsNode): Feature {
  const from = unpadded(context, node, 0);
  const [n0, n1, c0, c1, top = 0, bottom = 0, left = 0, right = 0] = constant(context, node, 1).values;
  if (from.axes !== 'nchw' || n0 || n1 || c0 || c1) throw new Error(`${node.name}: only rows and columns`);
  return { ...from, pads: [top, left, bottom, right] };
}

/** The border of a pooling never wins: TensorFlow's graph fills it with a very low number, ONNX leaves it out. */
function convertMaxPool(context: Context, node: TfjsNode): Feature {
  const from = operand(context, node, 0);
  const [, rows = 1, columns = 1] = integersOf(node, 'ksize');
  const [, step = 1] = integersOf(node, 'strides');
  if (stringOf(node, 'padding') !== 'VALID') throw new Error(`${node.name}: only explicit borders`);
  const attributes = { kernel_shape: [rows, columns], strides: [step, step], pads: from.pads };
  const name = context.onnx.add('MaxPool', [from.name], attributes);
  return { ...from, name, stride: from.stride * step, pads: NO_PADS };
}

function convertMean(context: Context, node: TfjsNode): Feature {
  const from = unpadded(context, node, 0);
  const axes = constant(context, node, 1).values.join();
  if (from.axes !== 'nhwc' || axes !== '1,2') throw new Error(`${node.name}: mean over ${axes}`);
  return { ...from, name: context.onnx.add('GlobalAveragePool', [from.name]), stride: Infinity };
}

function convertConcat(context: Context, node: TfjsNode): Feature {
  const parts = node.input.slice(0, -1).map((_, index) => unpadded(context, node, index));
  const [first] = parts;
  if (new Set(parts.map((part) => part.axes)).size !== 1) throw new Error(`${node.name}: mixed axes`);
  const axis = constant(context, node, parts.length).values[0];
  if (!first || axis !== (first.axes === 'nchw' ? 1 : 3))
    throw new Error(`${node.name}: axis ${String(axis)}`);
  const names = parts.map((part) => part.name);
  return { ...first, name: context.onnx.add('Concat', names, { axis: 1 }) };
}

/** Written as a factor, not a size, so that pictures of any size pass. */
function convertResize(context: Context, node: TfjsNode): Feature {
  const from = unpadded(context, node, 0);
  const [, width = 0] = constant(context, node, 1).values;
  const stride = context.nativeWidth / width;
  const factor = from.stride / stride;
  const halfPixel = node.attr['half_pixel_centers']?.b === true;
  const name = context.onnx.add('Resize', [from.name, '', context.onnx.floats([1, 1, factor, factor])], {
    mode: 'linear',
    coordinate_transformation_mode: halfPixel ? 'half_pixel' : 'asymmetric',
  });
  return { ...from, name, stride };
}
