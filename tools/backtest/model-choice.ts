import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ModelCard } from '../../src/contracts/vision.ts';
import { InputError } from '../mot-file.ts';

/** Folder of the built models. */
export const MODELS = fileURLToPath(new URL('../../public/models/', import.meta.url));

/**
 * The cards of one network, by its name (`nanodet`), or the one card of that name (`nanodet-416x256`). Null: the
 * network the app starts with. Throws `InputError` for unknown names and for models that are not built.
 */
export function chooseCards(name: string | null): readonly ModelCard[] {
  const cards = readCards();
  const wanted = name ?? cards[0]?.file.replace(/\.onnx$/, '');
  const chosen = cards.filter((card) => card.name === wanted || card.file === `${wanted}.onnx`);
  const [first] = chosen;
  if (!first) {
    throw new InputError(`no model "${wanted}"; there are ${cards.map((card) => card.name).join(', ')}`);
  }
  if (!existsSync(`${MODELS}${first.file}`)) {
    throw new InputError(`${first.file} is not built: run "npm run models" first`);
  }
  return chosen;
}

function readCards(): readonly ModelCard[] {
  const read = (file: string): unknown => JSON.parse(readFileSync(`${MODELS}${file}`, 'utf8'));
  return (read('index.json') as string[]).map((file) => read(file) as ModelCard);
}
