import { spawnSync } from 'node:child_process';
import { markCorrelation, showsMarkColours, type RgbPicture } from './watermark.ts';

/** What a run of bytes shows when it is decoded. */
export interface DecodedPicture {
  /** Both mark colours are seen. */
  readonly isPlanted: boolean;
  /** Agreement with the planted frames, -1 to 1. */
  readonly correlation: number;
}

/** Pictures are looked at in this size: a coarse block has six pixels a side. */
const LOOKED_AT = { width: 160, height: 90 } as const;
const FRAME_BYTES = LOOKED_AT.width * LOOKED_AT.height * 3;
/** More of a file than this is not needed to see its first frames. */
const MOST_BYTES = 4 * 2 ** 20;
const FIRST_FRAMES = 3;

/** Decodes a photo of the screen in another size, pixel by pixel and without a detour through other colours. */
export function decodePhoto(png: Buffer, { width, height }: Omit<RgbPicture, 'rgb'>): RgbPicture {
  const { stdout } = spawnSync(
    'ffmpeg',
    [
      ...['-nostdin', '-v', 'quiet', '-i', 'pipe:0', '-frames:v', '1', '-f', 'rawvideo'],
      ...['-vf', `format=gbrp,scale=${width}:${height}:flags=neighbor,format=rgb24`, 'pipe:1'],
    ],
    { input: png, maxBuffer: 2 ** 24, timeout: 20_000 },
  );
  return { width, height, rgb: stdout };
}

/** Decodes with ffmpeg what begins at the first byte; null where it is no picture and no film. */
export function decodePicture(bytes: Buffer): DecodedPicture | null {
  const run = spawnSync(
    'ffmpeg',
    [
      ...['-nostdin', '-v', 'quiet', '-i', 'pipe:0', '-frames:v', String(FIRST_FRAMES)],
      ...['-vf', `scale=${LOOKED_AT.width}:${LOOKED_AT.height}`, '-pix_fmt', 'rgb24'],
      ...['-f', 'rawvideo', 'pipe:1'],
    ],
    { input: bytes.subarray(0, MOST_BYTES), maxBuffer: 2 ** 24, timeout: 20_000 },
  );
  const frames = Math.floor(run.stdout.length / FRAME_BYTES);
  if (frames === 0) return null;
  const looked = Array.from({ length: frames }, (_, frame) => {
    const picture = {
      ...LOOKED_AT,
      rgb: run.stdout.subarray(frame * FRAME_BYTES, (frame + 1) * FRAME_BYTES),
    };
    return { isPlanted: showsMarkColours(picture), correlation: markCorrelation(picture) };
  });
  return {
    isPlanted: looked.some(({ isPlanted }) => isPlanted),
    correlation: Math.max(...looked.map(({ correlation }) => correlation)),
  };
}
