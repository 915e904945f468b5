import type { Page } from 'playwright-core';
import type { GapSeconds } from '../../src/core/measures/gap-cause.ts';
import type { CoverageSlot, LineSlot } from '../../src/core/measures/slot-record.ts';
import type { Site } from '../../src/core/site/site.ts';

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

export async function storedCoverage(page: Page, camera: string): Promise<StoredCoverage> {
  const id = (await storedSite(page)).cameras.find(({ name }) => name === camera)?.id;
  const slots = (await readStore<CoverageSlot>(page, 'coverage')).filter((slot) => slot.camera === id);
  const gapS: Partial<Record<keyof GapSeconds, number>> = {};
  for (const slot of slots) {
    for (const [cause, seconds] of Object.entries(slot.gap_s) as [keyof GapSeconds, number][]) {
      gapS[cause] = (gapS[cause] ?? 0) + seconds;
    }
  }
  return { measuredS: slots.reduce((sum, { measured_s }) => sum + measured_s, 0), gapS };
}

export async function storedLines(page: Page): Promise<readonly StoredLine[]> {
  const slots = await readStore<LineSlot>(page, 'line_slot');
  const { cameras } = await storedSite(page);
  return cameras
    .flatMap(({ lines }) => lines)
    .map(({ id, name }) => {
      const own = slots.filter(({ line }) => line === id);
      const sum = (direction: 'in' | 'out'): number => own.reduce((all, slot) => all + slot[direction], 0);
      return { name, in: sum('in'), out: sum('out') };
    });
}

async function storedSite(page: Page): Promise<Site> {
  const [site] = await readStore<Site>(page, 'site');
  if (!site) throw new Error('the app has stored no site');
  return site;
}
