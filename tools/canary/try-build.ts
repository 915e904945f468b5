import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { plantedFootage } from './footage.ts';
import { MUTANTS } from './mutants.ts';
import { PRODUCT, type Job, type Report, type Row } from './row.ts';
import { runCanary } from './run-canary.ts';
import { tryMutant } from './try-mutant.ts';

/**
 * A process of `try-builds.ts`: tries the builds that it is sent, one after the other, and answers. Searching memory
 * and files holds a process up for seconds, in which no other build may be waiting.
 */

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FOLDER = join(ROOT, '.cache/canary');
/** Pictures a second of a leaking copy's camera: half of the usual ones leak as well, and leave time for other copies. */
const MUTANT_FPS = 5;

async function tryBuild({ name, seconds }: Job): Promise<Row> {
  const beganAt = performance.now();
  const { expected, passed, findings, figures } = await (name === PRODUCT
    ? tryProduct(seconds)
    : tryMutantNamed(name));
  return {
    ...{ name, passed, expected, figures },
    found: findings.map(({ check, what }) => `${check}: ${what}`),
    seconds: Math.round((performance.now() - beganAt) / 1000),
  };
}

async function tryProduct(countS: number) {
  const dist = join(ROOT, 'dist');
  const { findings, figures } = await runCanary({ dist, footage: plantedFootage(FOLDER), onStep, countS });
  return { expected: 'nothing', passed: findings.length === 0, findings, figures } as const;
}

async function tryMutantNamed(name: string) {
  const mutant = MUTANTS.find((one) => one.name === name);
  if (!mutant) throw new Error(`no such mutant: ${name}`);
  const footage = plantedFootage(FOLDER, MUTANT_FPS);
  const { findings, isCaught } = await tryMutant(mutant, { footage, onStep });
  return { expected: mutant.expected, passed: isCaught, findings, figures: null };
}

function onStep(step: string): void {
  tell({ step });
}

function tell(report: Report): void {
  process.send?.(report);
}

process.on('message', (job: Job) => {
  tryBuild(job).then(
    (row) => tell({ row }),
    (error: unknown) => tell({ void: String(error) }),
  );
});
process.once('disconnect', () => process.exit());
process.once('SIGTERM', () => process.exit());
