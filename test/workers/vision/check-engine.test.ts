import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { ModelCard } from '../../../src/contracts/vision.ts';
import { computesRightly } from '../../../workers/vision/check-engine.ts';
import type { Engine } from '../../../workers/vision/engine.ts';
import { createMemoryPictureReader } from '../../../workers/vision/memory-picture-reader.ts';
import { openOrtEngine } from '../../../workers/vision/ort-engine.ts';

const root = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const read = (path: string): ArrayBuffer => new Uint8Array(readFileSync(root(path))).buffer;
const model = 'public/models/nanodet.onnx';
const isBuilt = existsSync(root(model));

test.skipIf(!isBuilt)(
  `an engine that computes rightly is told from one that is dead${isBuilt ? '' : ' (skipped: npm run models)'}`,
  async () => {
    const card = JSON.parse(readFileSync(root('public/models/nanodet-416x256.json'), 'utf8')) as ModelCard;
    const wasm = read('node_modules/onnxruntime-web/dist/ort-wasm-simd-threaded.wasm');
    const parts = {
      reader: createMemoryPictureReader(),
      write: (_: ModelCard, picture: Uint8ClampedArray<ArrayBuffer>) => picture,
    };
    const engine = await openOrtEngine({ gpu: null, threads: 1 }, wasm, [{ card, bytes: read(model) }]);
    expect(await computesRightly({ engine, ...parts }, card)).toBe(true);
    const dead: Engine = {
      ...engine,
      run: async (...given) => {
        const { boxes, scores } = await engine.run(...given);
        return { boxes: boxes.fill(0), scores: scores.fill(0) };
      },
    };
    expect(await computesRightly({ engine: dead, ...parts }, card)).toBe(false);
  },
);
