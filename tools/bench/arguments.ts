import { parseArgs } from 'node:util';
import { InputError } from '../mot-file.ts';

/** The parts of the benchmark, in the order in which they run. */
export const PARTS = ['wasm', 'other', 'cameras', 'gate', 'memory'] as const;
export type Part = (typeof PARTS)[number];

/** What `npm run bench` was asked to do. */
export interface BenchArguments {
  readonly parts: readonly Part[];
  /** File for the figures; null: none is written. */
  readonly json: string | null;
  /** Frames through the vision worker while its memory is watched. */
  readonly memoryFrames: number;
  /** Runs of each competitor, one after the other in turn. */
  readonly rounds: number;
  /** Length of each measurement in real time, s. */
  readonly windowS: number;
}

/** One line of help. */
export const USAGE = `npm run bench -- [--only ${PARTS.join(',')}] [--json FILE] [--frames N] [--long]`;

const SHORT = { rounds: 15, windowS: 10 };
const LONG = { rounds: 100, windowS: 60 };
const MEMORY_FRAMES = 600;
const MOST_FRAMES = 1_000_000;

/** Reads the command line. Throws `InputError` with what is wrong and how it is used. */
export function readArguments(args: readonly string[]): BenchArguments {
  const { only, json = null, frames, long = false } = parse(args);
  return {
    parts: only === undefined ? PARTS : readParts(only),
    json,
    memoryFrames: frames === undefined ? MEMORY_FRAMES : readFrames(frames),
    ...(long ? LONG : SHORT),
  };
}

function readParts(only: string): readonly Part[] {
  const names = only.split(',');
  const unknown = names.find((name) => !PARTS.some((part) => part === name));
  if (unknown !== undefined) throw new InputError(`--only knows no part "${unknown}". ${USAGE}`);
  return PARTS.filter((part) => names.includes(part));
}

function readFrames(text: string): number {
  const frames = Number(text);
  if (!Number.isInteger(frames) || frames < 1 || frames > MOST_FRAMES) {
    throw new InputError(`--frames is a whole number from 1 to ${MOST_FRAMES}, not "${text}". ${USAGE}`);
  }
  return frames;
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      options: { only: text, json: text, frames: text, long: { type: 'boolean' } },
    }).values;
  } catch (cause) {
    throw new InputError(`${(cause as Error).message}. ${USAGE}`, { cause });
  }
}
