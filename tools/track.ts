import { InputError, readMotFile, rowsByFrame, writeMotFile } from './mot-file.ts';
import { parseTrackOptions } from './track-options.ts';
import { trackRows } from './track-rows.ts';

/** The tracker alone on MOT-format detections, online: frame n uses frames ≤ n. */
function main(): void {
  const { detections, out, footage } = parseTrackOptions(process.argv.slice(2));
  const frames = rowsByFrame(readMotFile(detections));
  const began = process.hrtime.bigint();
  const rows = trackRows(frames, footage);
  const ms = Number(process.hrtime.bigint() - began) / 1e6;
  writeMotFile(out, rows);
  const tracks = new Set(rows.map(({ id }) => id)).size;
  const pace = (ms / Math.max(1, frames.length)).toFixed(3);
  console.log(`${frames.length} frames, ${tracks} tracks, ${rows.length} boxes, ${pace} ms a frame`);
}

try {
  main();
} catch (error) {
  if (!(error instanceof InputError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
