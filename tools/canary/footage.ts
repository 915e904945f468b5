import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { petsVideo } from '../pets.ts';
import { FOOTAGE, PICTURE, paintMarks } from './watermark.ts';

const FRAMES = 60;
/** Pictures a second of the camera that the app is tried with. */
const FPS = 10;
/** Where in the footage people walk about, s. */
const FROM_S = 20;
const HALF = 2;

/** What a camera without footage shows: moving, nobody in it. */
const NOBODY = ['-f', 'lavfi', '-i', `testsrc2=size=768x576:rate=${FPS}`];

/**
 * The file that Chromium's fake USB camera plays: footage of people between the marks, written once into `folder`. Two
 * megabytes a frame, `fps` of them a second. Throws when ffmpeg cannot be run.
 */
export function plantedFootage(folder: string, fps = FPS): string {
  const recipe = readFileSync(new URL('./watermark.ts', import.meta.url));
  const people = existsSync(petsVideo());
  const name = createHash('sha256')
    .update(recipe)
    .update(`${people} ${FRAMES} ${fps}`)
    .digest('hex')
    .slice(0, 12);
  const file = join(folder, `planted-${name}.y4m`);
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  const pictures = footagePictures(people ? ['-ss', String(FROM_S), '-i', petsVideo()] : NOBODY);
  const parts: Buffer[] = [
    Buffer.from(`YUV4MPEG2 W${PICTURE.width} H${PICTURE.height} F${fps}:1 Ip A1:1 C420\n`),
  ];
  pictures.forEach((picture, frame) => {
    const whole = framed(picture);
    paintMarks(whole, frame);
    parts.push(Buffer.from('FRAME\n'), whole);
  });
  const part = `${file}.${process.pid}`; // another process may be writing the same
  writeFileSync(part, Buffer.concat(parts));
  renameSync(part, file);
  return file;
}

function footagePictures(input: readonly string[]): Buffer[] {
  const size = `${FOOTAGE.width}:${FOOTAGE.height}`;
  const run = spawnSync(
    'ffmpeg',
    [
      ...['-nostdin', '-v', 'error', ...input, '-frames:v', String(FRAMES)],
      ...['-vf', `scale=${size}`, '-pix_fmt', 'yuv420p', '-f', 'rawvideo', 'pipe:1'],
    ],
    { maxBuffer: 2 ** 30 },
  );
  if (run.status !== 0) throw new Error(`ffmpeg could not decode the footage: ${String(run.stderr)}`);
  const bytes = (FOOTAGE.width * FOOTAGE.height * 3) / 2;
  return Array.from({ length: Math.floor(run.stdout.length / bytes) }, (_, frame) =>
    run.stdout.subarray(frame * bytes, (frame + 1) * bytes),
  );
}

/** The footage's picture in the middle of a black one; both I420. */
function framed(picture: Buffer): Buffer {
  const luma = PICTURE.width * PICTURE.height;
  const whole = Buffer.alloc((luma * 3) / 2, 128);
  whole.fill(16, 0, luma);
  let [from, to] = [0, 0];
  for (const scale of [1, HALF, HALF]) {
    const width = PICTURE.width / scale;
    for (let row = 0; row < FOOTAGE.height / scale; row++) {
      const at = to + (row + FOOTAGE.y / scale) * width + FOOTAGE.x / scale;
      picture.copy(
        whole,
        at,
        from + (row * FOOTAGE.width) / scale,
        from + ((row + 1) * FOOTAGE.width) / scale,
      );
    }
    from += (FOOTAGE.width * FOOTAGE.height) / scale ** 2;
    to += luma / scale ** 2;
  }
  return whole;
}
