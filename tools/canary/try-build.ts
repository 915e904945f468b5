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

async function tryBuild({ name, seconds }: Job): Promise<Row> {
  const beganAt = performance.now();
  const footage = plantedFootage(join(ROOT, '.cache/canary'));
  const onStep = (step: string): void => tell({ step });
  const mutant = MUTANTS.find((one) => one.name === name);
  if (!mutant && name !== PRODUCT) throw new Error(`no such mutant: ${name}`);
  const { findings, passed, figures } = mutant
    ? await tryMutant(mutant, { footage, onStep }).then(({ findings, isCaught }) => ({
        ...{ findings, passed: isCaught, figures: null },
      }))
    : await runCanary({ dist: join(ROOT, 'dist'), footage, onStep, countS: seconds }).then((run) => ({
        ...{ ...run, passed: run.findings.length === 0 },
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
