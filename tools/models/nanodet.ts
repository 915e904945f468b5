import { addCellGrid } from './cell-grid.ts';
import { convertLayers } from './layers.ts';
import type { Conversion, Feature } from './layers.ts';
import { OnnxBuilder } from './onnx-builder.ts';
import { addPixelInput } from './pixel-input.ts';
import type { TfjsGraph } from './tfjs-graph.ts';
import type { Variant } from './variant.ts';

/** The convolutions that predict for cells of 8, 16 and 32 pixels, and the nodes that hold their result. */
const HEADS = [
  { convolution: 'PartitionedCall/convolution_29', result: 'PartitionedCall/Add_29' },
  { convolution: 'PartitionedCall/convolution_31', result: 'PartitionedCall/Add_33' },
  { convolution: 'PartitionedCall/convolution_33', result: 'PartitionedCall/Add_37' },
];
const CLASSES = 80;
const PERSON = 0;
const SIDES = 4;
/** Each distance to a side is a distribution over 0, 1, … 10 cells (Generalized Focal Loss, Li 2020, section 3.2). */
const BINS = 11;

/** What the last convolutions keep: the score of a person and the distances, 45 of 124 channels. */
const PERSON_CHANNELS = [PERSON, ...Array.from({ length: SIDES * BINS }, (_, i) => CLASSES + i)];

/** Converts NanoDet-g 416 into a detector of persons; see `ModelCard` for its input and outputs. */
export function buildNanodet(graph: TfjsGraph, { layout, precision }: Variant): Uint8Array {
  const onnx = new OnnxBuilder(precision);
  const image = addPixelInput(
    onnx,
    { order: 'bgr', mean: [103.53, 116.28, 123.675], deviation: [57.375, 57.12, 58.395] },
    layout,
  );
  const name = onnx.toNetwork(image);
  const conversion: Conversion = {
    graph,
    onnx,
    input: { node: 'input_1', feature: { name, axes: 'nchw', stride: 1, pads: [0, 0, 0, 0] } },
    nativeWidth: 416,
    keep: new Map(HEADS.map(({ convolution }) => [convolution, PERSON_CHANNELS])),
  };
  const done = new Map<string, Feature>();
  const parts = HEADS.map(({ result }) => decode(onnx, layout, convertLayers(conversion, result, done)));
  const boxes = onnx.add(
    'Concat',
    parts.map((part) => part.boxes),
    { axis: 2 },
  );
  const scores = onnx.add(
    'Concat',
    parts.map((part) => part.scores),
    { axis: 1 },
  );
  onnx.output('boxes', onnx.add('Transpose', [boxes], { perm: [0, 2, 1] }), [1, 'cells', 4]);
  onnx.output('scores', scores, [1, 'cells']);
  return onnx.encode('nanodet');
}

/** One head: scores [1, cells] and boxes [1, 4, cells] as left, top, right, bottom. */
function decode(
  onnx: OnnxBuilder,
  layout: Variant['layout'],
  head: Feature,
): { boxes: string; scores: string } {
  const split = onnx.integers([1, SIDES * BINS]);
  const [score = '', distances = ''] = onnx.addMany('Split', [onnx.fromNetwork(head.name), split], {
    outputs: 2,
    attributes: { axis: 1 },
  });
  const scores = onnx.add('Reshape', [onnx.add('Sigmoid', [score]), onnx.integers([1, -1])]);
  const perSide = onnx.add('Reshape', [distances, onnx.integers([1, SIDES, BINS, -1])]);
  const chances = onnx.add('Softmax', [perSide], { axis: 2 });
  const weighted = onnx.add('Mul', [chances, onnx.floats(signedBins(head.stride), [1, SIDES, BINS, 1])]);
  const moves = onnx.add('ReduceSum', [weighted, onnx.integers([2])], { keepdims: 0 });
  const centres = addCellGrid(onnx, { layout, stride: head.stride, offset: 0.5 });
  return { scores, boxes: onnx.add('Add', [centres, moves]) };
}

/** Pixels that each bin moves a side: left and top against the axes, right and bottom along them. */
function signedBins(stride: number): number[] {
  return [-1, -1, 1, 1].flatMap((sign) => Array.from({ length: BINS }, (_, bin) => sign * bin * stride));
}
