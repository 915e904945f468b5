import { judgeDayBlock, judgeDayTotal } from './judge-day-block.ts';
import { INSTANTS } from './instants.ts';
import { BINARY_MARK, type KeptByOrigin, type KeptRecord } from './browser/kept-by-origin.ts';

/** What the app may keep. Written down anew, not taken from the app: one that kept more would not be believed. */
const DATABASES = ['kazoe', 'kazoe-demo', 'kazoe-sample'];
/** Figures of slots. */
const SLOT_STORE = /_slot$|^coverage$|^transactions$/;
/** Figures of days that are over, many to a record. */
const PACKED_STORE = 'day_block';
/** What each of those days comes to. */
const TOTALS_STORE = 'day_total';
/** What else there is: settings, what was counted with, the journal, checks of the accuracy, access to cameras, proofs of PINs. */
const OTHER_STORES = ['site', 'configuration', 'journal', 'tally', 'credentials', 'access', 'calibration'];
const SLOT_MINUTES = 15;
const LONGEST_TEXT = 200;
const MOST_NUMBERS = 16;
/** Cells of a map of where people were. */
const MOST_CELLS = 4096;
/** Figures of one slot: by line, zone, pair of zones, camera. */
const MOST_RECORDS_PER_SLOT = 200;
const MOST_BYTES_PER_SLOT = 64 * 1024;
export interface InventoryVerdict {
  /** Those that are packed are counted one by one. */
  readonly records: number;
  readonly slots: number;
  readonly bytes: number;
  readonly findings: readonly string[];
}

/** Judges what an origin keeps. `origin` and `shipped` name the app's own files: path and length. */
export function judgeInventory(
  kept: KeptByOrigin,
  { origin, shipped }: { readonly origin: string; readonly shipped: ReadonlyMap<string, number> },
): InventoryVerdict {
  const figures = kept.records.filter(({ store }) => SLOT_STORE.test(store));
  const blocks = kept.records.filter(({ store }) => store === PACKED_STORE);
  const packed = blocks.flatMap(({ value }) => judgeDayBlock(value).slots);
  const slots = new Set([...figures.map(({ value }) => (value as { slot?: unknown }).slot), ...packed]).size;
  const totals = kept.records.filter(({ store }) => store === TOTALS_STORE);
  const bytes = [...figures, ...blocks, ...totals].reduce(
    (sum, { value }) => sum + JSON.stringify(value).length,
    0,
  );
  const ofSlots = figures.length + packed.length;
  const findings = [
    ...kept.records.flatMap((record) => faultsOf(record).map((fault) => `${placeOf(record)}: ${fault}`)),
    ...kept.texts.map((text) => `${text} is kept`),
    ...kept.files.map((file) => `file ${file} in the origin's own file system`),
    ...kept.cached.flatMap(({ url, bytes: size }) => {
      const path = url.startsWith(origin) ? url.slice(origin.length) : url;
      return shipped.get(path === '/' ? '/index.html' : path) === size
        ? []
        : [`cached ${path} is no file of the app`];
    }),
    ...(ofSlots > MOST_RECORDS_PER_SLOT * slots ? [`${ofSlots} records in ${slots} slots`] : []),
    ...(bytes > MOST_BYTES_PER_SLOT * slots ? [`${bytes} bytes in ${slots} slots`] : []),
  ];
  const records = kept.records.length - blocks.length + packed.length;
  return { records, slots, bytes, findings: [...new Set(findings)] };
}

function placeOf({ database, store }: KeptRecord): string {
  return `${database}/${store}`;
}

function faultsOf({ database, store, value }: KeptRecord): readonly string[] {
  if (!DATABASES.includes(database)) return ['an unknown database'];
  if (SLOT_STORE.test(store)) return slotFaults(value);
  if (store === PACKED_STORE) return judgeDayBlock(value).faults;
  if (store === TOTALS_STORE) return judgeDayTotal(value);
  if (!OTHER_STORES.includes(store)) return ['an unknown store'];
  return leaves(value).flatMap(({ path, leaf }) => plainFault(leaf, path) ?? []);
}

function slotFaults(record: unknown): string[] {
  const { slot } = record as { readonly slot?: unknown };
  const isSlot = Number.isInteger(slot) && Number(slot) % SLOT_MINUTES === 0;
  return [
    ...(isSlot ? [] : ['no slot of a quarter of an hour']),
    ...leaves(record).flatMap(({ path, leaf }) => {
      if (path === '.slot' && isSlot) return [];
      if (typeof leaf !== 'number') return plainFault(leaf, path) ?? `${path} is no number`;
      if (!Number.isInteger(leaf)) return `${path} is no whole number`;
      const instant = INSTANTS.find(({ from, to }) => leaf >= from && leaf < to);
      return instant ? `${path} is an instant (${instant.unit})` : [];
    }),
    ...longLists(record),
  ];
}

function plainFault(leaf: unknown, path: string): string | null {
  if (typeof leaf === 'string' && leaf.startsWith(BINARY_MARK))
    return `${path} is ${leaf.slice(BINARY_MARK.length)}`;
  if (typeof leaf === 'string' && leaf.length > LONGEST_TEXT) return `${path} is a text of ${leaf.length}`;
  return null;
}

function longLists(record: unknown): string[] {
  return Object.entries(record as object).flatMap(([name, value]) => {
    const most = name === 'cells' ? MOST_CELLS : MOST_NUMBERS;
    return Array.isArray(value) && value.length > most ? [`.${name} is a list of ${value.length}`] : [];
  });
}

interface Leaf {
  readonly path: string;
  readonly leaf: unknown;
}

function leaves(value: unknown, path = ''): Leaf[] {
  if (typeof value !== 'object' || value === null) return [{ path, leaf: value }];
  return Object.entries(value).flatMap(([name, item]) =>
    leaves(item, Array.isArray(value) ? `${path}[]` : `${path}.${name}`),
  );
}
