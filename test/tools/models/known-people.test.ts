import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MODEL_FILES } from '../../../tools/models/catalogue.ts';
import { KNOWN_PEOPLE_FILE, knownPeopleText } from '../../../tools/models/known-people.ts';
import { MODELS } from '../../../tools/models/model-files.ts';

const isBuilt = MODEL_FILES.every(({ name }) => existsSync(join(MODELS, `${name}.onnx`)));

test.skipIf(!isBuilt)(
  `the committed answers are those of the built models${isBuilt ? '' : ' (skipped: npm run models)'}`,
  async () => {
    expect(await knownPeopleText(MODELS)).toBe(readFileSync(KNOWN_PEOPLE_FILE, 'utf8'));
  },
);
