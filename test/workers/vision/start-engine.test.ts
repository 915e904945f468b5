import { existsSync, readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { startEngine } from '../../../workers/vision/start-engine.ts';
import { aCard } from '../../builders/frames.ts';

const root = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const bytes = new ArrayBuffer(4);
const sha256 = createHash('sha256').update(new Uint8Array(bytes)).digest('hex');

function read(path: string): ArrayBuffer {
  return new Uint8Array(readFileSync(root(path))).buffer;
}

const runtime = { wasm: read('node_modules/onnxruntime-web/dist/ort-wasm-simd-threaded.wasm') };

describe('what cannot start', () => {
  test('no model', async () => {
    const started = await startEngine({ backend: 'wasm', threads: 1, runtime, models: [] });
    expect(started).toEqual({ ok: false, problem: { code: 'model-missing' } });
  });

  test('a model that is not the one its card describes', async () => {
    const models = [{ card: aCard({ sha256: 'f'.repeat(64) }), bytes }];
    const started = await startEngine({ backend: 'wasm', threads: 1, runtime, models });
    expect(started).toEqual({
      ok: false,
      problem: { code: 'model-digest-mismatch', detail: { file: 'white.onnx' } },
    });
  });

  test('a file that is no model', async () => {
    const models = [{ card: aCard({ sha256 }), bytes }];
    const started = await startEngine({ backend: 'wasm', threads: 1, runtime, models });
    expect(started).toMatchObject({
      ok: false,
      problem: { code: 'engine-failed', detail: { backend: 'wasm' } },
    });
  });

  test('WebGPU alone, where there is none', async () => {
    const models = [{ card: aCard({ sha256 }), bytes }];
    const started = await startEngine({ backend: 'webgpu', threads: 1, runtime: {}, models });
    expect(started).toMatchObject({ ok: false, problem: { code: 'webgpu-blocked' } });
  });
});

const model = 'public/models/nanodet.onnx';
const isBuilt = existsSync(root(model));

describe.skipIf(!isBuilt)(`the built model${isBuilt ? '' : ' (skipped: npm run models)'}`, () => {
  test('runs on WASM at every size, and sees nobody in a blank picture', async () => {
    const weights = read(model);
    const names = JSON.parse(readFileSync(root('public/models/index.json'), 'utf8')) as string[];
    const models = names
      .filter((name) => name.startsWith('nanodet-') && !name.startsWith('nanodet-f'))
      .map(
        (name) => JSON.parse(readFileSync(root(`public/models/${name}`), 'utf8')) as ReturnType<typeof aCard>,
      )
      .map((card) => ({ card, bytes: weights }));
    const started = await startEngine({ backend: 'auto', threads: 1, runtime, models });
    if (!started.ok) throw new Error(JSON.stringify(started.problem));
    const { engine, report } = started.value;
    expect(report).toMatchObject({ backend: 'wasm', webgpu: 'not-available' });
    for (const { card } of models) {
      const { width, height } = card.input;
      const { boxes, scores } = await engine.run(card, new Uint8ClampedArray(width * height * 4).fill(114));
      const cells = [8, 16, 32].reduce((sum, size) => sum + (width / size) * (height / size), 0);
      expect(scores.length).toBe(cells);
      expect(boxes.length).toBe(4 * cells);
      expect(Math.max(...scores)).toBeLessThan(0.3);
    }
  });
});
