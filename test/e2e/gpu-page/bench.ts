import type { ModelCard } from '../../../src/contracts/vision.ts';
import { pictureLayout } from '../../../src/core/detection/picture-layout.ts';
import type { PictureForm } from '../../../src/core/detection/picture-layout.ts';
import { suppress } from '../../../src/core/detection/suppress.ts';
import type { KeptBox } from '../../../src/core/detection/suppress.ts';
import { judge, readBack } from '../../../workers/vision/gpu/choose-way.ts';
import { createGpuPictureReader } from '../../../workers/vision/gpu/gpu-picture-reader.ts';
import { createGpuPictures } from '../../../workers/vision/gpu/gpu-pictures.ts';
import { openGpu } from '../../../workers/vision/gpu/gpu.ts';
import type { Gpu } from '../../../workers/vision/gpu/gpu.ts';
import { openImportWay } from '../../../workers/vision/gpu/import-way.ts';
import { openUploadWay } from '../../../workers/vision/gpu/upload-way.ts';
import { createMemoryPictureReader } from '../../../workers/vision/memory-picture-reader.ts';
import { openOrtEngine } from '../../../workers/vision/ort-engine.ts';
import type { View } from '../../../workers/vision/picture-reader.ts';
import { startEngine } from '../../../workers/vision/start-engine.ts';
import { drawPicture } from '../../tools/models/drawn-picture.ts';
import { drawFrame, toFrame } from './drawn-frames.ts';

// What test/e2e/gpu.test.ts asks of the vision worker's modules, inside Chromium. Only numbers go back to the test.

/** How far the graphics card's painting is from that in memory, levels (0–255). */
export interface PaintingDifference {
  readonly largest: number;
  readonly mean: number;
  readonly largestLuma: number;
  readonly brightness: number;
  /** Of the values that were compared: shows that the picture is not flat. */
  readonly spread: number;
}

const gpus: Gpu[] = [];

async function gpu(): Promise<Gpu> {
  const opened = gpus[0] ?? (await openGpu());
  gpus[0] = opened;
  return opened;
}

const nothing = (): void => undefined;

async function comparePainting(
  form: PictureForm,
  view: View,
  input: ModelCard['input'],
): Promise<PaintingDifference> {
  const device = await gpu();
  const card = { name: 'any', input } as ModelCard;
  const onCard = createGpuPictureReader(device, (pictures) => openUploadWay(device, pictures));
  const inMemory = createMemoryPictureReader();
  const [ours, theirs] = [
    await onCard.load(drawFrame(form), view, nothing),
    await inMemory.load(drawFrame(form), view, nothing),
  ];
  const painted = await readBack(device, onCard.paint(card));
  const rgba = inMemory.paint(card) as Uint8ClampedArray;
  const size = input.width * input.height;
  const expected = painted.map((_, at) => rgba[4 * (at % size) + Math.floor(at / size)]!);
  const errors = painted.map((value, at) => Math.abs(value - expected[at]!));
  return {
    largest: Math.max(...maxima(errors)),
    mean: errors.reduce((sum, error) => sum + error, 0) / errors.length,
    largestLuma: Math.max(...ours.luma.map((value, cell) => Math.abs(value - theirs.luma[cell]!))),
    brightness: Math.abs(ours.brightness - theirs.brightness),
    spread:
      Math.max(...maxima(expected)) -
      Math.min(...maxima(expected.map((value) => -value)).map((value) => -value)),
  };
}

/** The largest of each row of values: too many for one call of `Math.max`. */
function maxima(values: Float32Array): number[] {
  return Array.from({ length: Math.ceil(values.length / 1000) }, (_, row) =>
    Math.max(...values.subarray(1000 * row, 1000 * (row + 1))),
  );
}

/** Sums of what the graphics card holds of a picture and an input: while they are in use, and after `forget`. */
async function leftovers(
  form: PictureForm,
): Promise<{ during: readonly number[]; after: readonly number[] }> {
  const device = await gpu();
  const pictures = createGpuPictures(device);
  const card = { input: { width: 64, height: 64 } };
  const reader = createGpuPictureReader(device, () => openUploadWay(device, pictures));
  const own = createGpuPictureReader(device, (inner) => openUploadWay(device, inner));
  await reader.load(drawFrame(form), WHOLE, nothing).catch(nothing);
  await own.load(drawFrame(form), WHOLE, nothing);
  const painted = own.paint(card);
  const sums = async () => {
    const held = [pictures.picture(4), painted];
    const values = await Promise.all(
      held.map(async (buffer) => new Uint8Array((await readBack(device, buffer)).buffer)),
    );
    return values.map((bytes) => bytes.reduce((sum, byte) => sum + byte, 0));
  };
  const during = await sums();
  own.forget();
  pictures.forget();
  return { during, after: await sums() };
}

const WHOLE: View = { region: null, masks: [] };

/** What the ways say of themselves: null, or what is wrong. */
async function judgeWays(): Promise<{ imported: string | null; uploaded: string | null }> {
  const device = await gpu();
  const imported = createGpuPictureReader(device, (pictures) => openImportWay(device, pictures));
  const uploaded = createGpuPictureReader(device, (pictures) => openUploadWay(device, pictures));
  return { imported: await judge(device, imported), uploaded: await judge(device, uploaded) };
}

async function fetchBytes(address: string): Promise<ArrayBuffer> {
  return (await fetch(address)).arrayBuffer();
}

async function fetchModel(name: string) {
  const card = (await (await fetch(`/models/${name}.json`)).json()) as ModelCard;
  return { card, bytes: await fetchBytes(`/models/${card.file}`) };
}

/** People in the same drawn picture, by both backends, and how frames reached the graphics card. */
async function detectBoth(names: { wasm: string; webgpu: string }) {
  const seen: Record<string, readonly KeptBox[]> = {};
  let frames: string | undefined;
  for (const backend of ['wasm', 'webgpu'] as const) {
    const models = [await fetchModel(names[backend])];
    const runtime = { [backend]: await fetchBytes(`/runtime/${backend}`) };
    const started = await startEngine({ backend, threads: 1, runtime, models });
    if (!started.ok) throw new Error(JSON.stringify(started.problem));
    const { engine, reader, cards, report } = started.value;
    const [card] = cards;
    if (!card) throw new Error('no card');
    await reader.load(drawnPeople(), WHOLE, nothing);
    seen[backend] = suppress(await engine.run(card, reader.paint(card)), { iou: 0.6, minScore: 0.3 });
    reader.forget();
    if (backend === 'webgpu') frames = report.frames;
  }
  return { frames, wasm: seen.wasm ?? [], webgpu: seen.webgpu ?? [] };
}

function drawnPeople(): VideoFrame {
  const form = { width: 416, height: 256, format: 'RGBA', matrix: null, fullRange: true } as const;
  return toFrame(
    drawPicture(form.width, form.height).rgba as Uint8Array<ArrayBuffer>,
    pictureLayout(form),
    form,
  );
}

/** What a run says when the device goes away under it, and what the next one says. */
async function loseDevice(name: string): Promise<readonly string[]> {
  const device = await openGpu();
  const { card, bytes } = await fetchModel(name);
  const engine = await openOrtEngine({ gpu: device, threads: 1 }, await fetchBytes('/runtime/webgpu'), [
    { card, bytes },
  ]);
  const reader = createGpuPictureReader(device, (pictures) => openUploadWay(device, pictures));
  await reader.load(drawnPeople(), WHOLE, nothing);
  const input = reader.paint(card);
  const { queue } = device.device;
  const submit = queue.submit.bind(queue);
  queue.submit = (commands) => {
    submit(commands);
    device.device.destroy(); // in the midst of the network
  };
  const running = engine.run(card, input);
  const words = async (work: Promise<unknown>) =>
    work.then(
      () => 'went well',
      (error: unknown) => String(error),
    );
  return [
    await words(running),
    await words(engine.run(card, input)),
    await words(reader.load(drawnPeople(), WHOLE, nothing)),
  ];
}

/** What is said after a call that the device refuses, when nobody has asked for its errors. */
async function breakDevice(): Promise<string> {
  const device = await openGpu();
  device.device.createBuffer({ size: 4, usage: 0 });
  device.device.queue.submit([]); // the browser sends calls on their way with the next submission
  const reader = createGpuPictureReader(device, (pictures) => openUploadWay(device, pictures));
  await device.failure.catch(nothing);
  return reader.load(drawnPeople(), WHOLE, nothing).then(
    () => 'went well',
    (error: unknown) => String(error),
  );
}

export const bench = { comparePainting, leftovers, judgeWays, detectBoth, loseDevice, breakDevice };

Object.assign(globalThis, { bench });
