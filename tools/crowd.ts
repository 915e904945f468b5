import { parseArgs } from 'node:util';
import type { ModelCard } from '../src/contracts/vision.ts';
import { createDemoStore } from '../src/core/simulation/demo-store.ts';
import { chooseCards } from './backtest/model-choice.ts';
import { addFigures, crowdRows, figuresOf } from './evaluate/crowd-score.ts';
import type { CrowdFigures } from './evaluate/crowd-score.ts';
import { runDemo } from './evaluate/run-demo.ts';
import { tableText } from './evaluate/table.ts';
import { InputError } from './mot-file.ts';

const USAGE =
  'npm run crowd -- [--minutes 60] [--seed 1] [--fps 5] [--run-minutes 60] [--at-once 1] [--model NAME]\n' +
  'A run shorter than the whole begins with an empty store and has the next seed.';
const CROWDING = 'crowded';
/** Index of the queue among `demoCamera`'s zones. */
const QUEUE = 2;

interface Run {
  readonly seed: number;
  readonly minutes: number;
  readonly fps: number;
}

/** `npm run crowd`: counts the crowded demo store with the app's own workers; exit status 1 when a target is missed. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      minutes: { type: 'string', default: '60' },
      seed: { type: 'string', default: '1' },
      fps: { type: 'string', default: '5' },
      'run-minutes': { type: 'string' },
      'at-once': { type: 'string', default: '1' },
      model: { type: 'string' },
    },
  });
  const [minutes, seed, fps] = [positive(values.minutes), positive(values.seed), positive(values.fps)];
  const most = positive(values['run-minutes'] ?? values.minutes);
  const runs = Array.from({ length: Math.ceil(minutes / most) }, (_, index): Run => ({
    seed: seed + index,
    minutes: Math.min(most, minutes - index * most),
    fps,
  }));
  const counting = (run: Run): Promise<CrowdFigures> => countRun(run, chooseCards(values.model ?? null));
  const rows = crowdRows(
    (await inTurn(runs, counting, positive(values['at-once']))).reduce(addFigures),
    minutes,
  );
  const title = `Demo store, crowded, ${minutes} simulated minutes at ${fps} frames a second, seeds from ${seed}, ${runs.length} run(s)`;
  console.log(tableText([{ title, rows }]));
  if (rows.some(({ isMet }) => isMet === false)) process.exitCode = 1;
}

async function countRun(run: Run, cards: readonly ModelCard[]): Promise<CrowdFigures> {
  let said = 0;
  const outcome = await runDemo({ ...run, crowding: CROWDING, motionGate: true, cards }, (simulatedMs) => {
    const minute = Math.floor(simulatedMs / 60_000);
    if (minute > said) process.stderr.write(`seed ${run.seed}: minute ${minute} of ${run.minutes}\n`);
    said = Math.max(said, minute);
  });
  return figuresOf(outcome, exactWaits(run));
}

/** The results in the order of the items, `atOnce` of which are under way at a time. */
async function inTurn<T, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>,
  atOnce: number,
): Promise<readonly R[]> {
  const results: R[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let at = next++; at < items.length; at = next++) {
      const item = items[at];
      if (item !== undefined) results[at] = await work(item);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}

/** Times in the queue of everybody who has left it by the end, seconds. */
function exactWaits({ seed, minutes }: Run): number[] {
  const waits: number[] = [];
  const store = createDemoStore({
    seed,
    crowding: CROWDING,
    tell(event) {
      if (event.kind === 'visit' && event.zone === QUEUE) waits.push((event.toMs - event.fromMs) / 1000);
    },
  });
  store.advanceTo(minutes * 60_000);
  return waits;
}

function positive(text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new InputError(`"${text}" is not a number above 0`);
  return value;
}

try {
  await main();
} catch (error) {
  const isUsage = error instanceof InputError || (error instanceof TypeError && 'code' in error);
  if (!isUsage) throw error;
  console.error(`${error.message}\n${USAGE}`);
  process.exitCode = 2;
}
