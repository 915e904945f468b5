import { InferenceSession, Tensor, env } from 'onnxruntime-web/wasm';
import { NETWORKS } from '../../../tools/models/catalogue.ts';
import { convert } from '../../../tools/models/model-files.ts';
import type { Answer } from './decode.ts';
import type { Picture } from './drawn-picture.ts';

export type AskConverted = (picture: Picture) => Promise<Answer>;

/** A network as it ships, made anew and loaded into the runtime that the app uses. */
export async function openConverted(name: string): Promise<AskConverted> {
  env.wasm.numThreads = 1;
  const network = NETWORKS.find((candidate) => candidate.name === name);
  if (!network) throw new Error(`no network is named ${name}`);
  const session = await InferenceSession.create(await convert(network), { executionProviders: ['wasm'] });
  return async ({ width, height, rgba }) => {
    const image = new Tensor('uint8', rgba, [1, height, width, 4]);
    const { boxes, scores } = await session.run({ image });
    const edges = boxes!.data as Float32Array;
    return {
      scores: [...(scores!.data as Float32Array)],
      boxes: Array.from({ length: edges.length / 4 }, (_, i) => [...edges.subarray(4 * i, 4 * i + 4)]),
    };
  };
}
