import { parseArgs } from 'node:util';
import { createDemoStore } from '../src/core/simulation/demo-store.ts';
import { chooseCards } from './backtest/model-choice.ts';
import { addFigures, crowdRows, figuresOf } from './evaluate/crowd-score.ts';
import type { CrowdFigures } from './evaluate/crowd-score.ts';
import { runDemo } from './evaluate/run-demo.ts';
import { tableText } from './evaluate/table.ts';
import { InputError } from './mot-file.ts';

const USAGE =
  'npm run crowd -- [--minutes 60] [--seed 1] [--fps 5] [--run-minutes 60] [--model NAME]\n' +
  'Runs shorter than the whole begin with an empty store and the next seed each.';
const CROWDING = 'crowded';
/** Index of the queue among `demoCamera`'s zones. */
const QUEUE = 2;

/** `npm run crowd`: counts the crowded demo store with the app's own workers; exit status 1 when a target is missed. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      minutes: { type: 'string', default: '60' },
      seed: { type: 'string', default: '1' },
      fps: { type: 'string', default: '5' },
      'run-minutes': { type: 'string' },
      model: { type: 'string' },
    },
  });
  const [minutes, seed, fps] = [positive(values.minutes), positive(values.seed), positive(values.fps)];
  const most = positive(values['run-minutes'] ?? values.minutes);
  const cards = chooseCards(values.model ?? null);
  let sum: CrowdFigures | null = null;
  for (let from = 0, run = 0; from < minutes; from += most, run++) {
    const job = { seed: seed + run, minutes: Math.min(most, minutes - from), fps };
    const outcome = await runDemo({ ...job, crowding: CROWDING, motionGate: true, cards }, (simulatedMs) => {
      process.stderr.write(`\rseed ${job.seed}: ${(simulatedMs / 60_000).toFixed(1)} min `);
    });
    process.stderr.write('\n');
    const figures = figuresOf(outcome, exactWaits(job));
    sum = sum ? addFigures(sum, figures) : figures;
  }
  if (!sum) throw new InputError('nothing to count');
  const rows = crowdRows(sum, minutes);
  const title = `Demo store, crowded, ${minutes} simulated minutes at ${fps} frames a second, from seed ${seed}`;
  console.log(tableText([{ title, rows }]));
  if (rows.some(({ isMet }) => isMet === false)) process.exitCode = 1;
}

/** Times in the queue of everybody who has left it by the end, seconds. */
function exactWaits({ seed, minutes }: { readonly seed: number; readonly minutes: number }): number[] {
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
