import { parseArgs } from 'node:util';
import { InputError } from './mot-file.ts';
import type { Footage } from './track-rows.ts';

const USAGE = 'npm run track -- --detections DET.txt --out RESULT.txt --fps 10 --size 768x576';

export interface TrackOptions {
  readonly detections: string;
  readonly out: string;
  readonly footage: Footage;
}

/** Reads the command line of `track`. Throws `InputError` that says how it is used. */
export function parseTrackOptions(args: readonly string[]): TrackOptions {
  const { detections, out, fps, size } = optionsOf(args);
  if (detections === undefined || out === undefined) throw new InputError(`Usage: ${USAGE}`);
  const rate = Number(fps);
  if (!(rate > 0 && rate <= 1000)) throw new InputError(`--fps must be a number above 0. Usage: ${USAGE}`);
  const [, width, height] = (/^(\d+)x(\d+)$/.exec(size ?? '') ?? []).map(Number);
  if (!width || !height) throw new InputError(`--size must look like 768x576. Usage: ${USAGE}`);
  return { detections, out, footage: { fps: rate, width, height } };
}

function optionsOf(args: readonly string[]) {
  try {
    const text = { type: 'string' } as const;
    return parseArgs({ args: [...args], options: { detections: text, out: text, fps: text, size: text } })
      .values;
  } catch (cause) {
    throw new InputError(`${cause instanceof Error ? cause.message : 'Bad options'}. Usage: ${USAGE}`, {
      cause,
    });
  }
}
