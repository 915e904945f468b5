import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { buildMutant } from './build-mutant.ts';
import { findings, type Check, type Finding } from './findings.ts';
import { searchFiles } from './look-left.ts';
import { lookUntilFound, type LiveScene } from './look-live.ts';
import type { Mutant } from './mutant.ts';
import { startCounting, withPlantedRun, type PlantedRun, type RunOptions } from './planted-run.ts';
import { photoOfPreview, preparePreview } from './use-the-app.ts';

/** How the canary took a mutant. */
export interface MutantVerdict {
  /** The check that had to find it did. */
  readonly isCaught: boolean;
  readonly findings: readonly Finding[];
}

/** So long is looked for a leak that does not show, ms. */
const LOOK_MS = 60_000;
/** Chromium writes local storage five seconds after it was set. */
const WRITTEN_BY_MS = 12_000;

/** Builds a mutant, looks with the check that must find it, no longer than until it has, and removes it. */
export async function tryMutant(mutant: Mutant, options: Omit<RunOptions, 'dist'>): Promise<MutantVerdict> {
  options.onStep('building');
  const dist = await buildMutant(mutant);
  try {
    const found = await withPlantedRun({ ...options, dist }, async (run) => {
      const scene = await startCounting(run);
      if (mutant.opensPreview) {
        await preparePreview(scene.page);
        await photoOfPreview(scene.page);
      }
      run.onStep(`looking with the check “${mutant.expected}”`);
      return lookWithOne(scene, run, mutant.expected);
    });
    return { isCaught: found.length > 0, findings: findings(mutant.expected, found) };
  } finally {
    rmSync(dist, { recursive: true, force: true });
  }
}

async function lookWithOne(scene: LiveScene, run: PlantedRun, check: Check): Promise<readonly string[]> {
  if (check !== 'disk') return lookUntilFound(scene, check, LOOK_MS);
  await pause(WRITTEN_BY_MS);
  run.onStep('searching the files');
  return (await searchFiles(run)).findings;
}
