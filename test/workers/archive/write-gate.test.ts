import { blockDay, firstSlotOf } from '../../../src/core/measures/day-block.ts';
import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { SHAPES, type Entry, type StoreName } from '../../../workers/archive/schema.ts';
import { faultOf } from '../../../workers/archive/write-gate.ts';
import { aSite } from './a-shop.ts';

const HASH = '0'.repeat(64);
const SLOT = 29_735_100;
const BANDS = [1, 2, 2, 0, 0, 0, 0, 0, 0];

/** One good record of each store. */
const GOOD = {
  site: aSite(),
  configuration: {
    config_id: 1,
    rule_version: 1,
    model_sha256: HASH,
    lines_sha256: HASH,
    zones_sha256: HASH,
    calibration_sha256: HASH,
  },
  line_slot: {
    slot: SLOT,
    line: 2,
    in: 3,
    out: 1,
    in_raw: 4,
    out_raw: 1,
    parties: 2,
    measured_s: 900,
    config_id: 1,
  },
  store_slot: {
    slot: SLOT,
    occupancy_person_s: 1800,
    occupancy_max: 4,
    occupancy_end: 2,
    drift: 0,
    measured_s: 900,
    config_id: 1,
  },
  zone_slot: {
    slot: SLOT,
    zone: 4,
    length: 15,
    suppressed: 0,
    visits: 5,
    dwell_bands: BANDS,
    occupancy_person_s: 60,
    occupancy_max: 2,
    measured_s: 900,
    config_id: 1,
  },
  queue_slot: {
    slot: SLOT,
    zone: 5,
    length: 1440,
    suppressed: 0,
    wait_bands: BANDS,
    length_person_s: 60,
    length_max: 2,
    measured_s: 86_400,
    config_id: 1,
  },
  flow_slot: { slot: SLOT, from: 4, to: 5, length: 60, visits: 5, config_id: 1 },
  heat_slot: {
    slot: SLOT,
    camera: 1,
    length: 60,
    columns: 2,
    cell_m: 0,
    x_m: 0,
    y_m: 0,
    cells: [0, 9],
    measured_s: 3600,
    config_id: 1,
  },
  coverage: {
    slot: SLOT,
    camera: 1,
    measured_s: 800,
    gap_s: { stalled: 100 },
    frames: 8000,
    brightness: 90,
    config_id: 1,
  },
  day_block: {
    day: blockDay(SLOT),
    kind: 'lines',
    rows: [(SLOT - firstSlotOf(blockDay(SLOT))) / 15, 2, 3, 1, 4, 1, 2, 900, 1],
  },
  day_total: {
    day: blockDay(SLOT),
    cuts: [80],
    lines: [(SLOT - firstSlotOf(blockDay(SLOT))) / 15, 2, 3, 1, 4, 1, 2, 900, 1],
    store: [],
    zones: [],
    queues: [],
    spans: [(SLOT - firstSlotOf(blockDay(SLOT))) / 15, 1, 1, 800, 8000, 1],
    gaps: [(SLOT - firstSlotOf(blockDay(SLOT))) / 15, 1, 0, 100],
  },
  tally: {
    session: 1_784_000_000,
    interval: 3,
    line: 1,
    camera: 1,
    ended_s: 1_784_001_000,
    rule_version: 1,
    model_sha256: HASH,
    line_sha256: HASH,
    camera_sha256: HASH,
    manual_in: 1,
    manual_out: 2,
    system_in: 1,
    system_out: 2,
  },
  transactions: { slot: SLOT, length: 60, transactions: 12 },
  journal: {
    sequence: 1,
    at_s: 1_784_000_000,
    code: 'exported',
    role: 'operator',
    numbers: [1],
    texts: ['本部', '月報'],
    prev: HASH,
    hash: HASH,
  },
  credentials: { camera: 1, kind: 'bearer', token: 'secret' },
  access: { key: 'manager', salt: '0'.repeat(32), iterations: 600_000, digest: HASH },
} as const satisfies Record<StoreName, object>;

const STORES = Object.keys(GOOD) as StoreName[];

const faultWith = (store: StoreName, changes: object): string | null =>
  faultOf({ store, record: { ...GOOD[store], ...changes } } as unknown as Entry);

/** What settings of an older build lack. */
const OPTIONAL: readonly string[] = ['alerts'];

describe('the write gate', () => {
  test.each(STORES)('lets a good record of %s pass', (store) => {
    expect(faultWith(store, {})).toBeNull();
  });

  test.each(STORES)('refuses an unknown field in %s', (store) => {
    expect(faultWith(store, { note: 1 })).not.toBeNull();
  });

  test.each(STORES)('refuses %s when a field is missing', (store) => {
    for (const field of Object.keys(GOOD[store]).filter((name) => !OPTIONAL.includes(name))) {
      const rest = Object.fromEntries(Object.entries(GOOD[store]).filter(([name]) => name !== field));
      expect(faultOf({ store, record: rest } as unknown as Entry), field).not.toBeNull();
    }
  });

  test.each([
    { name: 'as it is', changes: {}, isGood: true },
    { name: 'of more levels', changes: { signature: Array.from({ length: 12 }, () => 8) }, isGood: false },
    { name: 'of more blocks', changes: { signature: Array.from({ length: 13 }, () => 1) }, isGood: false },
    { name: 'of finer steps', changes: { signature: Array.from({ length: 12 }, () => 0.5) }, isGood: false },
    { name: 'that is sharper than can be', changes: { sharpness: 16 }, isGood: false },
  ])("lets no picture pass as a camera's signature: $name", ({ changes, isGood }) => {
    const look = { signature: Array.from({ length: 12 }, () => 7), sharpness: 15, ...changes };
    expect(faultWith('coverage', look) === null).toBe(isGood);
  });

  /** What could carry a picture, a person or an event. */
  const FOREIGN: readonly [string, unknown][] = [
    ['a blob', new Blob(['x'])],
    ['a buffer', new ArrayBuffer(8)],
    ['bytes', new Uint8Array([1])],
    ['a data URL', 'data:image/png;base64,AAAA'],
    ['NaN', Number.NaN],
    ['infinity', Infinity],
    ['a fraction', 1.5],
    ['a negative number', -1],
    ['a huge number', 1e300],
    ['null', null],
    ['nothing', undefined],
    ['a date', new Date(0)],
    ['a map', new Map([['stalled', 1]])],
    ['a bigint', 1n],
    ['a boxed number', Object(5)],
    ['a nested object', { a: 1 }],
    ['a nested list', [[1]]],
    ['a list that is too long', Array.from({ length: 5000 }, () => 1)],
    ['a list with a hole', Object.assign(Array.from({ length: 9 }), { length: 9 })],
  ];

  test.each(FOREIGN)('refuses %s in the place of any field of a figure', (_, value) => {
    for (const store of STORES) {
      if (store === 'site' || store === 'credentials' || store === 'journal') continue;
      for (const field of Object.keys(GOOD[store])) {
        // A grid may begin before the corner from which the floor is measured.
        if (value === -1 && (field === 'x_m' || field === 'y_m')) continue;
        expect(faultWith(store, { [field]: value }), `${store}.${field}`).not.toBeNull();
      }
    }
  });

  test.each<[StoreName, object]>([
    ['zone_slot', { visits: 4 }],
    ['queue_slot', { wait_bands: [1, 1, 1, 1, 0, 0, 0, 0, 0] }],
    ['flow_slot', { visits: 4 }],
    ['flow_slot', { length: 15 }],
    ['zone_slot', { suppressed: 1 }],
    ['zone_slot', { length: 30 }],
    ['heat_slot', { length: 15 }],
    ['heat_slot', { cells: [1, 2, 3] }],
    ['heat_slot', { columns: 1, cells: Array.from({ length: 65 }, () => 1) }],
    ['line_slot', { slot: SLOT + 1 }],
    ['line_slot', { measured_s: 901 }],
    ['coverage', { gap_s: { lunch: 5 } }],
    ['coverage', { gap_s: Object.create({ stalled: 1 }) as object }],
    ['journal', { code: 'visitor' }],
    ['journal', { texts: ['x'.repeat(201)] }],
    ['journal', { texts: ['a', 'b', 'c'] }],
    ['journal', { hash: 'A'.repeat(64) }],
    ['credentials', { token: 'x'.repeat(5000) }],
    ['credentials', { password: 'both' }],
    ['access', { key: 'cleaner' }],
    ['access', { iterations: 599_999 }],
    ['access', { digest: '123456' }],
    ['access', { pin: '123456' }],
    ['access', { key: 'manager-lock' }],
    ['site', { store: { ...GOOD.site.store, name: 'x'.repeat(81) } }],
    ['site', { store: { ...GOOD.site.store, note: 'a regular in red' } }],
    ['site', { store: { ...GOOD.site.store, name: 'a\nb' } }],
    ['site', { cameras: [{ ...GOOD.site.cameras[0], thumbnail: 'x' }] }],
    ['site', { engine: 'https://example.com' }],
    ['site', { cameras: [{ ...GOOD.site.cameras[0], region: { left: 0, top: 0, right: 2, bottom: 1 } }] }],
    [
      'site',
      {
        cameras: [
          {
            ...GOOD.site.cameras[0],
            masks: [
              [
                { x: 2, y: 0 },
                { x: 0, y: 0 },
                { x: 0, y: 1 },
              ],
            ],
          },
        ],
      },
    ],
  ])('refuses in %s: %j', (store, changes) => {
    expect(faultWith(store, changes)).not.toBeNull();
  });

  it('lets nothing pass that is not made of bounded numbers, codes and short text', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...STORES),
        fc.anything({ withBigInt: true, withTypedArray: true, withDate: true, withMap: true }),
        (store, value) => {
          expect(SHAPES[store].check(value)).not.toBeNull();
        },
      ),
      { numRuns: 500 },
    );
  });
});

it('is the only file of the app that can write to a database', () => {
  const writers = /\b(database|db|store|transaction|cursor)\.(put|add|update)\(/i;
  const files = ['src', 'workers'].flatMap((root) =>
    readdirSync(root, { recursive: true, encoding: 'utf8' }).map(
      (file) => `${root}/${file.replaceAll('\\', '/')}`,
    ),
  );
  const found = files
    .filter((file) => /\.tsx?$/.test(file))
    .filter((file) => {
      const text = readFileSync(file, 'utf8');
      return text.includes('readwrite') || (/from 'idb'|indexedDB/.test(text) && writers.test(text));
    });
  // Those only remove: the demo store's figures, what the gate has packed, figures past their retention, and those of what is deleted. Migrations
  // bring packed days to the form of this build, which the self-check then looks at.
  expect(found.sort()).toEqual([
    'workers/archive/database.ts',
    'workers/archive/day-blocks.ts',
    'workers/archive/migrations.ts',
    'workers/archive/remove-entities.ts',
    'workers/archive/retention.ts',
    'workers/archive/write-gate.ts',
  ]);
  const writing = ['workers/archive/write-gate.ts', 'workers/archive/migrations.ts'];
  for (const file of found.filter((name) => !writing.includes(name))) {
    expect(readFileSync(file, 'utf8')).not.toMatch(/\.(put|add|update)\(/);
  }
});

it('nothing outside of the gate calls put or add on a store of the archive', () => {
  const files = readdirSync('workers/archive').filter(
    (file) => file.endsWith('.ts') && file !== 'write-gate.ts',
  );
  for (const file of files) {
    const text = readFileSync(`workers/archive/${file}`, 'utf8');
    expect(text, file).not.toMatch(/\.put\(/);
    expect(text, file).not.toMatch(/(database|store|transaction)\w*(\([^)]*\))?\.add\(/i);
  }
});
