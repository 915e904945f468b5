import { mkdirSync, writeFileSync } from 'node:fs';
import { MODEL_FILES } from './catalogue.ts';
import { bringIndexUpToDate, bringUpToDate, INDEX, MODELS } from './model-files.ts';
import type { Outcome } from './model-files.ts';

const update = process.argv.includes('--update');

mkdirSync(MODELS, { recursive: true });
report(INDEX, bringIndexUpToDate(MODELS, update));
for (const model of MODEL_FILES) {
  console.log(`models: checking ${model.name}.onnx, building it where needed …`);
  report(`${model.name}.onnx`, await bringUpToDate(model, MODELS, update));
}

if (update) {
  const { KNOWN_PEOPLE_FILE, knownPeopleText } = await import('./known-people.ts'); // runs every model
  writeFileSync(KNOWN_PEOPLE_FILE, await knownPeopleText(MODELS));
}

function report(file: string, outcome: Outcome): void {
  switch (outcome.state) {
    case 'current':
      console.log(`models: ${file} is up to date`);
      break;
    case 'written':
      console.log(`models: ${file} written, ${(outcome.bytes / 1e6).toFixed(1)} MB`);
      break;
    case 'refused':
      process.exitCode = 1;
      console.error(
        `models: ${file} refused: ${outcome.why} If the change is meant, run "npm run models -- --update" ` +
          'and commit public/models.',
      );
  }
}
