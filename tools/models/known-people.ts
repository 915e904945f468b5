import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { env, InferenceSession, Tensor } from 'onnxruntime-web/wasm';
import { format } from 'prettier';
import type { ModelCard } from '../../src/contracts/vision.ts';
import { CLEAR_SCORE } from '../../src/core/detection/judge-known-frame.ts';
import { drawKnownFrame } from '../../src/core/detection/known-frame.ts';
import { suppress, type KeptBox } from '../../src/core/detection/suppress.ts';
import { cardsOf, MODEL_FILES } from './catalogue.ts';

/** The committed answers, and the model's part of them by which the app proves that a backend computes rightly. */
export const KNOWN_PEOPLE_FILE = fileURLToPath(
  new URL('../../src/core/detection/known-people.ts', import.meta.url),
);

/** The text of that file: what each network that runs from memory sees, in single precision on one thread of WASM. */
export async function knownPeopleText(folder: string): Promise<string> {
  env.wasm.numThreads = 1;
  const known: Record<string, readonly KeptBox[]> = {};
  for (const model of MODEL_FILES) {
    const cards = cardsOf(model, '').filter(({ layout }) => layout === 'rgba-u8-nhwc');
    const [first] = cards;
    if (!first) continue;
    const bytes = new Uint8Array(readFileSync(join(folder, first.file)));
    const session = await InferenceSession.create(bytes, { executionProviders: ['wasm'] });
    for (const card of cards) known[card.name] = (await see(session, card)).map(rounded);
    await session.release();
  }
  return format(`${HEAD}${JSON.stringify(known)};\n`, {
    parser: 'typescript',
    singleQuote: true,
    printWidth: 110,
    trailingComma: 'all',
  });
}

const HEAD = `import type { KeptBox } from './suppress.ts';

/**
 * Whom each model sees in the known frame of its size, by name of its card: written by
 * \`npm run models -- --update\`.
 */
export const KNOWN_PEOPLE: Readonly<Record<string, readonly KeptBox[]>> = `;

async function see(
  session: InferenceSession,
  { input: { width, height }, tensors, suppression }: ModelCard,
): Promise<readonly KeptBox[]> {
  const pixels = new Uint8Array(drawKnownFrame({ width, height }).buffer);
  const image = new Tensor('uint8', pixels, [1, height, width, 4]);
  const results = await session.run({ [tensors.input]: image });
  const boxes = results[tensors.boxes]?.data as Float32Array;
  const scores = results[tensors.scores]?.data as Float32Array;
  return suppress({ boxes, scores }, suppression).filter(({ score }) => score >= CLEAR_SCORE);
}

function rounded({ box: { left, top, right, bottom }, score }: KeptBox): KeptBox {
  const tenth = (value: number) => Math.round(value * 10) / 10;
  const box = { left: tenth(left), top: tenth(top), right: tenth(right), bottom: tenth(bottom) };
  return { box, score: Math.round(score * 1000) / 1000 };
}
