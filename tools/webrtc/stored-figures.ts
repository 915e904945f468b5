import type { Page } from 'playwright-core';
import { unpackBlocks, type DayBlock } from '../../src/core/measures/day-block.ts';
import { sumGaps, type GapSeconds } from '../../src/core/measures/gap-cause.ts';
import {
  NO_RECORDS,
  type CoverageSlot,
  type LineSlot,
  type SlotRecords,
} from '../../src/core/measures/slot-record.ts';
import type { Site } from '../../src/core/site/site.ts';
import { overlay } from '../../workers/archive/entries.ts';

/** What the archive has written about one camera. Seconds. */
export interface StoredCoverage {
  readonly measuredS: number;
  readonly gapS: GapSeconds;
}

/** Crossings of a line, by its name. */
export interface StoredLine {
  readonly name: string;
  readonly in: number;
  readonly out: number;
}

/** All records of a store, read beside the app. The archive writes when counting stops and every few seconds. */
async function readStore<Row>(page: Page, store: string): Promise<readonly Row[]> {
  return page.evaluate<Row[]>(`new Promise((resolve, reject) => {
    const opening = indexedDB.open('kazoe');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      const reading = database.transaction('${store}').objectStore('${store}').getAll();
      reading.onerror = () => reject(reading.error);
      reading.onsuccess = () => {
        database.close();
        resolve(reading.result);
      };
    };
  })`);
}

/** Records as they lie: days that are over are packed. */
export interface StoredSlots {
  readonly blocks: readonly DayBlock[];
  readonly lines: readonly LineSlot[];
  readonly coverage: readonly CoverageSlot[];
}

export async function storedCoverage(page: Page, camera: string): Promise<StoredCoverage> {
  return coverageOf(camera, await storedSite(page), await storedSlots(page));
}

/** What is written about a camera, packed or not. */
export function coverageOf(
  camera: string,
  { cameras }: Pick<Site, 'cameras'>,
  stored: StoredSlots,
): StoredCoverage {
  const id = cameras.find(({ name }) => name === camera)?.id;
  const slots = allRecords(stored).coverage.filter((slot) => slot.camera === id);
  return {
    measuredS: slots.reduce((sum, { measured_s }) => sum + measured_s, 0),
    gapS: slots.reduce<GapSeconds>((sum, { gap_s }) => sumGaps(sum, gap_s), {}),
  };
}

export async function storedLines(page: Page): Promise<readonly StoredLine[]> {
  return linesOf(await storedSite(page), await storedSlots(page));
}

/** What is written about each line, packed or not. */
export function linesOf({ cameras }: Pick<Site, 'cameras'>, stored: StoredSlots): readonly StoredLine[] {
  const slots = allRecords(stored).lines;
  return cameras
    .flatMap(({ lines }) => lines)
    .map(({ id, name }) => {
      const own = slots.filter(({ line }) => line === id);
      const sum = (direction: 'in' | 'out'): number => own.reduce((all, slot) => all + slot[direction], 0);
      return { name, in: sum('in'), out: sum('out') };
    });
}

function allRecords({ blocks, lines, coverage }: StoredSlots): SlotRecords {
  return overlay(unpackBlocks(blocks), { ...NO_RECORDS, lines, coverage });
}

async function storedSlots(page: Page): Promise<StoredSlots> {
  return {
    blocks: await readStore<DayBlock>(page, 'day_block'),
    lines: await readStore<LineSlot>(page, 'line_slot'),
    coverage: await readStore<CoverageSlot>(page, 'coverage'),
  };
}

async function storedSite(page: Page): Promise<Site> {
  const [site] = await readStore<Site>(page, 'site');
  if (!site) throw new Error('the app has stored no site');
  return site;
}
