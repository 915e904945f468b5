import { parseArgs } from 'node:util';
import { demoSection } from './evaluate/demo-section.ts';
import { petsSection } from './evaluate/pets-footage.ts';
import { recordedSections } from './evaluate/recorded.ts';
import { tableText } from './evaluate/table.ts';
import type { Section } from './evaluate/table.ts';
import { InputError } from './mot-file.ts';

const USAGE = 'npm run evaluate -- [--model NAME] [--demo-minutes N] [--demo-seed N] [--no-gate]';
const DEMO_FPS = 6;

/** `npm run evaluate`: everything that can be measured here, in one table; what is absent is said. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      model: { type: 'string' },
      'demo-minutes': { type: 'string', default: '10' },
      'demo-seed': { type: 'string', default: '1' },
      'no-gate': { type: 'boolean', default: false },
    },
  });
  const how = { model: values.model ?? null, motionGate: !values['no-gate'] };
  const sections: Section[] = [
    await petsSection(how),
    ...recordedSections(),
    await demoPart(Number(values['demo-minutes']), { seed: Number(values['demo-seed']), ...how }),
  ];
  console.log(`\n${tableText(sections)}`);
}

async function demoPart(
  minutes: number,
  { seed, ...how }: { readonly seed: number; readonly model: string | null; readonly motionGate: boolean },
): Promise<Section> {
  if (!(minutes >= 0 && seed > 0)) throw new InputError('minutes and seed are numbers from 0 and 1');
  if (minutes === 0) return { title: 'Demo store', absent: '--demo-minutes 0' };
  const options = { seed, crowding: 'normal', fps: DEMO_FPS, minutes, ...how } as const;
  return demoSection(options, createMinuteReport(minutes));
}

/** Says on stderr which simulated minute has been counted. */
function createMinuteReport(minutes: number): (simulatedMs: number) => void {
  let said = 0;
  return (simulatedMs) => {
    const minute = Math.floor(simulatedMs / 60_000);
    if (minute > said) process.stderr.write(`demo store: minute ${minute} of ${minutes}\n`);
    said = Math.max(said, minute);
  };
}

try {
  await main();
} catch (error) {
  const isUsage = error instanceof InputError || (error instanceof TypeError && 'code' in error);
  if (!isUsage) throw error;
  console.error(`${error.message}\n${USAGE}`);
  process.exitCode = 2;
}
