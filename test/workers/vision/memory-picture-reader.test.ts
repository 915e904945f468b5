import { expect, test } from 'vitest';
import { PADDING } from '../../../src/core/detection/paint-input.ts';
import { createMemoryPictureReader } from '../../../workers/vision/memory-picture-reader.ts';
import type { View } from '../../../workers/vision/picture-reader.ts';
import { aCard, asVideoFrame, DrawnFrame } from '../../builders/frames.ts';

const WHOLE: View = { region: null, masks: [] };
const LOWER_RIGHT: View = { region: { left: 0.5, top: 0.5, right: 1, bottom: 1 }, masks: [] };
/** The same quarter; its left half (three quarters to the right in the picture) is nobody's business. */
const MASKED: View = {
  ...LOWER_RIGHT,
  masks: [
    [
      { x: 0.4, y: 0.4 },
      { x: 0.745, y: 0.4 },
      { x: 0.745, y: 1 },
      { x: 0.4, y: 1 },
    ],
  ],
};

const GREY = 128;

/** 160 × 120, with somebody in the lower right quarter and somebody in the upper left one. */
function aFrame(): DrawnFrame {
  const people = [
    { left: 0, top: 0, right: 40, bottom: 40 },
    { left: 100, top: 80, right: 140, bottom: 110 },
  ];
  return new DrawnFrame({ timestampUs: 0, width: 160, height: 120, people, dark: 20 });
}

async function load(view: View, frame = aFrame()) {
  const reader = createMemoryPictureReader();
  const glance = await reader.load(asVideoFrame(frame), view, () => undefined);
  return { reader, glance, frame };
}

test('the whole picture is copied, and a glance tells its size and light', async () => {
  const { glance, frame } = await load(WHOLE);
  expect(frame.copied?.rect).toEqual({ x: 0, y: 0, width: 160, height: 120 });
  expect(glance).toMatchObject({
    picture: { width: 160, height: 120 },
    region: { left: 0, top: 0, right: 1, bottom: 1 },
  });
  const bright = (40 * 40 + 40 * 30) / (160 * 120);
  expect(glance.brightness).toBeCloseTo(20 + 235 * bright, 0);
});

test('of a region nothing else is copied, and it fills the input', async () => {
  const { reader, glance, frame } = await load(LOWER_RIGHT);
  expect(frame.copied?.rect).toEqual({ x: 80, y: 60, width: 80, height: 60 });
  expect(glance.region).toEqual(LOWER_RIGHT.region);
  expect(glance.picture).toEqual({ width: 160, height: 120 });
  const input = pixelsOf(reader.paint(aCard()));
  // 80 × 60 in 64 × 64: scaled by 0.8, 8 rows of padding above and below.
  const white = [...Array(64 * 64).keys()].filter((at) => (input[at * 4] ?? 0) > 200);
  expect(Math.min(...white.map((at) => at % 64))).toBe(16);
  expect(Math.max(...white.map((at) => at % 64))).toBe(47);
  expect(Math.floor(Math.min(...white) / 64)).toBe(24);
});

test('a mask covers its place in the region before anything looks at the pixels', async () => {
  const { reader, glance, frame } = await load(MASKED);
  const { bytes } = frame.copied ?? {};
  for (let x = 0; x < 80; x++) {
    const somebody = x >= 20 && x < 60 ? 255 : 20;
    expect(bytes?.[30 * 80 + x]).toBe(x < 40 ? GREY : somebody);
  }
  const row = [...glance.luma.subarray(9 * 32, 10 * 32)];
  expect(row.slice(0, 16)).toEqual(Array.from({ length: 16 }, () => GREY));
  expect(row[20]).toBe(255);
  const input = pixelsOf(reader.paint(aCard()));
  expect(input[(32 * 64 + 20) * 4]).toBe(GREY);
});

test('forgetting overwrites the picture and the inputs, also after a mask and twice', async () => {
  const { reader, frame } = await load(MASKED);
  const inputs = [aCard(), aCard({ name: 'white-32x32', input: { width: 32, height: 32 } })].map((card) =>
    pixelsOf(reader.paint(card)),
  );
  reader.forget();
  reader.forget();
  expect(frame.copied?.bytes.every((byte) => byte === 0)).toBe(true);
  for (const input of inputs) expect(input.every((value) => value === PADDING)).toBe(true);
  expect(() => reader.paint(aCard())).toThrow();
});

test('a frame that cannot be copied is closed all the same', async () => {
  const frame = aFrame();
  frame.copyTo = () => Promise.reject(new Error('lost'));
  let closed = 0;
  const loading = createMemoryPictureReader().load(asVideoFrame(frame), WHOLE, () => closed++);
  await expect(loading).rejects.toThrow('lost');
  expect([closed, frame.closes]).toEqual([1, 1]);
});

test('cameras with different regions take turns', async () => {
  const reader = createMemoryPictureReader();
  for (let turn = 0; turn < 3; turn++) {
    for (const view of [WHOLE, LOWER_RIGHT, MASKED]) {
      const glance = await reader.load(asVideoFrame(aFrame()), view, () => undefined);
      const alone = await load(view);
      expect(glance).toEqual(alone.glance);
      expect(reader.paint(aCard())).toEqual(alone.reader.paint(aCard()));
      reader.forget();
    }
  }
});

function pixelsOf(input: unknown): Uint8ClampedArray {
  if (!(input instanceof Uint8ClampedArray)) throw new Error('not in memory');
  return input;
}
