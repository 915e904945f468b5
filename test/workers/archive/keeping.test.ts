import { describe, expect, it, test } from 'vitest';
import { STORED_SITE } from '../../../src/contracts/stored-site.ts';
import {
  firstSlotOf,
  packDay,
  ROW_FIELDS,
  rowLength,
  type DayBlock,
} from '../../../src/core/measures/day-block.ts';
import { NO_RECORDS, type CoverageSlot } from '../../../src/core/measures/slot-record.ts';
import { DATABASE_VERSION } from '../../../workers/archive/migrations.ts';
import type { StoreName } from '../../../workers/archive/schema.ts';
import { aCrossing, aRecordingPc, aSetup, aSite, aVisit, dump, TestPc, valueOf } from './a-shop.ts';

const SHORT_DAY_S = 1_900;

describe('retention', () => {
  it('removes whole business days older than the months set, at start, and says so', async () => {
    const site = aSite('Asia/Tokyo', { retentionMonths: 2 });
    const pc = await aRecordingPc('2026-11-24T10:00:00+09:00', site);
    await pc.run(
      SHORT_DAY_S,
      (atMs) => ({ events: [aCrossing(atMs - 300, 'in'), ...aVisit(atMs - 400, 3000)] }),
      10,
    );
    const kept = async (): Promise<number> => {
      const stores = await dump(pc.factory, 'kazoe');
      return (['line_slot', 'store_slot', 'zone_slot', 'queue_slot', 'coverage'] as StoreName[]).reduce(
        (sum, store) => sum + (stores.get(store)?.length ?? 0),
        0,
      );
    };
    const before = await kept();
    expect(before).toBeGreaterThan(8);
    pc.nowMs = Date.parse('2027-01-24T23:00:00+09:00');
    expect(valueOf(await pc.reload().open('store'))).toEqual({ purged: 0 });
    expect(await kept()).toBe(before);
    pc.nowMs = Date.parse('2027-01-25T01:00:00+09:00');
    expect(valueOf(await pc.reload().open('store'))).toEqual({ purged: before });
    expect(await kept()).toBe(0);
    const [entry] = valueOf(await pc.archive.journal(1));
    const cutSlot = Date.parse('2026-11-25T00:00:00+09:00') / 60_000;
    expect(entry).toMatchObject({ code: 'purged', numbers: [before, cutSlot, 2] });
  });

  it('runs again on every new day that the app stays open', async () => {
    const pc = await aRecordingPc('2026-11-24T23:59:00+09:00');
    await pc.run(120);
    const codes = valueOf(await pc.archive.journal(10)).map(({ code }) => code);
    expect(codes.filter((code) => code === 'purged')).toHaveLength(2);
  });
});

/** Stores of version 1 and their keys. */
const FIRST_KEYS = {
  configuration: 'config_id',
  coverage: ['slot', 'camera'],
  credentials: 'camera',
  flow_slot: ['slot', 'from', 'to', 'length'],
  heat_slot: ['slot', 'camera', 'length'],
  journal: 'sequence',
  line_slot: ['slot', 'line'],
  queue_slot: ['slot', 'zone', 'length'],
  site: null,
  store_slot: 'slot',
  tally: ['session', 'interval'],
  transactions: ['slot', 'length'],
  zone_slot: ['slot', 'zone', 'length'],
};

const LATER_KEYS = { ...FIRST_KEYS, access: 'key', day_block: ['day', 'kind'] };

/** A day of UTC, and a slot of it in which a camera was measured in part. */
const DAY = 20_780;
const coverage = (day: number): CoverageSlot => ({
  slot: firstSlotOf(day),
  camera: 1,
  measured_s: 600,
  gap_s: { stalled: 200, 'app-closed': 100 },
  frames: 6000,
  brightness: 90,
  signature: [0, 1, 2, 3, 4, 5, 6, 7, 0, 1, 2, 3],
  sharpness: 4,
  config_id: 1,
});

describe('version 5 of the database', () => {
  test('has these stores with these keys, and nothing else', async () => {
    expect(DATABASE_VERSION).toBe(5);
    const pc = new TestPc('2026-11-24T10:00:00+09:00');
    valueOf(await pc.archive.open('store'));
    const keys = await keyPaths(pc.factory);
    expect(keys).toEqual({ ...LATER_KEYS, day_total: 'day' });
  });

  test('keeps what version 1 held', async () => {
    const pc = new TestPc('2026-11-24T10:00:00+09:00');
    await firstVersion(pc.factory);
    valueOf(await pc.archive.open('store'));
    expect(valueOf(await pc.archive.readSite())).toEqual(aSite());
    expect(valueOf(await pc.archive.readAccess())).toEqual([]);
  });

  test('keeps the days that version 3 had packed, without time of an update in them', async () => {
    const pc = new TestPc('2026-11-24T10:00:00+09:00');
    const record = coverage(DAY);
    const [block] = packDay(DAY, {
      ...NO_RECORDS,
      coverage: [record, { ...record, slot: record.slot + 15 }],
    });
    const rowOfThree = (at: number): number[] => {
      const row = block?.rows.slice(at * rowLength('coverage'), (at + 1) * rowLength('coverage')) ?? [];
      return row.filter((_, place) => ROW_FIELDS.coverage[place] !== 'gap_s.app-update');
    };
    await thirdVersion(pc.factory, {
      day: DAY,
      kind: 'coverage',
      rows: [...rowOfThree(0), ...rowOfThree(1)],
    });
    valueOf(await pc.archive.open('store', 'read'));
    expect((await dump(pc.factory, STORED_SITE.database)).get('day_block')).toEqual([block]);
    expect(valueOf(await pc.archive.inventory('all')).places.filter(({ foreign }) => foreign > 0)).toEqual(
      [],
    );
  });

  test('writes nothing anew of a day that version 3 could not have packed, and tells it', async () => {
    const pc = new TestPc('2026-11-24T10:00:00+09:00');
    const foreign = { day: DAY, kind: 'coverage' as const, rows: Array.from({ length: 32 }, () => 0.5) };
    await thirdVersion(pc.factory, foreign);
    valueOf(await pc.archive.open('store', 'read'));
    expect((await dump(pc.factory, STORED_SITE.database)).get('day_block')).toEqual([foreign]);
    const { places } = valueOf(await pc.archive.inventory('all'));
    expect(places.filter((place) => place.foreign > 0)).toMatchObject([{ place: 'kazoe/day_block' }]);
  });

  test('keeps the site where the service worker looks for it', async () => {
    const pc = await aRecordingPc('2026-11-24T10:00:00+09:00');
    const stores = await dump(pc.factory, STORED_SITE.database);
    expect(stores.get(STORED_SITE.store)).toEqual([aSite()]);
  });
});

describe('the inventory', () => {
  it('finds every store of every database, ours or not, with its fields and never a value', async () => {
    const pc = await aRecordingPc('2026-11-24T10:00:00+09:00');
    valueOf(await pc.archive.open('demo'));
    await foreignDatabase(pc.factory);
    const places = valueOf(await pc.archive.inventory('all')).places;
    const placeOf = (place: string): object | undefined => places.find((found) => found.place === place);
    expect(placeOf('foreign/things')).toMatchObject({ records: 1, fields: ['secret'], foreign: 1 });
    expect(placeOf('kazoe/configuration')).toMatchObject({ records: 1, foreign: 0 });
    expect(placeOf('kazoe/site')).toMatchObject({
      fields: ['alerts', 'cameras', 'engine', 'floor', 'floorZones', 'nextId', 'schemaVersion', 'store'],
    });
    expect(placeOf('kazoe-demo/line_slot')).toMatchObject({ records: 0, fields: [], bytes: 0 });
    expect(places).toHaveLength(16 * 2 + 1);
  });

  it('counts records that are not of the schema', async () => {
    const pc = await aRecordingPc('2026-11-24T10:00:00+09:00');
    const database = await opened(pc.factory.open('kazoe'));
    const slots = database.transaction('line_slot', 'readwrite').objectStore('line_slot');
    slots.put({ slot: 0, line: 2, picture: new Uint8Array(64) });
    database.close();
    const places = valueOf(await pc.archive.inventory('all')).places;
    expect(places.filter(({ foreign }) => foreign > 0)).toMatchObject([
      { place: 'kazoe/line_slot', records: 1, foreign: 1 },
    ]);
  });

  it('counts more records than it reads in one go', async () => {
    const pc = await aRecordingPc('2026-11-24T00:00:00+09:00');
    const site = aSite();
    const [camera] = site.cameras;
    const lines = Array.from({ length: 60 }, (_, index) => ({ ...camera!.lines[0]!, id: 100 + index }));
    valueOf(
      await pc.archive.startRecording(aSetup({ ...site, cameras: [{ ...camera!, lines }], nextId: 200 })),
    );
    await pc.run(10 * 3600 + 60, () => ({}), 60);
    const found = valueOf(await pc.archive.inventory('all')).places.find(
      ({ place }) => place === 'kazoe/line_slot',
    );
    expect(found!.records).toBeGreaterThanOrEqual(2400);
  });
});

async function keyPaths(factory: IDBFactory): Promise<Record<string, unknown>> {
  const database = await opened(factory.open('kazoe'));
  const names = [...database.objectStoreNames];
  const transaction = database.transaction(names);
  const paths = names.map((name) => [name, transaction.objectStore(name).keyPath] as const);
  database.close();
  return Object.fromEntries(paths);
}

async function foreignDatabase(factory: IDBFactory): Promise<void> {
  const request = factory.open('foreign', 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore('things').add({ secret: 'x' }, 1);
  };
  (await opened(request)).close();
}

function opened(request: IDBOpenDBRequest): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error('storage', { cause: request.error }));
  });
}

/** The shop's database as the first build left it, with its settings. */
function firstVersion(factory: IDBFactory): Promise<void> {
  return olderVersion(factory, 1, { keys: FIRST_KEYS, records: { site: aSite() } });
}

/** The same of the build before updates were told apart, with one packed day. */
function thirdVersion(factory: IDBFactory, block: DayBlock): Promise<void> {
  return olderVersion(factory, 3, { keys: LATER_KEYS, records: { day_block: block } });
}

function olderVersion(
  factory: IDBFactory,
  version: number,
  {
    keys,
    records,
  }: {
    readonly keys: Readonly<Record<string, string | string[] | null>>;
    readonly records: Readonly<Record<string, unknown>>;
  },
): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = factory.open(STORED_SITE.database, version);
    opening.onupgradeneeded = () => {
      for (const [name, keyPath] of Object.entries(keys)) opening.result.createObjectStore(name, { keyPath });
      for (const [name, record] of Object.entries(records)) {
        const key = name === STORED_SITE.store ? STORED_SITE.key : undefined;
        opening.transaction?.objectStore(name).put(record, key);
      }
    };
    opening.onerror = () => reject(new Error(`version ${version} was not made`));
    opening.onsuccess = () => {
      opening.result.close();
      resolve();
    };
  });
}
