import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createLumaReader } from '../../src/core/detection/luma-grid.ts';
import { blockMeans, levelsOf, sharpnessOf } from '../../src/core/detection/picture-look.ts';
import { pictureLayout, type PictureLayout } from '../../src/core/detection/picture-layout.ts';
import type { SeenMinute } from '../../src/core/detection/picture-health.ts';
import { petsVideo } from '../../tools/pets.ts';

/** Luma of one picture, row by row. */
export type Luma = Uint8Array;

export const FOOTAGE = { width: 768, height: 576 } as const;
const { width, height } = FOOTAGE;
const LAYOUT: PictureLayout = pictureLayout({
  ...FOOTAGE,
  format: 'I420',
  matrix: 'bt601',
  fullRange: true,
});

/** The pictures of real footage, one a second; none where footage or ffmpeg is absent. */
export function footageFrames(): readonly Luma[] {
  if (!existsSync(petsVideo())) return [];
  try {
    const args = ['-v', 'error', '-i', petsVideo(), '-vf', 'fps=1,format=gray', '-f', 'rawvideo', '-'];
    const bytes = execFileSync('ffmpeg', args, { maxBuffer: 1e9 });
    const length = width * height;
    return Array.from({ length: Math.floor(bytes.length / length) }, (_, index) =>
      Uint8Array.from(bytes.subarray(index * length, (index + 1) * length)),
    );
  } catch {
    return []; // no ffmpeg
  }
}

/** A minute in which every frame was this one. */
export function minuteOf(luma: Luma): SeenMinute {
  const bytes = new Uint8Array(LAYOUT.length);
  bytes.set(luma);
  const { cells, mean } = createLumaReader(LAYOUT)(bytes);
  return {
    look: { levels: levelsOf(blockMeans(cells)), sharpness: sharpnessOf(bytes, LAYOUT) },
    brightness: mean,
  };
}

/** Each pixel anew, from the picture and its place. */
export function altered(luma: Luma, pixel: (value: number, x: number, y: number) => number): Luma {
  return luma.map((value, at) => pixel(value, at % width, Math.floor(at / width)));
}

/** The camera was turned: what was seen at a place is now further right and down; the edges are drawn out. */
export function shifted(luma: Luma, by: { readonly x: number; readonly y: number }): Luma {
  const within = (value: number, size: number): number => Math.min(size - 1, Math.max(0, value));
  return altered(luma, (_, x, y) => luma[within(y - by.y, height) * width + within(x - by.x, width)] ?? 0);
}

/** The mean of a square of `2 × radius + 1` pixels, as far as it lies in the picture, across and then down. */
export function blurred(luma: Luma, radius: number): Luma {
  return blurredAlong(blurredAlong(luma, radius, { step: 1, size: width }), radius, {
    step: width,
    size: height,
  });
}

function blurredAlong(
  luma: Luma,
  radius: number,
  { step, size }: { readonly step: number; readonly size: number },
): Luma {
  return luma.map((_, at) => {
    const place = step === 1 ? at % width : Math.floor(at / width);
    const [from, to] = [Math.max(-radius, -place), Math.min(radius, size - 1 - place)];
    let sum = 0;
    for (let offset = from; offset <= to; offset++) sum += luma[at + offset * step] ?? 0;
    return sum / (to - from + 1);
  });
}
