import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import onnxProto from 'onnx-proto';
import { expect, test } from 'vitest';
import { faultsOfModel } from '../../../tools/supply-chain/model-heads.ts';

const models = fileURLToPath(new URL('../../../public/models', import.meta.url));
const shipped = existsSync(models) ? readdirSync(models).filter((name) => name.endsWith('.onnx')) : [];

test.skipIf(shipped.length === 0).each(shipped)(
  '%s says where somebody is and how sure it is, no more',
  (name) => {
    expect(faultsOfModel(readFileSync(join(models, name)))).toEqual([]);
  },
);

/** A model with these outputs: name and sizes. */
function aModel(outputs: Readonly<Record<string, readonly (number | string)[]>>): Uint8Array {
  const { ModelProto } = onnxProto.onnx;
  const output = Object.entries(outputs).map(([name, sizes]) => ({
    name,
    type: {
      tensorType: {
        elemType: 1,
        shape: {
          dim: sizes.map((size) => (typeof size === 'string' ? { dimParam: size } : { dimValue: size })),
        },
      },
    },
  }));
  return ModelProto.encode({ irVersion: 8, graph: { name: 'a', output } }).finish();
}

const HEADS = { boxes: [1, 'cells', 4], scores: [1, 'cells'] } as const;

test('a model with the two heads and nothing else is as it should be', () => {
  expect(faultsOfModel(aModel(HEADS))).toEqual([]);
});

test.each<[string, Readonly<Record<string, readonly (number | string)[]>>, string]>([
  ['an embedding', { ...HEADS, embeddings: [1, 'cells', 128] }, 'output embeddings [1,cells,128]'],
  ['an embedding by a harmless name', { ...HEADS, extra: [1, 'cells', 128] }, 'output extra [1,cells,128]'],
  ['key points in its boxes', { ...HEADS, boxes: [1, 'cells', 38] }, 'output boxes [1,cells,38]'],
  ['classes', { ...HEADS, scores: [1, 'cells', 80] }, 'output scores [1,cells,80]'],
  ['one head', { boxes: [1, 'cells', 4] }, '1 outputs'],
  ['a face', { ...HEADS, face_score: [1, 'cells'] }, 'the name face_score'],
])('a model with %s is refused', (_, outputs, fault) => {
  expect(faultsOfModel(aModel(outputs)).join('; ')).toContain(fault);
});
