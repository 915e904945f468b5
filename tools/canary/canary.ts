import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startApp } from '../start/start-app.ts';
import { CHECKS } from './findings.ts';
import { plantedFootage } from './footage.ts';
import { MUTANTS } from './mutants.ts';
import { PRODUCT, type Row } from './try-build.ts';

/**
 * `npm run privacy:canary [-- --only product,NAME,… --minutes N --at-once N --json FILE]`: counts planted frames with
 * the built app and searches everything the browser left behind; then does the same with leaking copies of the app,
 * each of which must be caught. Several builds run side by side. Exit status 1 when the app is not clean or a leak was
 * missed.
 */

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SHORT_S = 20;

const options = parseArguments(process.argv.slice(2));
plantedFootage(join(ROOT, '.cache/canary')); // once, before the builds ask for it side by side
if (!(await startApp({ root: ROOT, port: 0, buildOnly: true }))) throw new Error('the app was not built');
const folder = mkdtempSync(join(tmpdir(), 'kazoe-canary-rows-'));
const rows = await tryAll();
rmSync(folder, { recursive: true, force: true });
for (const { name, passed, expected, seconds } of rows) {
  console.log(`${passed ? 'ok    ' : 'FAILED'} ${name} (${expected}), ${seconds} s`);
}
console.log(JSON.stringify(rows.find(({ name }) => name === PRODUCT)?.figures ?? {}, null, 1));
if (options.json) writeFileSync(options.json, `${JSON.stringify({ checks: CHECKS, rows }, null, 1)}\n`);
process.exit(rows.every(({ passed }) => passed) ? 0 : 1);

/** The builds in the order of their names on the command line, so many at once as was asked for. */
async function tryAll(): Promise<Row[]> {
  const waiting = [...options.names];
  const done: Row[] = [];
  const work = async (): Promise<void> => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      console.log(`${name}: ${MUTANTS.find((one) => one.name === name)?.leak ?? 'the app as it is built'}`);
      const row = await tryApart(name);
      for (const found of row.found) console.log(`  ${name} found ${found}`);
      done.push(row);
    }
  };
  await Promise.all(Array.from({ length: options.atOnce }, work));
  return done;
}

/** One build in a process of its own. One that ends without an answer counts as a failure. */
async function tryApart(name: string): Promise<Row> {
  const out = join(folder, `${name}.json`);
  const program = fileURLToPath(new URL('./try-build.ts', import.meta.url));
  const seconds = name === PRODUCT ? options.seconds : SHORT_S;
  const child = spawn(process.execPath, ['--import', 'tsx', program, name, String(seconds), out], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child.stdout.on('data', (text: Buffer) => process.stdout.write(`  ${name}: ${text.toString()}`));
  await new Promise((resolve) => child.once('close', resolve));
  if (existsSync(out)) return JSON.parse(readFileSync(out, 'utf8')) as Row;
  const expected = MUTANTS.find((one) => one.name === name)?.expected ?? 'nothing';
  return { name, passed: false, expected, found: ['the run did not end'], seconds: 0, figures: null };
}

interface Options {
  readonly names: readonly string[];
  readonly json: string | null;
  /** How long the product is counted before its slot ends, s. */
  readonly seconds: number;
  readonly atOnce: number;
}

function parseArguments(args: readonly string[]): Options {
  const valueOf = (name: string): string | undefined => args[args.indexOf(name) + 1 || args.length];
  const all = [PRODUCT, ...MUTANTS.map(({ name }) => name)];
  const names = valueOf('--only')?.split(',') ?? all;
  const unknown = names.filter((name) => !all.includes(name));
  if (unknown.length > 0)
    throw new Error(`no such mutant: ${unknown.join(', ')}. There are: ${all.join(', ')}`);
  const minutes = valueOf('--minutes');
  return {
    names,
    json: valueOf('--json') ?? null,
    seconds: minutes === undefined ? SHORT_S : Number(minutes) * 60,
    atOnce: Number(valueOf('--at-once') ?? Math.max(2, Math.floor(availableParallelism() / 2))),
  };
}
