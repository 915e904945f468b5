import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { NETWORKS } from './catalogue.ts';
import type { Network } from './catalogue.ts';
import {
  cardFiles,
  convert,
  digestOf,
  holds,
  INDEX,
  indexText,
  modelPath,
  MODELS,
  writeText,
} from './model-files.ts';

const update = process.argv.includes('--update');
const HOW_TO_UPDATE = 'If that is meant, run "npm run models -- --update" and commit public/models.';

mkdirSync(MODELS, { recursive: true });
if (update) writeText(INDEX, indexText());
if (!holds(INDEX, indexText())) refuse(`${INDEX} does not list the cards of tools/models/catalogue.ts.`);
for (const network of NETWORKS) await make(network);

/** Writes the network's ONNX file, unless it is there already or comes out other than its cards promise. */
async function make(network: Network): Promise<void> {
  const path = modelPath(network);
  const file = `${network.name}.onnx`;
  if (!update && existsSync(path) && differingCards(network, digestOf(readFileSync(path))).length === 0) {
    console.log(`models: ${file} is up to date`);
    return;
  }
  console.log(`models: building ${file} …`);
  const bytes = await convert(network);
  const digest = digestOf(bytes);
  if (update) for (const [name, text] of cardFiles(network, digest)) writeText(name, text);
  const differing = differingCards(network, digest);
  if (differing.length > 0) {
    refuse(
      `${file} came out with SHA-256 ${digest}; that or the text of its card differs from ${differing.join(', ')}.`,
    );
    return;
  }
  writeFileSync(path, bytes);
  console.log(`models: wrote ${file}, ${(bytes.length / 1e6).toFixed(1)} MB`);
}

function differingCards(network: Network, digest: string): string[] {
  return [...cardFiles(network, digest)].filter(([name, text]) => !holds(name, text)).map(([name]) => name);
}

function refuse(message: string): void {
  process.exitCode = 1;
  console.error(`models: ${message} ${HOW_TO_UPDATE}`);
}
