import { parseArgs } from 'node:util';
import type { Backend } from '../../src/contracts/vision.ts';
import { InputError } from '../mot-file.ts';

/** What `npm run backtest` was asked to do. */
export interface BacktestArguments {
  readonly video: string;
  readonly scene: string;
  readonly out: string;
  readonly detections: string | null;
  readonly tracks: string | null;
  readonly backend: Backend;
  /** A network (`nanodet`) or one of its inputs (`nanodet-416x256`); null: the app's default. */
  readonly model: string | null;
  /** The network may rest while nobody is there and nothing moves, as in the app. */
  readonly motionGate: boolean;
}

/** One line of help. */
export const USAGE =
  'npm run backtest -- --video FILE --scene SCENE.json --out OUT.json [--detections D.txt] [--tracks T.txt] ' +
  '[--backend wasm|webgpu] [--model NAME] [--no-gate]';

/** Reads the command line. Throws `InputError` with what is wrong and how it is used. */
export function readArguments(args: readonly string[]): BacktestArguments {
  const values = parse(args);
  const { video, scene, out, backend = 'wasm' } = values;
  if (!video || !scene || !out) throw new InputError(`--video, --scene and --out are needed. ${USAGE}`);
  if (backend !== 'wasm' && backend !== 'webgpu') {
    throw new InputError(`--backend is wasm or webgpu, not "${backend}"`);
  }
  const { detections = null, tracks = null, model = null } = values;
  return { video, scene, out, detections, tracks, backend, model, motionGate: values['no-gate'] !== true };
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      options: {
        video: text,
        scene: text,
        out: text,
        detections: text,
        tracks: text,
        backend: text,
        model: text,
        'no-gate': { type: 'boolean' },
      },
    }).values;
  } catch (cause) {
    throw new InputError(`${(cause as Error).message}. ${USAGE}`, { cause });
  }
}
