import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { plantedFootage } from '../../tools/canary/footage.ts';
import { MUTANTS } from '../../tools/canary/mutants.ts';
import { runCanary } from '../../tools/canary/run-canary.ts';
import { tryMutant } from '../../tools/canary/try-mutant.ts';
import { findProgram } from '../../tools/chromium.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const canRun = findProgram(['ffmpeg']) !== null && existsSync('/proc/self/pagemap');
if (!canRun) console.log('No ffmpeg or no /proc here: the canary is skipped.');

/** Long enough for people to be counted and for memory to show whether it grows. */
const COUNT_S = 10;
/** Four of the leaks are tried with every change, all of them by `npm run privacy:canary`. */
const TRIED = ['raw-in-indexeddb', 'pixels-as-people', 'frames-not-closed', 'picture-in-local-storage'];

const options = () => ({
  footage: plantedFootage(`${root}/.cache/canary`),
  countS: COUNT_S,
  onStep: () => undefined,
});

describe.skipIf(!canRun)('planted frames', { retry: 0 }, () => {
  test('leave nothing behind when the app has counted them', async () => {
    const { findings, figures } = await runCanary({ ...options(), dist: `${root}/dist` });
    console.log('Canary:', figures);
    expect(findings).toEqual([]);
  });

  test.each(MUTANTS.filter(({ name }) => TRIED.includes(name)))('are found where $leak', async (mutant) => {
    const { isCaught, findings } = await tryMutant(mutant, options());
    expect(findings).not.toEqual([]);
    expect(isCaught).toBe(true);
  });
});
