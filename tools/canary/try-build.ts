import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { plantedFootage } from './footage.ts';
import { MUTANTS } from './mutants.ts';
import { runCanary, type CanaryFigures } from './run-canary.ts';
import { tryMutant } from './try-mutant.ts';

/** `tsx try-build.ts NAME SECONDS OUT.json`: one build under the canary, in a process of its own. */

/** How one build fared. */
export interface Row {
  readonly name: string;
  readonly passed: boolean;
  /** The check that must find something; `nothing` for the product. */
  readonly expected: string;
  readonly found: readonly string[];
  readonly seconds: number;
  readonly figures: CanaryFigures | null;
}

/** The name of the app as it is built. */
export const PRODUCT = 'product';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

async function tryBuild(name: string, countS: number): Promise<Row> {
  const beganAt = performance.now();
  const footage = plantedFootage(join(ROOT, '.cache/canary'));
  const options = { footage, countS, onStep: (step: string) => console.log(step) };
  const mutant = MUTANTS.find((one) => one.name === name);
  const { findings, passed, figures } = mutant
    ? await tryMutant(mutant, options).then(({ findings, isCaught }) => ({
        ...{ findings, passed: isCaught, figures: null },
      }))
    : await runCanary({ ...options, dist: join(ROOT, 'dist') }).then(({ findings, figures }) => ({
        ...{ findings, passed: findings.length === 0, figures },
      }));
  return {
    name,
    passed,
    expected: mutant?.expected ?? 'nothing',
    found: findings.map(({ check, what }) => `${check}: ${what}`),
    seconds: Math.round((performance.now() - beganAt) / 1000),
    figures,
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [name = PRODUCT, seconds = '20', out = ''] = process.argv.slice(2);
  const row = await tryBuild(name, Number(seconds));
  writeFileSync(out, JSON.stringify(row));
  process.exit(row.passed ? 0 : 1);
}
