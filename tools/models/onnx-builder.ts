import onnxProto from 'onnx-proto';
import type { onnx } from 'onnx-proto';
import { toFloat16 } from './float16.ts';

/** In what the network computes between its input and its answers. */
export type Precision = 'single' | 'half';

const { ModelProto, TensorProto, AttributeProto } = onnxProto.onnx;
const Type = TensorProto.DataType;
const Kind = AttributeProto.AttributeType;

/** Sizes are numbers, or names of sizes that are known only when the model is loaded. */
export type Dimensions = readonly (number | string)[];
/** Attributes of an operation. A number is an integer unless it is wrapped by `float`. */
export type Attributes = Readonly<Record<string, number | string | readonly number[] | { float: number }>>;

const OPSET = 17;

/** Gathers the operations of one ONNX graph and encodes them; the same calls give the same bytes. */
export class OnnxBuilder {
  readonly #precision: Precision;
  readonly #nodes: onnx.INodeProto[] = [];
  readonly #initialisers: onnx.ITensorProto[] = [];
  readonly #constantNames = new Map<string, string>();
  readonly #inputs: onnx.IValueInfoProto[] = [];
  readonly #outputs: onnx.IValueInfoProto[] = [];

  constructor(precision: Precision = 'single') {
    this.#precision = precision;
  }

  /** Declares the graph's input. */
  input(name: string, type: 'uint8' | 'float32', dimensions: Dimensions): string {
    this.#inputs.push(valueInfo(name, type === 'uint8' ? Type.UINT8 : Type.FLOAT, dimensions));
    return name;
  }

  /** Declares a float32 output and ties it to the value that `from` names. */
  output(name: string, from: string, dimensions: Dimensions): void {
    this.#nodes.push({ opType: 'Identity', name, input: [from], output: [name] });
    this.#outputs.push(valueInfo(name, Type.FLOAT, dimensions));
  }

  /** Adds an operation with one output and returns the output's name. */
  add(opType: string, input: readonly string[], attributes: Attributes = {}): string {
    return this.addMany(opType, input, { outputs: 1, attributes })[0] ?? '';
  }

  /** Adds an operation with several outputs and returns their names. */
  addMany(
    opType: string,
    input: readonly string[],
    { outputs, attributes = {} }: { outputs: number; attributes?: Attributes },
  ): string[] {
    const name = `${opType}_${this.#nodes.length}`;
    const output = Array.from({ length: outputs }, (_, i) => (outputs === 1 ? name : `${name}_${i}`));
    const attribute = Object.entries(attributes).map(([key, value]) => attributeOf(key, value));
    this.#nodes.push({ opType, name, input: [...input], output, attribute });
    return output;
  }

  /** A float32 constant; equal constants share one name. */
  floats(values: readonly number[] | Float32Array, dims: readonly number[] = [values.length]): string {
    const bytes = new Uint8Array(Float32Array.from(values).buffer);
    return this.#constant(bytes, { dims, dataType: Type.FLOAT });
  }

  /**
   * A constant in the network's precision that the file stores as float16, half the bytes. For weights that were
   * float16 before: throws for a value that would be rounded. Runtimes undo the cast to single precision once, when
   * they load the model.
   */
  halves(values: Float32Array, dims: readonly number[] = [values.length]): string {
    const bytes = new Uint8Array(Uint16Array.from(values, toFloat16).buffer);
    const halves = this.#constant(bytes, { dims, dataType: Type.FLOAT16 });
    return this.#precision === 'half' ? halves : this.add('Cast', [halves], { to: Type.FLOAT });
  }

  /** A single number in the network's precision; throws for one that it does not hold. */
  scalar(value: number): string {
    return this.#precision === 'half' ? this.halves(Float32Array.of(value), []) : this.floats([value], []);
  }

  /** A float32 value brought to the network's precision. */
  toNetwork(value: string): string {
    return this.#precision === 'half' ? this.add('Cast', [value], { to: Type.FLOAT16 }) : value;
  }

  /** A value of the network brought to float32. */
  fromNetwork(value: string): string {
    return this.#precision === 'half' ? this.add('Cast', [value], { to: Type.FLOAT }) : value;
  }

  /** A one-dimensional int64 constant, or a scalar where `dims` is empty. */
  integers(values: readonly number[], dims: readonly number[] = [values.length]): string {
    const bytes = new Uint8Array(BigInt64Array.from(values, BigInt).buffer);
    return this.#constant(bytes, { dims, dataType: Type.INT64 });
  }

  #constant(rawData: Uint8Array, form: { dims: readonly number[]; dataType: number }): string {
    const key = rawData.length > 256 ? null : JSON.stringify([form, [...rawData]]);
    const known = key === null ? undefined : this.#constantNames.get(key);
    if (known !== undefined) return known;
    const name = `constant_${this.#initialisers.length}`;
    this.#initialisers.push({ name, dims: [...form.dims], dataType: form.dataType, rawData });
    if (key !== null) this.#constantNames.set(key, name);
    return name;
  }

  /** The model file. */
  encode(graphName: string): Uint8Array {
    const model = ModelProto.fromObject({
      irVersion: 8,
      opsetImport: [{ domain: '', version: OPSET }],
      producerName: 'kazoe',
      graph: {
        name: graphName,
        node: this.#nodes,
        initializer: this.#initialisers,
        input: this.#inputs,
        output: this.#outputs,
      },
    });
    return ModelProto.encode(model).finish();
  }
}

function valueInfo(name: string, elemType: number, dimensions: Dimensions): onnx.IValueInfoProto {
  const dim = dimensions.map((size) => (typeof size === 'number' ? { dimValue: size } : { dimParam: size }));
  return { name, type: { tensorType: { elemType, shape: { dim } } } };
}

function attributeOf(name: string, value: Attributes[string]): onnx.IAttributeProto {
  if (typeof value === 'number') return { name, type: Kind.INT, i: value };
  if (typeof value === 'string') return { name, type: Kind.STRING, s: Buffer.from(value, 'utf8') };
  if ('float' in value) return { name, type: Kind.FLOAT, f: value.float };
  return { name, type: Kind.INTS, ints: [...value] };
}
