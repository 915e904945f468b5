import { setTimeout as pause } from 'node:timers/promises';
import { findings, type Finding } from './findings.ts';
import type { InventoryVerdict } from './judge-inventory.ts';
import { consoleFaults } from './judge-run.ts';
import type { FileKeeper } from './keep-files.ts';
import { memoryAfterClose, searchFiles } from './look-left.ts';
import { lookAtAll, type LiveScene, type SeenLive } from './look-live.ts';
import { readNetLog } from './net-log.ts';
import {
  holdingFiles,
  startCounting,
  withPlantedRun,
  type PlantedRun,
  type RunOptions,
} from './planted-run.ts';
import type { MemorySample } from './sample-memory.ts';
import { setClock, shiftToSlotEnd } from './shifted-clock.ts';
import type { ShownLedger } from './use-the-app.ts';

export interface CanaryOptions extends RunOptions {
  /** How long is counted before the slot ends, s. */
  readonly countS: number;
}

/** What one run measured, beside its findings. */
export interface CanaryFigures {
  readonly seconds: number;
  readonly ledger: ShownLedger | null;
  readonly inventory: Omit<InventoryVerdict, 'findings'> | null;
  readonly files: number;
  readonly fileMb: number;
  readonly candidates: number;
  readonly requests: number;
  readonly ofTheBrowser: readonly string[];
  readonly rows: number;
  readonly longestRow: number;
  readonly numbersARow: number;
  /** Copies and different frames: in the renderers from early to late, in all processes after the tab was closed. */
  readonly memory: readonly MemorySample[];
}

export interface CanaryRun {
  readonly findings: readonly Finding[];
  readonly figures: CanaryFigures;
}

const SLOT_MS = 15 * 60_000;
/** After its end a slot waits for late figures, and is written then. */
const SETTLE_S = 8;
/** A longer run samples the memory so often. */
const MEMORY_EVERY_MS = 30_000;
const MB = 2 ** 20;

/** Counts a planted camera with a build of the app in a real Chromium and looks everywhere for what may be left. */
export function runCanary(options: CanaryOptions): Promise<CanaryRun> {
  return withPlantedRun(options, (run) =>
    holdingFiles(run, (keeper) => lookEverywhere(run, keeper, options.countS)),
  );
}

async function lookEverywhere(run: PlantedRun, keeper: FileKeeper, countS: number): Promise<CanaryRun> {
  const beganAt = performance.now();
  const scene = await startCounting(run);
  await setClock(scene.page, shiftToSlotEnd(Date.now(), countS * 1000, SLOT_MS));
  run.onStep('looking at every view, until the slot ends');
  const seen = await lookAtAll(scene, pause((countS + SETTLE_S) * 1000), MEMORY_EVERY_MS);
  const left = await lookAtWhatIsLeft(scene, run, keeper);
  const { files, network, after } = left;
  return {
    findings: [...seen.findings, ...left.findings],
    figures: {
      seconds: Math.round((performance.now() - beganAt) / 1000),
      ledger: seen.ledger,
      inventory: seen.inventory,
      files: files.files,
      fileMb: Math.round(files.bytes / MB),
      candidates: files.candidates,
      requests: network.requests,
      ofTheBrowser: network.ofTheBrowser,
      ...rowFigures(seen),
      memory: [...seen.memory, after],
    },
  };
}

/** Closes the tab, then the browser, and looks at memory, files and Chromium's own log. */
async function lookAtWhatIsLeft(scene: LiveScene, run: PlantedRun, keeper: FileKeeper) {
  run.onStep('closing the tab');
  const after = await memoryAfterClose(scene, run);
  run.onStep('searching the files');
  const files = await searchFiles(run, keeper);
  const network = readNetLog(run.browser.netLog, run.origin);
  return {
    ...{ files, network, after },
    findings: [
      ...findings('disk', files.findings),
      ...findings('requests', network.findings),
      ...findings('console', consoleFaults(scene.watch.complaints(), run.browser.printed())),
      ...findings('memory-after-close', after.copies > 0 ? [`${after.copies} copies`] : []),
    ],
  };
}

function rowFigures({ notes }: SeenLive): Pick<CanaryFigures, 'rows' | 'longestRow' | 'numbersARow'> {
  const { rows, longestRow, numbers } = notes;
  return { rows, longestRow, numbersARow: Math.round(numbers / Math.max(1, rows)) };
}
