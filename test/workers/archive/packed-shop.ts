import { expect } from 'vitest';
import type { DayTotal } from '../../../src/core/measures/day-total.ts';
import { createRandom } from '../../../src/core/simulation/random.ts';
import type { Site } from '../../../src/core/site/site.ts';
import { createStoreCalendar, type Interval } from '../../../src/core/time/store-calendar.ts';
import { Connection } from '../../../workers/archive/connection.ts';
import { toEntries } from '../../../workers/archive/entries.ts';
import type { StoreName } from '../../../workers/archive/schema.ts';
import { write } from '../../../workers/archive/write-gate.ts';
import { dump, TestPc, valueOf } from './a-shop.ts';
import { randomRecords } from './random-days.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const TICKS = 4;

/** A PC with days that are over. */
export interface Shop {
  readonly pc: TestPc;
  readonly site: Site;
  /** The days that were recorded, without some hours at their ends. */
  readonly span: Interval;
}

/** A PC whose days of a week ago are stored slot by slot, as an older build left them. */
export async function shopOf(site: Site, from: string, seed: number): Promise<Shop> {
  const random = createRandom(seed);
  const calendar = createStoreCalendar(site.store);
  const fromMs = calendar.dayAt(Date.parse(from)).fromMs;
  const recorded = { fromMs: fromMs + 5 * HOUR_MS, toMs: fromMs + 4 * DAY_MS };
  const pc = new TestPc(new Date(recorded.toMs + 7 * DAY_MS).toISOString());
  const connection = new Connection(pc.factory, 'store');
  const records = randomRecords(calendar, recorded, random);
  const written = await connection.use((database) => write(database, toEntries(records)));
  expect(valueOf(written).problem).toBe(null);
  await connection.close();
  valueOf(await pc.archive.open('store'));
  valueOf(await pc.archive.saveSite(site));
  return { pc, site, span: { fromMs: recorded.fromMs - 9 * HOUR_MS, toMs: recorded.toMs + 3 * HOUR_MS } };
}

/** Lets the archive pack them. What they come to. */
export async function packDays({ pc }: Shop): Promise<readonly DayTotal[]> {
  for (let turn = 0; turn < TICKS; turn += 1) await pc.archive.tick();
  const stores = await dump(pc.factory, 'kazoe');
  expect(stores.get('coverage')).toEqual([]);
  return (stores.get('day_total') ?? []) as DayTotal[];
}

/** Puts a record past the gate. */
export async function putBeside(pc: TestPc, store: StoreName, record: object): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const opening = pc.factory.open('kazoe');
    opening.onerror = () => reject(new Error('closed'));
    opening.onsuccess = () => {
      const transaction = opening.result.transaction(store, 'readwrite');
      transaction.objectStore(store).put(record);
      transaction.oncomplete = () => {
        opening.result.close();
        resolve();
      };
    };
  });
}
