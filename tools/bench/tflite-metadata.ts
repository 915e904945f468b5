import { Builder } from 'flatbuffers';
import type { Anchor } from './ssd-anchors.ts';

/** What a detector's metadata say. */
export interface DetectorMetadata {
  readonly anchors: readonly Anchor[];
  readonly classes: number;
  /** A pixel's value becomes (value − mean) ÷ deviation. */
  readonly mean: number;
  readonly deviation: number;
  /** Name of the file with the classes' names that is packed at the model's end. */
  readonly labelsFile: string;
}

/**
 * The metadata that MediaPipe's object detector reads from a model: TensorFlow Lite's metadata_schema.fbs with
 * MediaPipe's object_detector_metadata_schema.fbs inside. Numbers of fields are those of the schemas.
 */
export function detectorMetadata(detector: DetectorMetadata): Uint8Array {
  const builder = new Builder(1 << 16);
  const name = builder.createString('ObjectDetector');
  const inputs = tables(builder, [inputTensor(builder, detector)]);
  const outputs = tables(builder, [boxesTensor(builder), scoresTensor(builder, detector)]);
  const custom = tables(builder, [customMetadata(builder, detectorOptions(detector))]);
  const subgraph = table(builder, 10, { 2: offset(inputs), 3: offset(outputs), 9: offset(custom) });
  const subgraphs = tables(builder, [subgraph]);
  const parser = builder.createString('1.5.0');
  const model = table(builder, 8, { 0: offset(name), 3: offset(subgraphs), 7: offset(parser) });
  builder.finish(model, 'M001');
  return builder.asUint8Array();
}

const CONTENT = { feature: 1, image: 2, boundingBox: 3 };
const RGB = 1;
const NORMALISATION = 1;
const LABELS_BY_VALUE = 2;

function inputTensor(builder: Builder, { mean, deviation }: DetectorMetadata): number {
  const name = builder.createString('image');
  const content = contentOf(builder, CONTENT.image, table(builder, 2, { 0: byte(RGB) }));
  const options = table(builder, 2, {
    0: offset(floats(builder, [mean])),
    1: offset(floats(builder, [deviation])),
  });
  const unit = table(builder, 2, { 0: byte(NORMALISATION), 1: offset(options) });
  const units = tables(builder, [unit]);
  return table(builder, 7, { 0: offset(name), 3: offset(content), 4: offset(units) });
}

function boxesTensor(builder: Builder): number {
  const name = builder.createString('location');
  const order = integers(builder, [1, 0, 3, 2]); // the network gives y, x, height, width
  const properties = table(builder, 3, { 0: offset(order), 1: byte(1), 2: byte(0) });
  const content = contentOf(builder, CONTENT.boundingBox, properties);
  return table(builder, 7, { 0: offset(name), 3: offset(content) });
}

function scoresTensor(builder: Builder, { labelsFile }: DetectorMetadata): number {
  const name = builder.createString('score');
  const content = contentOf(builder, CONTENT.feature, table(builder, 0, {}));
  const file = builder.createString(labelsFile);
  const files = tables(builder, [table(builder, 5, { 0: offset(file), 2: byte(LABELS_BY_VALUE) })]);
  return table(builder, 7, { 0: offset(name), 3: offset(content), 6: offset(files) });
}

function contentOf(builder: Builder, kind: number, properties: number): number {
  return table(builder, 3, { 0: byte(kind), 1: offset(properties) });
}

function customMetadata(builder: Builder, options: Uint8Array): number {
  const name = builder.createString('DETECTOR_METADATA');
  const data = bytes(builder, options);
  return table(builder, 2, { 0: offset(name), 1: offset(data) });
}

/** The nested file that says how boxes are decoded. */
function detectorOptions({ anchors, classes }: DetectorMetadata): Uint8Array {
  const builder = new Builder(1 << 17);
  const fixed = anchors.map(({ x, y, width, height }) =>
    table(builder, 4, { 0: float(x), 1: float(y), 2: float(width), 3: float(height) }),
  );
  const list = table(builder, 1, { 0: offset(tables(builder, fixed)) });
  const layout = table(builder, 1, { 0: offset(list) });
  const decoding = table(builder, 12, {
    0: integer(classes),
    1: integer(anchors.length),
    2: integer(4), // numbers a box
    3: integer(4), // where keypoints would begin
    4: integer(0),
    5: integer(2),
    6: float(10), // what moves and growths are multiples of
    7: float(10),
    8: float(5),
    9: float(5),
    10: byte(1), // growths are logarithms
    11: byte(1), // scores pass a sigmoid
  });
  const version = builder.createString('1.0.0');
  builder.finish(table(builder, 3, { 0: offset(version), 1: offset(layout), 2: offset(decoding) }), 'V001');
  return builder.asUint8Array();
}

type Field = (builder: Builder, number: number) => void;

const offset =
  (value: number): Field =>
  (builder, number) => {
    builder.addFieldOffset(number, value, 0);
  };
const byte =
  (value: number): Field =>
  (builder, number) => {
    builder.addFieldInt8(number, value, 0);
  };
const integer =
  (value: number): Field =>
  (builder, number) => {
    builder.addFieldInt32(number, value, 0);
  };
const float =
  (value: number): Field =>
  (builder, number) => {
    builder.addFieldFloat32(number, value, 0);
  };

/** Writes a table of `size` fields; what it leads to must be written already. */
function table(builder: Builder, size: number, fields: Readonly<Record<number, Field>>): number {
  builder.startObject(size);
  for (const [number, add] of Object.entries(fields)) add(builder, Number(number));
  return builder.endObject();
}

function list(builder: Builder, length: number, add: (index: number) => void): number {
  builder.startVector(4, length, 4);
  for (let index = length - 1; index >= 0; index--) add(index);
  return builder.endVector();
}

function tables(builder: Builder, offsets: readonly number[]): number {
  return list(builder, offsets.length, (index) => {
    builder.addOffset(offsets[index] ?? 0);
  });
}

function floats(builder: Builder, values: readonly number[]): number {
  return list(builder, values.length, (index) => {
    builder.addFloat32(values[index] ?? 0);
  });
}

function integers(builder: Builder, values: readonly number[]): number {
  return list(builder, values.length, (index) => {
    builder.addInt32(values[index] ?? 0);
  });
}

/** Nested data, laid at a multiple of 16 bytes as the schema demands. */
function bytes(builder: Builder, values: Uint8Array): number {
  builder.startVector(1, values.length, 1);
  builder.prep(16, 0);
  for (let index = values.length - 1; index >= 0; index--) builder.addInt8(values[index] ?? 0);
  return builder.endVector();
}
