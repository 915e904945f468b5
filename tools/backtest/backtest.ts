import { writeFileSync } from 'node:fs';
import { InputError, writeMotFile } from '../mot-file.ts';
import { readArguments } from './arguments.ts';
import { detectionRows, trackedRows } from './mot-rows.ts';
import { createProgress } from './progress.ts';
import { runBacktest } from './run-backtest.ts';

/** `npm run backtest`: what the app would have counted in a video file. */
async function main(): Promise<void> {
  const { out, detections, tracks, ...input } = readArguments(process.argv.slice(2));
  const { report, run, video } = await runBacktest(input, createProgress());
  write(out, (path) => writeFileSync(path, `${JSON.stringify(report, null, 2)}\n`));
  if (detections) write(detections, (path) => writeMotFile(path, detectionRows(run.frames, video)));
  if (tracks) write(tracks, (path) => writeMotFile(path, trackedRows(run.frames, video)));

  const { frames, model, timing } = report;
  console.log(
    `${frames} frames with ${model.name} in ${timing.wall_s} s ` +
      `(${timing.detect_ms_median} ms network, ${timing.other_ms_median} ms the rest); the network rested on ${report.gated_frames}`,
  );
  for (const [name, line] of Object.entries(report.lines)) {
    console.log(`line ${name}: ${line.in} in, ${line.out} out`);
  }
  for (const [name, zone] of Object.entries(report.zones)) {
    console.log(`zone ${name}: ${zone.visits} visits, ${zone.person_seconds} person-seconds`);
  }
}

function write(path: string, writeTo: (path: string) => void): void {
  try {
    writeTo(path);
  } catch (cause) {
    throw new InputError(`${path}: cannot be written`, { cause });
  }
}

try {
  await main();
} catch (error) {
  if (!(error instanceof InputError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
