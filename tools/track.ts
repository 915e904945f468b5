import { parseArgs } from 'node:util';
import { InputError, readMotFile, rowsByFrame, writeMotFile } from './mot-file.ts';
import { trackRows } from './track-rows.ts';

const USAGE = 'npm run track -- --detections DET.txt --out RESULT.txt --fps 10 --size 768x576';

/** The tracker alone on MOT-format detections, online: frame n uses frames ≤ n. */
function main(): void {
  const { values } = parseArgs({
    options: {
      detections: { type: 'string' },
      out: { type: 'string' },
      fps: { type: 'string' },
      size: { type: 'string' },
    },
  });
  const { detections, out } = values;
  if (detections === undefined || out === undefined) throw new InputError(`Usage: ${USAGE}`);
  const fps = Number(values.fps);
  if (!(fps > 0 && fps <= 1000)) throw new InputError(`--fps must be a number above 0. Usage: ${USAGE}`);
  const size = /^(\d+)x(\d+)$/.exec(values.size ?? '');
  const width = Number(size?.[1] ?? 0);
  const height = Number(size?.[2] ?? 0);
  if (width === 0 || height === 0) throw new InputError(`--size must look like 768x576. Usage: ${USAGE}`);

  const frames = rowsByFrame(readMotFile(detections));
  const began = process.hrtime.bigint();
  const rows = trackRows(frames, { fps, width, height });
  const ms = Number(process.hrtime.bigint() - began) / 1e6;
  try {
    writeMotFile(out, rows);
  } catch (cause) {
    throw new InputError(`${out}: cannot be written`, { cause });
  }
  const ids = new Set(rows.map(({ id }) => id)).size;
  console.log(
    `${frames.length} frames, ${ids} tracks, ${rows.length} boxes, ${(ms / frames.length).toFixed(3)} ms a frame`,
  );
}

try {
  main();
} catch (error) {
  const isUsage = error instanceof InputError || (error instanceof TypeError && 'code' in error);
  if (!isUsage) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
