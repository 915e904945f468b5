import { parseArgs } from 'node:util';
import type { Crowding } from '../src/contracts/demo-store.ts';
import { demoSection } from './evaluate/demo-section.ts';
import { tableText } from './evaluate/table.ts';
import type { Section } from './evaluate/table.ts';
import { InputError } from './mot-file.ts';

const USAGE =
  'tsx tools/demo-accuracy.ts [--seeds 1,2,3] [--minutes 10] [--fps 6] [--crowding quiet|normal|crowded] [--model NAME] [--no-gate]';
const CROWDINGS: readonly string[] = ['quiet', 'normal', 'crowded'] satisfies Crowding[];

/** Counts the demo store with the app's own workers, one seed after another, and prints counts beside the truth. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seeds: { type: 'string', default: '1,2,3' },
      minutes: { type: 'string', default: '10' },
      fps: { type: 'string', default: '6' },
      crowding: { type: 'string', default: 'normal' },
      model: { type: 'string' },
      'no-gate': { type: 'boolean', default: false },
    },
  });
  const [minutes, fps] = [positive(values.minutes), positive(values.fps)];
  if (!isCrowding(values.crowding)) throw new InputError(`no crowding "${values.crowding}"`);
  const sections: Section[] = [];
  for (const seed of values.seeds.split(',').map(positive)) {
    const options = {
      seed,
      minutes,
      fps,
      crowding: values.crowding,
      motionGate: !values['no-gate'],
      model: values.model ?? null,
    };
    sections.push(
      await demoSection(options, (ms) =>
        process.stderr.write(`\rseed ${seed}: ${(ms / 60_000).toFixed(1)} min `),
      ),
    );
    process.stderr.write('\n');
  }
  console.log(tableText(sections));
}

function positive(text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new InputError(`"${text}" is not a number above 0`);
  return value;
}

function isCrowding(text: string): text is Crowding {
  return CROWDINGS.includes(text);
}

try {
  await main();
} catch (error) {
  const isUsage = error instanceof InputError || (error instanceof TypeError && 'code' in error);
  if (!isUsage) throw error;
  console.error(`${error.message}\n${USAGE}`);
  process.exitCode = 2;
}
