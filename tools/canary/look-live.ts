import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import type { TapNotes } from './browser/tap-notes.ts';
import type { ChromiumProcess } from './chromium-process.ts';
import { decodePhoto, decodePicture } from './decode-picture.ts';
import { findings, NOTHING_TRIED, ofSomethingTried, type Check, type Finding } from './findings.ts';
import { judgeInventory, type InventoryVerdict } from './judge-inventory.ts';
import { previewFaults, PREVIEW_SIZE } from './judge-preview.ts';
import { consoleFaults, ledgerFaults, memoryFaults, messageFaults } from './judge-run.ts';
import { INVENTORY, type KeptByOrigin } from './browser/kept-by-origin.ts';
import { readNetLog } from './net-log.ts';
import { sampleMemory, type MemorySample } from './sample-memory.ts';
import {
  openView,
  photoOfPreview,
  preparePreview,
  readLedger,
  VIEWS,
  type ShownLedger,
} from './use-the-app.ts';
import type { PageWatch } from './watch-page.ts';

/** A page that counts the planted camera. */
export interface LiveScene {
  readonly page: Page;
  readonly browser: ChromiumProcess;
  readonly watch: PageWatch;
  readonly origin: string;
  /** Leaves a function under `INVENTORY`. */
  readonly inventoryScript: string;
  /** The app's own files: path and length. */
  readonly shipped: ReadonlyMap<string, number>;
  /** Vision workers that were started since counting began. */
  restarts(): number;
}

/** What was seen while it counted. */
export interface SeenLive {
  readonly findings: readonly Finding[];
  readonly ledger: ShownLedger | null;
  readonly inventory: Omit<InventoryVerdict, 'findings'> | null;
  readonly memory: readonly MemorySample[];
  readonly notes: TapNotes;
}

const BETWEEN_LOOKS_MS = 500;

/** Everything that can be looked at while the app counts. The memory is sampled now, and at the end, `endsIn`. */
export async function lookAtAll(scene: LiveScene, endsIn: Promise<void>, everyMs: number): Promise<SeenLive> {
  const memory = [sampleMemory(scene.browser, 'renderer')];
  const screens = await collected(viewsThatShow(scene));
  await preparePreview(scene.page);
  const preview = await lookAtPreview(scene);
  for (let isOver = false; !isOver;) {
    isOver = await Promise.race([endsIn.then(() => true), pause(everyMs, false)]);
    memory.push(sampleMemory(scene.browser, 'renderer'));
  }
  const ledger = await readLedger(scene.page);
  const { findings: odd, ...inventory } = await inventoryOf(scene);
  const notes = await scene.watch.notes();
  return {
    ledger,
    inventory,
    memory,
    notes,
    findings: [
      ...findings('screens', screens),
      ...findings('preview', preview),
      ...findings('ledger', ledgerFaults(ledger, scene.restarts())),
      ...findings('memory', memoryFaults(memory)),
      ...findings('messages', messageFaults(notes)),
      ...findings('coding', [...new Set(notes.uses)]),
      ...findings(
        'inventory',
        inventory.slots === 0 ? [...odd, `no slot was closed: ${NOTHING_TRIED}`] : odd,
      ),
    ],
  };
}

/** Looks with one check, once and then until it finds something, `mostMs` at most. Throws for a check of what is left. */
export async function lookUntilFound(
  scene: LiveScene,
  check: Check,
  mostMs: number,
): Promise<readonly string[]> {
  const look = createLook(scene, check);
  const endsAt = performance.now() + mostMs;
  do {
    const found = ofSomethingTried(await look());
    if (found.length > 0) return found;
    await pause(BETWEEN_LOOKS_MS);
  } while (performance.now() < endsAt);
  return [];
}

/** One look with one check. */
function createLook(scene: LiveScene, check: Check): () => Promise<readonly string[]> {
  const { watch, browser, page, origin } = scene;
  const memory: MemorySample[] = [];
  const looks: Partial<Record<Check, () => Promise<readonly string[]>>> = {
    inventory: async () => (await inventoryOf(scene)).findings,
    messages: async () => messageFaults(await watch.notes()),
    requests: () => Promise.resolve(readNetLog(browser.netLog, origin).findings),
    coding: async () => [...new Set((await watch.notes()).uses)],
    console: () => Promise.resolve(consoleFaults(watch.complaints(), browser.printed())),
    screens: async () => {
      for await (const shown of viewsThatShow(scene)) return [shown];
      return [];
    },
    preview: () => lookAtPreview(scene),
    ledger: async () => ledgerFaults(await readLedger(page), scene.restarts()),
    memory: () => {
      memory.push(sampleMemory(browser, 'renderer'));
      return Promise.resolve(memoryFaults(memory));
    },
  };
  const look = looks[check];
  if (!look) throw new Error(`${check} is looked with when the browser has ended`);
  return look;
}

async function inventoryOf({ page, inventoryScript, origin, shipped }: LiveScene): Promise<InventoryVerdict> {
  await page.evaluate(inventoryScript);
  const kept = await page.evaluate<KeptByOrigin>(`${INVENTORY}()`);
  return judgeInventory(kept, { origin, shipped });
}

/** Leaves the set-up picture open: it ends by itself. */
async function lookAtPreview({ page }: LiveScene): Promise<string[]> {
  return previewFaults(decodePhoto(await photoOfPreview(page), PREVIEW_SIZE));
}

/** Opens one view after the other; yields what is wrong with its screenshot. */
async function* viewsThatShow({ page }: LiveScene): AsyncGenerator<string> {
  for (const view of VIEWS) {
    await openView(page, view);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    const picture = await page.screenshot({ fullPage: true });
    if (decodePicture(picture)?.isPlanted) yield `the ${view} view shows the planted picture`;
  }
}

async function collected<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}
