import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import { Archive } from '../../../workers/archive/archive.ts';

const NOW_MS = Date.UTC(2026, 10, 28, 3, 20);
const DAY_MS = 86_400_000;
const REQUEST = {
  store: { timeZone: 'Asia/Tokyo', dayStartsAtMinute: 0 },
  names: { camera: 'c', entrance: 'e', street: 's', backShelf: 'b', sideShelf: 'i', queue: 'q', staff: 't' },
  seed: 1,
};
const WEEK = { fromMs: NOW_MS - 8 * DAY_MS, toMs: NOW_MS - DAY_MS, intervalMinutes: 1440 } as const;

let factory: IDBFactory;
let archive: Archive;

beforeEach(async () => {
  factory = new IDBFactory();
  archive = new Archive({ factory, nowMs: () => NOW_MS });
  await archive.open('store');
});

function valueOf<T>(result: { ok: true; value: T } | { ok: false; problem: unknown }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

async function databases(): Promise<string[]> {
  return (await factory.databases()).map(({ name }) => name ?? '').toSorted();
}

describe('the sample beside a shop', () => {
  test('is not there, and asking for it makes no database', async () => {
    expect(valueOf(await archive.readSample())).toBeNull();
    expect(await archive.history(WEEK, 'sample')).toMatchObject({ ok: false });
    expect(await databases()).toEqual(['kazoe']);
  });

  test('is filled, looked back at and removed, and the shop has nothing of it', async () => {
    const site = valueOf(await archive.fillSample(REQUEST));
    expect(valueOf(await archive.readSample())).toEqual(site);
    const days = valueOf(await archive.history(WEEK, 'sample'));
    expect(days.map(({ lines }) => (lines[0]?.in ?? 0) > 100)).toEqual(days.map(() => true));
    expect(valueOf(await archive.history(WEEK)).flatMap(({ lines }) => lines)).toEqual([]);
    expect(valueOf(await archive.configurations('sample'))).toHaveLength(2);
    expect(valueOf(await archive.configurations())).toEqual([]);
    const checks = valueOf(await archive.checksAbout(WEEK, 'sample'));
    expect(checks.lines.find(({ line }) => line === 2)?.in).not.toBeNull();
    expect(checks.configIds).toEqual([2]);
    const typed = valueOf(await archive.transactions(WEEK, 'sample'));
    expect(typed.map(({ transactions }) => transactions > 20)).toEqual(
      days.slice(0, typed.length).map(() => true),
    );
    expect(typed.length).toBeGreaterThanOrEqual(7);
    expect(valueOf(await archive.transactions(WEEK))).toEqual([]);
    const heat = valueOf(await archive.heat({ camera: 1, ...WEEK }, 'sample'));
    expect(heat.heat?.cells.some((time) => time > 0)).toBe(true);

    const before = await storedOf('kazoe');
    valueOf(await archive.removeSample());
    expect(await databases()).toEqual(['kazoe']);
    const noted = before.map(([place, records]) => [place, records + (place === 'kazoe/journal' ? 1 : 0)]);
    expect(await storedOf('kazoe')).toEqual(noted);
    expect(valueOf(await archive.readSample())).toBeNull();
    const notes = valueOf(await archive.journal(2));
    expect(notes.map(({ code }) => code)).toEqual(['sample-removed', 'sample-made']);
    expect(valueOf(await archive.checkJournal('all')).brokenAt).toBeNull();
  });

  test('leaves it in a file that says what it is, by its name and in each row', async () => {
    valueOf(await archive.fillSample(REQUEST));
    const query = {
      ...WEEK,
      intervalMinutes: 60,
      profile: 'in-house',
      recipient: 'me',
      purpose: 'a try',
    } as const;
    const file = valueOf(await archive.exportCsv(query, 'sample'));
    expect(file.name).toMatch(/^sample-kazoe_.*\.csv$/);
    const [head = '', ...rows] = file.text.trim().split('\r\n');
    const at = head.replace('\uFEFF', '').split(',').indexOf('store_id');
    expect(rows.length).toBeGreaterThan(100);
    expect(new Set(rows.map((row) => row.split(',')[at]))).toEqual(new Set(['sample']));
    expect(valueOf(await archive.exportCsv(query)).name).toMatch(/^kazoe_/);
  });

  test('is known to the inventory: no record is foreign', async () => {
    valueOf(await archive.fillSample(REQUEST));
    const places = valueOf(await archive.inventory('all')).places;
    const sample = places.filter(({ place }) => place.startsWith('kazoe-sample/'));
    expect(sample.reduce((sum, { records }) => sum + records, 0)).toBeGreaterThan(10_000);
    expect(places.reduce((sum, { foreign }) => sum + foreign, 0)).toBe(0);
  });

  test('is whole or not there: a second filling begins anew', async () => {
    valueOf(await archive.fillSample(REQUEST));
    const once = await storedOf('kazoe-sample');
    valueOf(await archive.fillSample(REQUEST));
    expect(await storedOf('kazoe-sample')).toEqual(once);
  });
});

/** Records by place. */
async function storedOf(database: string): Promise<[string, number][]> {
  const places = valueOf(await archive.inventory('all')).places;
  return places
    .filter(({ place }) => place.startsWith(`${database}/`))
    .map(({ place, records }) => [place, records]);
}
