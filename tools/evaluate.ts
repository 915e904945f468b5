import { parseArgs } from 'node:util';
import { InputError } from './mot-file.ts';
import { petsSection } from './evaluate/pets-footage.ts';
import { recordedSections } from './evaluate/recorded.ts';
import { tableText } from './evaluate/table.ts';
import type { Section } from './evaluate/table.ts';

const USAGE = 'npm run evaluate -- [--model NAME]';

/** `npm run evaluate`: everything that can be measured here, in one table; what is absent is said. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { model: { type: 'string' } } });
  const sections: Section[] = [await petsSection({ model: values.model ?? null }), ...recordedSections()];
  console.log(`\n${tableText(sections)}`);
}

try {
  await main();
} catch (error) {
  const isUsage = error instanceof InputError || (error instanceof TypeError && 'code' in error);
  if (!isUsage) throw error;
  console.error(`${error.message}\n${USAGE}`);
  process.exitCode = 2;
}
