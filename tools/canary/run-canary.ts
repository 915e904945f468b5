import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { MAX_TALLY_LENGTH } from '../../src/contracts/tally-codec.ts';
import { openAppServer } from '../serve/app-server.ts';
import { startChromium, type ChromiumProcess } from './chromium-process.ts';
import { decodePicture } from './decode-picture.ts';
import { findings, type Finding } from './findings.ts';
import { judgeInventory, type InventoryVerdict } from './judge-inventory.ts';
import { INVENTORY, type KeptByOrigin } from './browser/kept-by-origin.ts';
import { readNetLog } from './net-log.ts';
import { loadPageScripts, type PageScripts } from './page-scripts.ts';
import { filesBelow, scanFiles } from './scan-files.ts';
import { processTree, scanMemory, type MemoryScan } from './scan-memory.ts';
import { setClock, shiftToSlotEnd } from './shifted-clock.ts';
import { addCamera, openView, readLedger, VIEWS, type ShownLedger } from './use-the-app.ts';
import { textFault, watchPage, type PageWatch } from './watch-page.ts';

export interface CanaryOptions {
  /** A build of the app. */
  readonly dist: string;
  /** What the camera shows: `plantedFootage`. */
  readonly footage: string;
  /** How long is counted before the slot ends, s. */
  readonly countS: number;
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
  /** Copies and different frames in the renderer: early, late, after the tab was closed. */
  readonly memory: readonly MemorySample[];
}

export interface MemorySample {
  readonly copies: number;
  readonly frames: number;
  readonly mb: number;
}

export interface CanaryRun {
  readonly findings: readonly Finding[];
  readonly figures: CanaryFigures;
}

const SLOT_MS = 15 * 60_000;
/** After its end a slot waits for late figures, and is written then. */
const SETTLE_S = 8;
/** Copies that may be there at any moment: buffers of the camera, the reused buffer, the frame in work. */
const MOST_COPIES = 12;
const MOST_GROWTH = 4;
/** A browser gives its memory back a moment after a tab is closed. */
const AFTER_CLOSE_MS = 3000;
const MB = 2 ** 20;

/** Counts a planted camera with a build of the app in a real Chromium and looks everywhere for what may be left. */
export async function runCanary(options: CanaryOptions): Promise<CanaryRun> {
  const folder = mkdtempSync(join(tmpdir(), 'kazoe-canary-'));
  const sharedBefore = new Set(filesBelow('/dev/shm'));
  const scripts = await loadPageScripts();
  const port = await freePort();
  const server = await openAppServer(options.dist, port);
  const browser = await startChromium(folder, options.footage);
  try {
    return await look(browser, {
      ...options,
      folder,
      origin: `http://localhost:${port}`,
      sharedBefore,
      scripts,
    });
  } finally {
    await browser.exit();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Scene extends CanaryOptions {
  readonly folder: string;
  readonly origin: string;
  readonly sharedBefore: ReadonlySet<string>;
  readonly scripts: PageScripts;
}

async function look(browser: ChromiumProcess, scene: Scene): Promise<CanaryRun> {
  const beganAt = performance.now();
  const page = await browser.context.newPage();
  const watch = await watchPage(page, scene.scripts.tap);
  const seen = await lookWhileCounting(page, browser, scene);
  const notes = await watch.notes();
  scene.onStep('closing the tab');
  await page.close();
  await pause(AFTER_CLOSE_MS);
  const after = sampleMemory(browser, 'any');
  await browser.exit();

  scene.onStep('searching the files');
  const network = readNetLog(browser.netLog, scene.origin);
  const shared = filesBelow('/dev/shm').filter((file) => !scene.sharedBefore.has(file));
  const files = scanFiles([...browser.folders, ...shared], shippedFiles(scene.dist));
  return {
    findings: [
      ...seen.findings,
      ...findings('disk', files.findings),
      ...findings('requests', network.findings),
      ...findings('messages', messageFaults(notes)),
      ...findings('coding', [...new Set(notes.uses)]),
      ...findings('console', consoleFaults(watch, browser.printed())),
      ...findings('memory-after-close', after.copies > 0 ? [`${after.copies} copies`] : []),
    ],
    figures: {
      seconds: (performance.now() - beganAt) / 1000,
      ledger: seen.ledger,
      inventory: seen.inventory,
      files: files.files,
      fileMb: files.bytes / MB,
      candidates: files.candidates,
      requests: network.requests,
      ofTheBrowser: network.ofTheBrowser,
      rows: notes.rows,
      longestRow: notes.longestRow,
      memory: [...seen.memory, after],
    },
  };
}

interface Seen extends Pick<CanaryFigures, 'ledger' | 'inventory' | 'memory'> {
  readonly findings: readonly Finding[];
}

async function lookWhileCounting(page: Page, browser: ChromiumProcess, scene: Scene): Promise<Seen> {
  scene.onStep('adding the camera');
  await addCamera(page, scene.origin);
  scene.onStep('counting');
  const restarts = watchRestarts(page);
  await setClock(page, shiftToSlotEnd(Date.now(), scene.countS * 1000, SLOT_MS));
  const slotEnd = pause((scene.countS + SETTLE_S) * 1000);
  const memory = [sampleMemory(browser, 'renderer')];
  scene.onStep('looking at every view');
  const screens = await lookAtViews(page, scene.folder);
  scene.onStep('waiting for the end of the slot');
  await slotEnd;
  memory.push(sampleMemory(browser, 'renderer'));
  const ledger = await readLedger(page);
  await page.evaluate(scene.scripts.inventory);
  const kept = await page.evaluate<KeptByOrigin>(`${INVENTORY}()`);
  const { findings: odd, ...inventory } = judgeInventory(kept, {
    origin: scene.origin,
    shipped: shippedLengths(scene.dist),
  });
  return {
    ledger,
    inventory,
    memory,
    findings: [
      ...findings('screens', screens),
      ...findings('ledger', ledgerFaults(ledger, restarts())),
      ...findings('memory', memoryFaults(memory)),
      ...findings(
        'inventory',
        inventory.slots === 0 ? [...odd, 'no slot was closed: nothing was tried'] : odd,
      ),
    ],
  };
}

async function lookAtViews(page: Page, folder: string): Promise<string[]> {
  const shown: string[] = [];
  mkdirSync(join(folder, 'screens'), { recursive: true });
  for (const view of VIEWS) {
    await openView(page, view);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    const picture = await page.screenshot({ fullPage: true });
    if (decodePicture(picture)?.isPlanted) shown.push(`the ${view} view shows the planted picture`);
  }
  return shown;
}

function sampleMemory(browser: ChromiumProcess, kind: 'renderer' | 'any'): MemorySample {
  const scans = processTree(browser.pid)
    .filter((process) => kind === 'any' || process.kind === kind)
    .flatMap((process): MemoryScan[] => {
      const scan = scanMemory(process.pid, process.kind);
      return scan ? [scan] : [];
    });
  if (process.env.CANARY_DEBUG) console.log(JSON.stringify(scans));
  return {
    copies: scans.reduce((sum, { copies }) => sum + copies, 0),
    frames: Math.max(0, ...scans.map(({ frames }) => frames)),
    mb: scans.reduce((sum, { bytes }) => sum + bytes, 0) / MB,
  };
}

function memoryFaults([early, late]: readonly MemorySample[]): string[] {
  if (!early || !late) return [];
  return [
    ...(late.copies > MOST_COPIES ? [`${late.copies} copies of ${late.frames} frames`] : []),
    ...(late.copies - early.copies > MOST_GROWTH ? [`from ${early.copies} copies to ${late.copies}`] : []),
  ];
}

/** How often a vision worker was started from now on: one in which frames pile up is ended by the app itself. */
function watchRestarts(page: Page): () => number {
  let restarts = 0;
  page.on('worker', (worker) => {
    if (/\/vision-[\w-]+\.js$/.test(worker.url())) restarts += 1;
  });
  return () => restarts;
}

function ledgerFaults(ledger: ShownLedger | null, restarts: number): string[] {
  const anew = restarts > 0 ? [`the vision worker was started anew ${restarts} times`] : [];
  if (!ledger) return [...anew, 'no frames are shown: nothing was tried'];
  const { received, analysed, closed, alive } = ledger;
  return [
    ...anew,
    ...(analysed > 0 ? [] : ['no frame was analysed: nothing was tried']),
    ...(received === closed + alive ? [] : [`${received} received, ${closed} closed, ${alive} alive`]),
    ...(alive > 1 ? [`${alive} frames alive at once`] : []),
  ];
}

function messageFaults({
  rows,
  longestRow,
  binaries,
}: {
  readonly rows: number;
  readonly longestRow: number;
  readonly binaries: readonly string[];
}): string[] {
  return [
    ...(rows > 0 ? [] : ['no figures reached the page: nothing was tried']),
    ...(longestRow > MAX_TALLY_LENGTH ? [`a row of ${longestRow} numbers`] : []),
    ...new Set(binaries),
  ];
}

function consoleFaults(watch: PageWatch, printed: string): string[] {
  const lines = printed.split('\n').flatMap((line) => textFault(line) ?? []);
  return [...new Set([...watch.complaints(), ...lines.map((fault) => `standard error: ${fault}`)])];
}

function shippedFiles(dist: string): Buffer[] {
  return filesBelow(dist).map((path) => readFileSync(path));
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
