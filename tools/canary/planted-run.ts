import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import type { Page } from 'playwright-core';
import { openAppServer } from '../serve/app-server.ts';
import { startChromium, type ChromiumProcess } from './chromium-process.ts';
import { keepFiles, type FileKeeper } from './keep-files.ts';
import type { LiveScene } from './look-live.ts';
import { loadPageScripts } from './page-scripts.ts';
import { filesBelow } from './scan-files.ts';
import { addCamera } from './use-the-app.ts';
import { watchPage } from './watch-page.ts';

export interface RunOptions {
  /** A build of the app. */
  readonly dist: string;
  /** What the camera shows: `plantedFootage`. */
  readonly footage: string;
  /** Told of each step. */
  readonly onStep: (step: string) => void;
}

/** A browser with a fresh profile, and the server of the build that is tried in it. */
export interface PlantedRun extends RunOptions {
  readonly folder: string;
  readonly origin: string;
  readonly sharedBefore: ReadonlySet<string>;
  readonly browser: ChromiumProcess;
}

/** A step of the operator takes so long at most, with many builds side by side. */
const STEP_MS = 120_000;

/** Lets `use` try a build in a real Chromium, and leaves nothing of it behind. */
export async function withPlantedRun<Result>(
  options: RunOptions,
  use: (run: PlantedRun) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'kazoe-canary-'));
  const sharedBefore = new Set(filesBelow('/dev/shm'));
  const port = await freePort();
  const server = await openAppServer(options.dist, port);
  try {
    const browser = await startChromium(folder, options.footage);
    try {
      return await use({ ...options, folder, origin: `http://localhost:${port}`, sharedBefore, browser });
    } finally {
      await browser.exit();
    }
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Lets `use` search files with those that the origin removes from now on. */
export async function holdingFiles<Result>(
  { folder }: PlantedRun,
  use: (keeper: FileKeeper) => Promise<Result>,
): Promise<Result> {
  const keeper = keepFiles(join(folder, 'profile'), join(folder, 'gone'));
  try {
    return await use(keeper);
  } finally {
    keeper.stop();
  }
}

/** Opens the app and sets up the planted camera, until it counts. */
export async function startCounting(run: PlantedRun): Promise<LiveScene> {
  const { browser, origin } = run;
  const scripts = await loadPageScripts();
  const page = await browser.context.newPage();
  page.setDefaultTimeout(STEP_MS);
  const watch = await watchPage(page, scripts.tap);
  run.onStep('adding the camera');
  await addCamera(page, origin);
  run.onStep('counting');
  return {
    ...{ page, browser, watch, origin },
    inventoryScript: scripts.inventory,
    shipped: shippedLengths(run.dist),
    restarts: watchRestarts(page),
  };
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
