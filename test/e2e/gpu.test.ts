import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PictureForm } from '../../src/core/detection/picture-layout.ts';
import { openGpuPage } from './gpu-page/gpu-page.ts';
import type { GpuPage } from './gpu-page/gpu-page.ts';

let page: GpuPage;
beforeAll(async () => {
  page = await openGpuPage();
});
afterAll(() => page.close());

const form = (format: PictureForm['format'], parts: Partial<PictureForm> = {}): PictureForm => ({
  width: 320,
  height: 180,
  format,
  matrix: format === 'I420' || format === 'NV12' ? 'bt601' : null,
  fullRange: false,
  ...parts,
});
const WHOLE = { region: null, masks: [] };
const MASK = [
  { x: 0.3, y: 0.2 },
  { x: 0.75, y: 0.35 },
  { x: 0.5, y: 0.9 },
];

describe('a picture painted on the graphics card', () => {
  test.each([
    { name: 'I420', form: form('I420'), view: WHOLE },
    { name: 'NV12 of an odd size', form: form('NV12', { width: 323, height: 181 }), view: WHOLE },
    { name: 'RGBA', form: form('RGBA'), view: WHOLE },
    { name: 'BGRX', form: form('BGRX'), view: WHOLE },
    { name: 'BT.709, full range', form: form('I420', { matrix: 'bt709', fullRange: true }), view: WHOLE },
    {
      name: 'a part',
      form: form('NV12'),
      view: { region: { left: 0.2, top: 0.1, right: 0.7, bottom: 0.95 }, masks: [] },
    },
    { name: 'a masked picture', form: form('I420'), view: { region: null, masks: [MASK] } },
    {
      name: 'a masked part',
      form: form('RGBA'),
      view: { region: { left: 0.2, top: 0.3, right: 1, bottom: 1 }, masks: [MASK] },
    },
    { name: 'a small picture, scaled up', form: form('I420', { width: 80, height: 60 }), view: WHOLE },
  ])('is as in memory: $name', async ({ form, view }) => {
    const difference = await page.ask('comparePainting', form, view, { width: 160, height: 128 });
    expect(difference.spread).toBeGreaterThan(100);
    expect(difference.largest).toBeLessThan(1);
    expect(difference.mean).toBeLessThan(0.5);
    expect(difference.largestLuma).toBeLessThanOrEqual(8);
    expect(difference.brightness).toBeLessThanOrEqual(1);
  });

  test('is gone after it was forgotten', async () => {
    const { during, after } = await page.ask('leftovers', form('I420'));
    expect(Math.min(...during)).toBeGreaterThan(0);
    expect(after).toEqual([0, 0]);
  });
});

test('an adapter that cannot import video is found out; planes are uploaded instead', async () => {
  const { imported, uploaded } = await page.ask('judgeWays');
  expect(imported).not.toBeNull();
  expect(uploaded).toBeNull();
});

test('people are where WASM sees them', async () => {
  const { frames, wasm, webgpu } = await page.ask('detectBoth', {
    wasm: 'nanodet-320x192',
    webgpu: 'nanodet-f32-320x192',
  });
  expect(frames).toBe('uploaded');
  expect(wasm.length).toBeGreaterThan(1);
  expect(webgpu.length).toBe(wasm.length);
  wasm.forEach(({ box, score }, index) => {
    const other = webgpu[index]!;
    expect(Math.abs(other.score - score)).toBeLessThan(0.02);
    for (const side of ['left', 'top', 'right', 'bottom'] as const)
      expect(Math.abs(other.box[side] - box[side])).toBeLessThan(1);
  });
});

describe('a failing graphics card', () => {
  test('that is lost ends the run, and every later one', async () => {
    const words = await page.ask('loseDevice', 'nanodet-f32-320x192');
    expect(words).toHaveLength(3);
    for (const word of words) expect(word).toContain('the graphics device failed');
  });

  test('whose error nobody asked for is not used any more', async () => {
    expect(await page.ask('breakDevice')).toContain('the graphics device failed');
  });
});
