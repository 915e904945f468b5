import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { openAppServer } from '../serve/app-server.ts';
import { startChromium, type ChromiumProcess } from './chromium-process.ts';
import { findings, type Check, type Finding } from './findings.ts';
import type { InventoryVerdict } from './judge-inventory.ts';
import { keepFiles, type FileKeeper } from './keep-files.ts';
import { consoleFaults } from './judge-run.ts';
import { lookAtAll, lookUntilFound, type LiveScene, type SeenLive } from './look-live.ts';
import { readNetLog } from './net-log.ts';
import { loadPageScripts } from './page-scripts.ts';
import { sampleMemory, type MemorySample } from './sample-memory.ts';
import { filesBelow, scanFiles } from './scan-files.ts';
import { setClock, shiftToSlotEnd } from './shifted-clock.ts';
import { addCamera, photoOfPreview, preparePreview, type ShownLedger } from './use-the-app.ts';
import { watchPage } from './watch-page.ts';

export interface CanaryOptions {
  /** A build of the app. */
  readonly dist: string;
  /** What the camera shows: `plantedFootage`. */
  readonly footage: string;
  /** How long is counted before the slot ends, s. */
  readonly countS: number;
  /** The one check that must find something: it is looked with alone, and no longer than until it has. */
  readonly until?: Check;
  /** With one check: the set-up picture is opened before it is looked. */
  readonly opensPreview?: boolean;
  /** Told of each step. */
  readonly onStep: (step: string) => void;
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
  /** Null for a run with one check. */
  readonly figures: CanaryFigures | null;
}

/** A step of the operator takes so long at most, with many builds side by side. */
const STEP_MS = 120_000;
const SLOT_MS = 15 * 60_000;
/** After its end a slot waits for late figures, and is written then. */
const SETTLE_S = 8;
/** A browser gives its memory back a moment after a tab is closed. */
const AFTER_CLOSE_MS = 3000;
/** Chromium writes local storage five seconds after it was set. */
const WRITTEN_BY_S = 12;
/** A longer run samples the memory so often. */
const MEMORY_EVERY_MS = 30_000;
const MB = 2 ** 20;

/** Counts a planted camera with a build of the app in a real Chromium and looks everywhere for what may be left. */
export async function runCanary(options: CanaryOptions): Promise<CanaryRun> {
  const folder = mkdtempSync(join(tmpdir(), 'kazoe-canary-'));
  const sharedBefore = new Set(filesBelow('/dev/shm'));
  const port = await freePort();
  const server = await openAppServer(options.dist, port);
  const browser = await startChromium(folder, options.footage);
  const keeper = keepFiles(join(folder, 'profile'), join(folder, 'gone'));
  try {
    const run = { ...options, folder, origin: `http://localhost:${port}`, sharedBefore, browser, keeper };
    return await (options.until ? lookWithOne(run, options.until) : lookEverywhere(run));
  } finally {
    await browser.exit();
    keeper.stop();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Run extends CanaryOptions {
  readonly folder: string;
  readonly origin: string;
  readonly sharedBefore: ReadonlySet<string>;
  readonly browser: ChromiumProcess;
  readonly keeper: FileKeeper;
}

async function lookEverywhere(run: Run): Promise<CanaryRun> {
  const beganAt = performance.now();
  const scene = await startCounting(run);
  await setClock(scene.page, shiftToSlotEnd(Date.now(), run.countS * 1000, SLOT_MS));
  run.onStep('looking at every view, until the slot ends');
  const seen = await lookAtAll(scene, pause((run.countS + SETTLE_S) * 1000), MEMORY_EVERY_MS);
  const left = await lookAtWhatIsLeft(scene, run);
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

async function lookWithOne(run: Run, check: Check): Promise<CanaryRun> {
  const scene = await startCounting(run);
  if (run.opensPreview) {
    await preparePreview(scene.page);
    await photoOfPreview(scene.page);
  }
  const endsAt = performance.now() + (run.countS + SETTLE_S) * 1000;
  run.onStep(`looking with the check “${check}”`);
  const seen = await lookUntilFound(scene, check, () => performance.now() > endsAt);
  if (seen.length > 0) return { findings: seen, figures: null };
  if (performance.now() < endsAt) await pause(WRITTEN_BY_S * 1000);
  const left = await lookAtWhatIsLeft(scene, run);
  return { findings: left.findings.filter((finding) => finding.check === check), figures: null };
}

async function startCounting(run: Run): Promise<LiveScene> {
  const { browser, folder, origin } = run;
  const scripts = await loadPageScripts();
  const page = await browser.context.newPage();
  page.setDefaultTimeout(STEP_MS);
  const watch = await watchPage(page, scripts.tap);
  run.onStep('adding the camera');
  await addCamera(page, origin);
  run.onStep('counting');
  return {
    ...{ page, browser, watch, folder, origin },
    inventoryScript: scripts.inventory,
    shipped: shippedLengths(run.dist),
    restarts: watchRestarts(page),
  };
}

/** Closes the tab, then the browser, and looks at memory, files and Chromium's own log. */
async function lookAtWhatIsLeft({ page, watch }: LiveScene, run: Run) {
  const { browser } = run;
  run.onStep('closing the tab');
  await page.close();
  await pause(AFTER_CLOSE_MS);
  const after = sampleMemory(browser, 'any');
  await browser.exit();
  run.onStep('searching the files');
  const network = readNetLog(browser.netLog, run.origin);
  const shared = filesBelow('/dev/shm').filter((file) => !run.sharedBefore.has(file));
  const shipped = filesBelow(run.dist).map((path) => readFileSync(path));
  const files = scanFiles([...browser.folders, run.keeper.stop(), ...shared], shipped);
  return {
    ...{ files, network, after },
    findings: [
      ...findings('disk', files.findings),
      ...findings('requests', network.findings),
      ...findings('console', consoleFaults(watch.complaints(), browser.printed())),
      ...findings('memory-after-close', after.copies > 0 ? [`${after.copies} copies`] : []),
    ],
  };
}

function rowFigures({ notes }: SeenLive): Pick<CanaryFigures, 'rows' | 'longestRow' | 'numbersARow'> {
  const { rows, longestRow, numbers } = notes;
  return { rows, longestRow, numbersARow: Math.round(numbers / Math.max(1, rows)) };
}

/** How often a vision worker was started from now on: one in which frames pile up is ended by the app itself. */
function watchRestarts(page: Page): () => number {
  let restarts = 0;
  page.on('worker', (worker) => {
    if (/\/vision-[\w-]+\.js$/.test(worker.url())) restarts += 1;
  });
  return () => restarts;
}

function shippedLengths(dist: string): ReadonlyMap<string, number> {
  return new Map(filesBelow(dist).map((path) => [`/${relative(dist, path)}`, readFileSync(path).length]));
}

function freePort(): Promise<number> {
  const probe = createServer();
  return new Promise((resolve) => {
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
