import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRandom } from '../../src/core/simulation/random.ts';
import { readProgram } from '../backtest/programs.ts';
import { InputError } from '../mot-file.ts';
import { petsVideo } from '../pets.ts';
import type { FrameSet } from './browser/protocol.ts';

/** The size of picture that everything is measured on. */
export const PICTURE = { width: 1280, height: 720 };

/** The stone of the footage that the detector takes for a person at times, in fractions of the picture. */
export const STONE = [
  { x: 0.2, y: 0.4 },
  { x: 0.26, y: 0.4 },
  { x: 0.26, y: 0.48 },
  { x: 0.2, y: 0.48 },
];

/** A set of frames and the file that they lie in. */
export interface Footage {
  readonly set: FrameSet;
  readonly path: string;
}

const BYTES = (PICTURE.width * PICTURE.height * 3) / 2;
const LUMA_BYTES = PICTURE.width * PICTURE.height;
const BUSY_FRAMES = 64;
const EMPTY_FRAMES = 24;
/** Frames of the whole video that the empty scene is made from. */
const EVERY = 20;
/** As much as the sensor of a shop's camera in artificial light: standard deviation of luma and chroma, of 255. */
const NOISE = { luma: 2, chroma: 1 };

/** Frames with people: real footage, cut to 16:9 and scaled to 1280×720. Throws `InputError` without the video. */
export async function busyFootage(folder: string): Promise<Footage> {
  const path = join(folder, 'busy.i420');
  await extract('null', BUSY_FRAMES, path);
  return footage('busy', path);
}

/**
 * The same place with nobody in it: each sample's median over the whole video, with sensor noise that is new in each
 * frame.
 */
export async function emptyFootage(folder: string): Promise<Footage> {
  const samples = join(folder, 'samples.i420');
  await extract(`select=not(mod(n\\,${EVERY}))`, null, samples);
  const background = medianPicture(readFileSync(samples));
  const path = join(folder, 'empty.i420');
  writeFileSync(path, noisyPictures(background, EMPTY_FRAMES));
  return footage('empty', path);
}

/** The frames of a file, each as its own bytes. */
export function readPictures({ path }: Footage): readonly Uint8Array[] {
  const bytes = readFileSync(path);
  return Array.from({ length: bytes.length / BYTES }, (_, at) =>
    bytes.subarray(at * BYTES, (at + 1) * BYTES),
  );
}

function footage(name: string, path: string): Footage {
  return { set: { name, address: `/frames/${name}`, ...PICTURE }, path };
}

async function extract(select: string, frames: number | null, path: string): Promise<void> {
  const video = petsVideo();
  if (!existsSync(video)) {
    throw new InputError(`no video at ${video} (Debian: apt-get install opencv-doc; or set PETS_VIDEO)`);
  }
  const { width, height } = PICTURE;
  const fit = `scale=${width}:${height}:force_original_aspect_ratio=increase,crop=${width}:${height}`;
  await readProgram('ffmpeg', [
    ...['-nostdin', '-v', 'error', '-i', video, '-vf', `${select},${fit}`, '-fps_mode', 'passthrough'],
    ...(frames === null ? [] : ['-frames:v', `${frames}`]),
    ...['-pix_fmt', 'yuv420p', '-f', 'rawvideo', '-y', path],
  ]);
}

function medianPicture(bytes: Uint8Array): Uint8Array {
  const count = Math.floor(bytes.length / BYTES);
  const values = new Uint8Array(count);
  return Uint8Array.from({ length: BYTES }, (_, sample) => {
    for (let frame = 0; frame < count; frame++) values[frame] = bytes[frame * BYTES + sample] ?? 0;
    return values.sort()[count >> 1] ?? 0;
  });
}

/** Noise is normal by sums of uniform numbers, the same in every run. */
function noisyPictures(background: Uint8Array, frames: number): Uint8Array {
  const random = createRandom(1);
  const normal = Float32Array.from({ length: 1 << 16 }, () => {
    let sum = -6;
    for (let part = 0; part < 12; part++) sum += random.next();
    return sum;
  });
  const pictures = new Uint8ClampedArray(background.length * frames);
  for (let frame = 0; frame < frames; frame++) {
    const start = Math.floor(random.between(0, normal.length));
    for (let sample = 0; sample < background.length; sample++) {
      const noise = normal[(start + Math.imul(sample, 40503)) & 0xffff] ?? 0;
      const strength = sample < LUMA_BYTES ? NOISE.luma : NOISE.chroma;
      pictures[frame * background.length + sample] = (background[sample] ?? 0) + noise * strength;
    }
  }
  return new Uint8Array(pictures.buffer);
}
