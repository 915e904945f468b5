import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { MODEL_FILES } from '../../../tools/models/catalogue.ts';
import {
  bringIndexUpToDate,
  bringUpToDate,
  cardFiles,
  INDEX,
  MODELS,
} from '../../../tools/models/model-files.ts';

const model = MODEL_FILES.find(({ name }) => name === 'centernet')!;
const cards = [...cardFiles(model, '').keys()];

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'models-'));
  for (const name of cards) copyFileSync(join(MODELS, name), join(folder, name));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a model is made once; the second time it is up to date and not touched', async () => {
  expect(await bringUpToDate(model, folder, false)).toMatchObject({ state: 'written' });
  const before = statSync(join(folder, 'centernet.onnx')).mtimeMs;
  expect(await bringUpToDate(model, folder, false)).toEqual({ state: 'current' });
  expect(statSync(join(folder, 'centernet.onnx')).mtimeMs).toBe(before);
});

test('a damaged model is made again', async () => {
  writeFileSync(join(folder, 'centernet.onnx'), 'damaged');
  expect(await bringUpToDate(model, folder, false)).toMatchObject({ state: 'written' });
  expect(await bringUpToDate(model, folder, false)).toEqual({ state: 'current' });
});

test('a model other than its card promises is refused and not written', async () => {
  const [card = ''] = cards;
  const text = readFileSync(join(folder, card), 'utf8');
  writeFileSync(join(folder, card), text.replace(/"sha256": "[^"]+"/, `"sha256": "${'0'.repeat(64)}"`));
  const outcome = await bringUpToDate(model, folder, false);
  expect(outcome).toMatchObject({ state: 'refused', why: expect.stringContaining(card) as string });
  expect(readdirSync(folder)).not.toContain('centernet.onnx');
});

test('an update writes model and cards anew, the same as are committed', async () => {
  for (const name of cards) rmSync(join(folder, name));
  expect(await bringUpToDate(model, folder, true)).toMatchObject({ state: 'written' });
  for (const name of cards)
    expect(readFileSync(join(folder, name), 'utf8')).toBe(readFileSync(join(MODELS, name), 'utf8'));
});

test('the list of cards is refused where it differs and written by an update', () => {
  writeFileSync(join(folder, INDEX), '[]\n');
  expect(bringIndexUpToDate(folder, false)).toMatchObject({ state: 'refused' });
  expect(bringIndexUpToDate(folder, true)).toMatchObject({ state: 'written' });
  expect(bringIndexUpToDate(folder, false)).toEqual({ state: 'current' });
});
