import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import onnxProto from 'onnx-proto';
import type { onnx } from 'onnx-proto';
import { beforeAll, describe, expect, test } from 'vitest';
import { MODEL_FILES } from '../../../tools/models/catalogue.ts';
import {
  bringIndexUpToDate,
  cardFiles,
  convert,
  digestOf,
  INDEX,
  MODELS,
} from '../../../tools/models/model-files.ts';

/** The conversion takes a second on an idle machine. */
const SLOW_MS = 60_000;

test('the folder of models holds the cards, their list, the two detectors, and nothing else', () => {
  const cards = MODEL_FILES.flatMap((model) => [...cardFiles(model, '').keys()]);
  const files = MODEL_FILES.map(({ name }) => `${name}.onnx`);
  expect(files).toEqual(['nanodet.onnx', 'nanodet-f32.onnx', 'nanodet-f16.onnx', 'centernet.onnx']);
  expect(readdirSync(MODELS).filter((name) => ![INDEX, ...cards, ...files].includes(name))).toEqual([]);
  expect(bringIndexUpToDate(MODELS, false)).toEqual({ state: 'current' });
});

describe.each(MODEL_FILES)('$name', (model) => {
  let bytes: Uint8Array = new Uint8Array();
  let graph: onnx.IGraphProto = {};
  beforeAll(async () => {
    bytes = await convert(model);
    graph = onnxProto.onnx.ModelProto.decode(bytes).graph ?? {};
  }, SLOW_MS);

  test('comes out with the digest and the text of its committed cards', () => {
    for (const [name, text] of cardFiles(model, digestOf(bytes)))
      expect(readFileSync(join(MODELS, name), 'utf8')).toBe(text);
  });

  test.skipIf(!existsSync(join(MODELS, `${model.name}.onnx`)))('is the file that lies in the folder', () => {
    expect(digestOf(readFileSync(join(MODELS, `${model.name}.onnx`)))).toBe(digestOf(bytes));
  });

  test('takes a picture and gives boxes and scores of persons, nothing else', () => {
    const input =
      model.variant.layout === 'rgba-u8-nhwc' ? 'image [1,height,width,4]' : 'image [1,3,height,width]';
    expect(graph.input?.map(describeValue)).toEqual([input]);
    expect(graph.output?.map(describeValue)).toEqual(['boxes [1,cells,4]', 'scores [1,cells]']);
  });

  test('holds no weights for another class than persons', () => {
    const shapes = new Map(graph.initializer?.map(({ name, dims }) => [name, (dims ?? []).map(Number)]));
    const channels = graph.node
      ?.filter(({ opType }) => opType === 'Conv')
      .map(({ input }) => shapes.get(storedName(graph, input?.[1] ?? ''))?.[0]);
    expect(channels).toContain(model.network.name === 'nanodet' ? 1 + 4 * 11 : 1);
    expect(channels).not.toContain(80);
    expect(channels).not.toContain(80 + 4 * 11);
  });
});

/** Weights are stored as float16 and pass a cast. */
function storedName(graph: onnx.IGraphProto, name: string): string {
  const cast = graph.node?.find(({ opType, output }) => opType === 'Cast' && output?.[0] === name);
  return cast?.input?.[0] ?? name;
}

function describeValue({ name, type }: onnx.IValueInfoProto): string {
  const sizes = type?.tensorType?.shape?.dim?.map(({ dimParam, dimValue }) => dimParam || Number(dimValue));
  return `${name ?? ''} [${String(sizes)}]`;
}
