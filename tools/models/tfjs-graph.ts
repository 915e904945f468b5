import { readFileSync } from 'node:fs';
import { fromFloat16 } from './float16.ts';

/** A weight or parameter of the graph, in TensorFlow's own axis order. */
export interface Constant {
  readonly shape: readonly number[];
  readonly values: Float32Array | Int32Array;
}

/** One operation. Inputs are node names, with `:n` for the n-th output of a node that has several. */
export interface TfjsNode {
  readonly name: string;
  readonly op: string;
  readonly input: readonly string[];
  readonly attr: Readonly<Record<string, TfjsAttribute | undefined>>;
}

/** TensorFlow's attribute in protobuf JSON: integers are decimal strings, strings are base64. */
interface TfjsAttribute {
  readonly f?: number;
  readonly s?: string;
  readonly b?: boolean;
  readonly list?: { readonly i?: readonly string[]; readonly s?: readonly string[] };
}

/** A TensorFlow.js graph model. */
export interface TfjsGraph {
  readonly nodes: ReadonlyMap<string, TfjsNode>;
  readonly constants: ReadonlyMap<string, Constant>;
}

interface WeightEntry {
  readonly name: string;
  readonly shape: readonly number[];
  readonly dtype: string;
  readonly quantization?: { readonly dtype: string };
}

interface GraphFile {
  readonly modelTopology: {
    readonly node: readonly (Pick<TfjsNode, 'name' | 'op'> & Partial<TfjsNode>)[];
  };
  readonly weightsManifest: readonly { readonly weights: readonly WeightEntry[] }[];
}

/** Reads `<path>.json` and `<path>.bin`; float16 weights come out as float32, without loss. */
export function readTfjsGraph(path: string): TfjsGraph {
  const file = JSON.parse(readFileSync(`${path}.json`, 'utf8')) as GraphFile;
  const nodes = file.modelTopology.node.map((node): TfjsNode => ({ input: [], attr: {}, ...node }));
  return {
    nodes: new Map(nodes.map((node) => [node.name, node])),
    constants: readConstants(
      file.weightsManifest.flatMap((group) => group.weights),
      readFileSync(`${path}.bin`),
    ),
  };
}

function readConstants(entries: readonly WeightEntry[], bytes: Buffer): Map<string, Constant> {
  const constants = new Map<string, Constant>();
  let offset = 0;
  for (const entry of entries) {
    const { width, values } = readValues(entry, bytes, offset);
    constants.set(entry.name, { shape: entry.shape, values });
    offset += width * values.length;
  }
  if (offset !== bytes.length) throw new Error(`weights hold ${bytes.length} bytes, ${offset} are described`);
  return constants;
}

function readValues(entry: WeightEntry, bytes: Buffer, offset: number) {
  const type = entry.quantization?.dtype ?? entry.dtype;
  const length = entry.shape.reduce((product, size) => product * size, 1);
  switch (type) {
    case 'float16':
      return {
        width: 2,
        values: Float32Array.from({ length }, (_, i) => fromFloat16(bytes.readUInt16LE(offset + 2 * i))),
      };
    case 'float32':
      return {
        width: 4,
        values: Float32Array.from({ length }, (_, i) => bytes.readFloatLE(offset + 4 * i)),
      };
    case 'int32':
      return { width: 4, values: Int32Array.from({ length }, (_, i) => bytes.readInt32LE(offset + 4 * i)) };
    default:
      throw new Error(`weight ${entry.name} has the unknown type ${type}`);
  }
}

/** Integers of a list attribute, such as the strides of a convolution; throws where there is none. */
export function integersOf(node: TfjsNode, attribute: string): number[] {
  const list = node.attr[attribute]?.list?.i;
  if (!list) throw new Error(`${node.name} has no ${attribute}`);
  return list.map(Number);
}

/** Strings of a list attribute, such as the activations fused into a convolution; empty where there is none. */
export function stringsOf(node: TfjsNode, attribute: string): string[] {
  return (node.attr[attribute]?.list?.s ?? []).map(fromBase64);
}

/** A string attribute, such as the padding of a convolution; empty where there is none. */
export function stringOf(node: TfjsNode, attribute: string): string {
  return fromBase64(node.attr[attribute]?.s ?? '');
}

function fromBase64(text: string): string {
  return Buffer.from(text, 'base64').toString('utf8');
}
