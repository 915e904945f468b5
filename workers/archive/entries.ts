import { NO_RECORDS, type SlotRecords } from '../../src/core/measures/slot-record.ts';
import type { Entry } from './schema.ts';

/** Records of slots as entries for the write gate. */
export function toEntries(records: SlotRecords): Entry[] {
  return [
    ...records.lines.map((record): Entry => ({ store: 'line_slot', record })),
    ...records.store.map((record): Entry => ({ store: 'store_slot', record })),
    ...records.zones.map((record): Entry => ({ store: 'zone_slot', record })),
    ...records.queues.map((record): Entry => ({ store: 'queue_slot', record })),
    ...records.flows.map((record): Entry => ({ store: 'flow_slot', record })),
    ...records.coverage.map((record): Entry => ({ store: 'coverage', record })),
  ];
}

/** The way back; entries of other stores are left out. */
export function toRecords(entries: readonly Entry[]): SlotRecords {
  return {
    lines: entries.flatMap((entry) => (entry.store === 'line_slot' ? [entry.record] : [])),
    store: entries.flatMap((entry) => (entry.store === 'store_slot' ? [entry.record] : [])),
    zones: entries.flatMap((entry) => (entry.store === 'zone_slot' ? [entry.record] : [])),
    queues: entries.flatMap((entry) => (entry.store === 'queue_slot' ? [entry.record] : [])),
    flows: entries.flatMap((entry) => (entry.store === 'flow_slot' ? [entry.record] : [])),
    coverage: entries.flatMap((entry) => (entry.store === 'coverage' ? [entry.record] : [])),
  };
}

/** The older records with those of the same key replaced by newer ones. */
export function overlay(older: SlotRecords, newer: SlotRecords): SlotRecords {
  if (newer === NO_RECORDS) return older;
  return {
    lines: replace(older.lines, newer.lines, (record) => `${record.slot}:${record.line}`),
    store: replace(older.store, newer.store, (record) => String(record.slot)),
    zones: replace(older.zones, newer.zones, detailKey),
    queues: replace(older.queues, newer.queues, detailKey),
    flows: replace(
      older.flows,
      newer.flows,
      (record) => `${detailKey({ ...record, zone: record.from })}>${record.to}`,
    ),
    coverage: replace(older.coverage, newer.coverage, (record) => `${record.slot}:${record.camera}`),
  };
}

/** Where a record is kept, as text: of two entries with the same place the later one is stored. */
export function placeOf({ store, record }: Entry): string {
  const parts = Object.entries(record).filter(([name]) => KEY_FIELDS.has(name));
  return `${store}:${parts
    .map(([name, value]) => `${name}=${String(value)}`)
    .sort()
    .join(':')}`;
}

const KEY_FIELDS: ReadonlySet<string> = new Set([
  'slot',
  'line',
  'zone',
  'length',
  'from',
  'to',
  'camera',
  'session',
  'interval',
  'sequence',
]);

function detailKey(record: {
  readonly slot: number;
  readonly zone: number;
  readonly length: number;
}): string {
  return `${record.slot}:${record.zone}:${record.length}`;
}

function replace<R extends { readonly slot: number }>(
  older: readonly R[],
  newer: readonly R[],
  keyOf: (record: R) => string,
): readonly R[] {
  if (newer.length === 0) return older;
  const keys = new Set(newer.map(keyOf));
  const firstSlot = Math.min(...newer.map((record) => record.slot));
  return [...older.filter((record) => record.slot < firstSlot || !keys.has(keyOf(record))), ...newer];
}
