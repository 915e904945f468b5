import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { startApp } from '../start/start-app.ts';
import { CHECKS } from './findings.ts';
import { MUTANTS } from './mutants.ts';
import { PRODUCT } from './row.ts';
import { tryBuilds } from './try-builds.ts';

/**
 * `npm run privacy:canary [-- --only product,NAME,… --minutes N --at-once N --json FILE]`: counts planted frames with
 * the built app and searches everything the browser left behind; then does the same with leaking copies of the app,
 * each of which must be caught. Several builds run side by side. Exit status 1 when the app is not clean or a leak was
 * missed.
 */

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** The app is counted for one whole slot, minutes. */
const COUNT_MIN = 15;

const options = parseArguments(process.argv.slice(2));
if (!(await startApp({ root: ROOT, port: 0, buildOnly: true }))) throw new Error('the app was not built');
const tried = tryBuilds(
  options.names.map((name) => ({ name, seconds: options.seconds })),
  {
    atOnce: options.atOnce,
    onStep: (name, step) => console.log(`  ${name}: ${step}`),
    onVoid: (name, why) => console.log(`VOID   ${name}, is tried once more: ${why}`),
  },
);
const rows = await Promise.all(tried.values());
for (const { name, passed, expected, found, seconds } of rows) {
  console.log(`${passed ? 'ok    ' : 'FAILED'} ${name} (${expected}), ${seconds} s`);
  for (const what of found) console.log(`         ${what}`);
}
console.log(JSON.stringify(rows.find(({ name }) => name === PRODUCT)?.figures ?? {}, null, 1));
if (options.json) writeFileSync(options.json, `${JSON.stringify({ checks: CHECKS, rows }, null, 1)}\n`);
process.exit(rows.every(({ passed }) => passed) ? 0 : 1);

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
  return {
    names,
    json: valueOf('--json') ?? null,
    seconds: Number(valueOf('--minutes') ?? COUNT_MIN) * 60,
    atOnce: Number(valueOf('--at-once') ?? Math.max(2, Math.floor(availableParallelism() / 2))),
  };
}
