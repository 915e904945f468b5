import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { buildMutant } from './build-mutant.ts';
import { findings, type Finding } from './findings.ts';
import { searchFiles } from './look-left.ts';
import { lookUntilFound } from './look-live.ts';
import type { Mutant } from './mutant.ts';
import {
  holdingFiles,
  startCounting,
  withPlantedRun,
  type PlantedRun,
  type RunOptions,
} from './planted-run.ts';
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
    const found = await withPlantedRun({ ...options, dist }, (run) =>
      mutant.expected === 'disk' ? lookAtDisk(run) : lookLive(run, mutant),
    );
    return { isCaught: found.length > 0, findings: findings(mutant.expected, found) };
  } finally {
    rmSync(dist, { recursive: true, force: true });
  }
}

async function lookLive(run: PlantedRun, { expected, opensPreview }: Mutant): Promise<readonly string[]> {
  const scene = await startCounting(run);
  if (opensPreview) {
    await preparePreview(scene.page);
    await photoOfPreview(scene.page);
  }
  run.onStep(`looking with the check “${expected}”`);
  return lookUntilFound(scene, expected, LOOK_MS);
}

async function lookAtDisk(run: PlantedRun): Promise<readonly string[]> {
  return holdingFiles(run, async (keeper) => {
    await startCounting(run);
    await pause(WRITTEN_BY_MS);
    run.onStep('searching the files');
    return (await searchFiles(run, keeper)).findings;
  });
}
