import { addCellGrid } from './cell-grid.ts';
import { convertLayers } from './layers.ts';
import type { Conversion, Feature } from './layers.ts';
import { OnnxBuilder } from './onnx-builder.ts';
import { addPixelInput } from './pixel-input.ts';
import type { TfjsGraph } from './tfjs-graph.ts';
import type { Variant } from './variant.ts';

const PERSON = 0;

/** Converts MobileNetV3-CenterNet 512 into a detector of persons; see `ModelCard` for its input and outputs. */
export function buildCenternet(graph: TfjsGraph, { layout, precision }: Variant): Uint8Array {
  const onnx = new OnnxBuilder(precision);
  const image = addPixelInput(onnx, { order: 'rgb', mean: [0, 0, 0], deviation: [1, 1, 1] }, layout);
  const name = onnx.toNetwork(image);
  const conversion: Conversion = {
    graph,
    onnx,
    input: { node: 'tower_0/images', feature: { name, axes: 'nhwc', stride: 1, pads: [0, 0, 0, 0] } },
    nativeWidth: 512,
    keep: new Map([['tower_0/CenternetHead/centernet_cls_output/BiasAdd', [PERSON]]]),
  };
  const done = new Map<string, Feature>();
  const heat = convertLayers(conversion, 'tower_0/keypoints', done);
  const sides = convertLayers(conversion, 'tower_0/wh', done);
  onnx.output('boxes', decodeBoxes(onnx, layout, sides), [1, 'cells', 4]);
  const scores = peaks(onnx, onnx.fromNetwork(heat.name));
  onnx.output('scores', onnx.add('Reshape', [scores, onnx.integers([1, -1])]), [1, 'cells']);
  return onnx.encode('centernet');
}

/** The heat map where a cell is the highest of its 3×3 neighbours, 0 elsewhere (Objects as Points, Zhou 2019, section 4). */
function peaks(onnx: OnnxBuilder, heat: string): string {
  const attributes = { kernel_shape: [3, 3], strides: [1, 1], pads: [1, 1, 1, 1] };
  const highest = onnx.add('MaxPool', [heat], attributes);
  const isPeak = onnx.add('Equal', [heat, highest]);
  return onnx.add('Where', [isPeak, heat, onnx.floats([0], [])]);
}

/** Four distances in pixels from the cell's corner to left, top, right, bottom → boxes [1, cells, 4]. */
function decodeBoxes(onnx: OnnxBuilder, layout: Variant['layout'], sides: Feature): string {
  const distances = onnx.add('Reshape', [onnx.fromNetwork(sides.name), onnx.integers([1, 4, -1])]);
  const moves = onnx.add('Mul', [distances, onnx.floats([-1, -1, 1, 1], [1, 4, 1])]);
  const corners = addCellGrid(onnx, { layout, stride: sides.stride, offset: 0 });
  return onnx.add('Transpose', [onnx.add('Add', [corners, moves])], { perm: [0, 2, 1] });
}
