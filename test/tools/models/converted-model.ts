import { InferenceSession, Tensor, env } from 'onnxruntime-web/wasm';
import { MODEL_FILES } from '../../../tools/models/catalogue.ts';
import { convert } from '../../../tools/models/model-files.ts';
import type { Answer } from './decode.ts';
import type { Picture } from './drawn-picture.ts';

export type AskConverted = (picture: Picture) => Promise<Answer>;

/** A model file as it ships, by its name without ending: made anew and loaded into the runtime that the app uses. */
export async function openConverted(name: string): Promise<AskConverted> {
  env.wasm.numThreads = 1;
  const model = MODEL_FILES.find((candidate) => candidate.name === name);
  if (!model) throw new Error(`no model is named ${name}`);
  const session = await InferenceSession.create(await convert(model), { executionProviders: ['wasm'] });
  const toTensor = model.variant.layout === 'rgba-u8-nhwc' ? toBytes : toPlanes;
  return async (picture) => {
    const image = toTensor(picture);
    const { boxes, scores } = await session.run({ image });
    const edges = boxes!.data as Float32Array;
    return {
      scores: [...(scores!.data as Float32Array)],
      boxes: Array.from({ length: edges.length / 4 }, (_, i) => [...edges.subarray(4 * i, 4 * i + 4)]),
    };
  };
}

function toBytes({ width, height, rgba }: Picture): Tensor {
  return new Tensor('uint8', rgba, [1, height, width, 4]);
}

function toPlanes({ width, height, rgba }: Picture): Tensor {
  const size = width * height;
  const planes = Float32Array.from(
    { length: 3 * size },
    (_, at) => rgba[4 * (at % size) + Math.floor(at / size)]!,
  );
  return new Tensor('float32', planes, [1, 3, height, width]);
}
