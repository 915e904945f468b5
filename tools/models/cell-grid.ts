import { axesOf, INPUT_NAME } from './pixel-input.ts';
import type { InputLayout } from './pixel-input.ts';
import type { OnnxBuilder } from './onnx-builder.ts';

const FLOAT32 = 1;

/**
 * Adds float32 [1, 4, rows × columns]: for each cell of `stride` input pixels, row by row, its reference
 * point as x, y, x, y in pixels of the input, which has the given layout. `offset` is where in the cell the point
 * lies (0 corner, 0.5 centre).
 */
export function addCellGrid(
  onnx: OnnxBuilder,
  { layout, stride, offset }: { layout: InputLayout; stride: number; offset: number },
): string {
  const axis = (index: number): string => {
    const size = onnx.add('Shape', [INPUT_NAME], { start: index, end: index + 1 });
    const limit = onnx.add('Cast', [onnx.add('Squeeze', [size])], { to: FLOAT32 });
    return onnx.add('Range', [onnx.floats([stride * offset], []), limit, onnx.floats([stride], [])]);
  };
  const [row, column] = axesOf(layout);
  const ys = onnx.add('Unsqueeze', [axis(row), onnx.integers([1])]);
  const xs = onnx.add('Unsqueeze', [axis(column), onnx.integers([0])]);
  const rows = onnx.add('Shape', [ys]);
  const columns = onnx.add('Shape', [xs]);
  const size = onnx.add('Max', [rows, columns]);
  const point = [xs, ys].map((values) => flat(onnx, onnx.add('Expand', [values, size])));
  return onnx.add('Concat', [...point, ...point], { axis: 1 });
}

function flat(onnx: OnnxBuilder, value: string): string {
  return onnx.add('Reshape', [value, onnx.integers([1, 1, -1])]);
}
