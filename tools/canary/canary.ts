import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { startApp } from '../start/start-app.ts';
import { CHECKS } from './findings.ts';
import { plantedFootage } from './footage.ts';
import { MUTANTS } from './mutants.ts';
import { runCanary } from './run-canary.ts';
import { tryMutant } from './try-mutant.ts';

/**
 * `npm run canary [-- --only product,NAME,… --json FILE --seconds N]`: counts planted frames with the built app and
 * searches everything the browser left behind; then does the same with leaking copies of the app, each of which must be
 * caught. Exit status 1 when the app is not clean or a leak was missed.
 */

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PRODUCT = 'product';

interface Row {
  readonly name: string;
  readonly passed: boolean;
  readonly expected: string;
  readonly found: readonly string[];
  readonly figures?: object;
}

const options = parseArguments(process.argv.slice(2));
const footage = plantedFootage(join(ROOT, '.cache/canary'));
const common = { footage, countS: options.seconds, onStep: (step: string) => console.log(`  ${step}`) };
const rows: Row[] = [];
if (options.names.includes(PRODUCT)) rows.push(await tryProduct());
for (const mutant of MUTANTS.filter(({ name }) => options.names.includes(name))) {
  console.log(`${mutant.name}: ${mutant.leak}`);
  const { isCaught, findings } = await tryMutant(mutant, common);
  const found = findings.map(({ check, what }) => `${check}: ${what}`);
  rows.push({ name: mutant.name, passed: isCaught, expected: mutant.expected, found });
  tell(rows.at(-1));
}
console.log(
  `\n${rows.map(({ name, passed, expected }) => `${passed ? 'ok    ' : 'FAILED'} ${name} (${expected})`).join('\n')}`,
);
if (options.json) writeFileSync(options.json, `${JSON.stringify({ checks: CHECKS, rows }, null, 1)}\n`);
process.exit(rows.every(({ passed }) => passed) ? 0 : 1);

async function tryProduct(): Promise<Row> {
  console.log('product: the app as it is built');
  if (!(await startApp({ root: ROOT, port: 0, buildOnly: true }))) throw new Error('the app was not built');
  const { findings, figures } = await runCanary({ ...common, dist: join(ROOT, 'dist') });
  const found = findings.map(({ check, what }) => `${check}: ${what}`);
  const row = { name: PRODUCT, passed: findings.length === 0, expected: 'nothing', found, figures };
  tell(row);
  console.log(JSON.stringify(figures, null, 1));
  return row;
}

function tell(row: Row | undefined): void {
  for (const found of row?.found ?? []) console.log(`  found: ${found}`);
}

interface Options {
  readonly names: readonly string[];
  readonly json: string | null;
  readonly seconds: number;
}

function parseArguments(args: readonly string[]): Options {
  const valueOf = (name: string): string | undefined => args[args.indexOf(name) + 1 || args.length];
  const all = [PRODUCT, ...MUTANTS.map(({ name }) => name)];
  const names = valueOf('--only')?.split(',') ?? all;
  const unknown = names.filter((name) => !all.includes(name));
  if (unknown.length > 0)
    throw new Error(`no such mutant: ${unknown.join(', ')}. There are: ${all.join(', ')}`);
  return { names, json: valueOf('--json') ?? null, seconds: Number(valueOf('--seconds') ?? 20) };
}
