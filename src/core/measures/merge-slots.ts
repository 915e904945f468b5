import { addBands } from './dwell-bands.ts';
import type { LineSlot, QueueSlot, SlotRecords, StoreSlot, ZoneSlot } from './slot-record.ts';

const HOUR_MINUTES = 60;
const DAY_MINUTES = 1440;

/** Lines, by what they were counted with, and the store: one record for each hour of UTC that has any. */
export function mergeByHour({ lines, store }: SlotRecords): Pick<SlotRecords, 'lines' | 'store'> {
  const hourOf = (slot: number): number => slot - (slot % HOUR_MINUTES);
  return {
    lines: mergeBy(
      lines.map((record) => ({ ...record, slot: hourOf(record.slot) })),
      ({ slot, line, config_id }) => `${slot}:${line}:${config_id}`,
      addLines,
    ),
    store: mergeBy(
      store.toSorted((a, b) => a.slot - b.slot).map((record) => ({ ...record, slot: hourOf(record.slot) })),
      ({ slot }) => String(slot),
      addStore,
    ),
  };
}

/**
 * Areas and queues, by what they were counted with: one record for each part of a day that has any, as if it stood for a
 * whole day. `starts`: the first slots of the parts, in order; what lies before the first is in it.
 */
export function mergeByPart(
  { zones, queues }: SlotRecords,
  starts: readonly number[],
): Pick<SlotRecords, 'zones' | 'queues'> {
  const partOf = (slot: number): number => starts.findLast((start) => start <= slot) ?? starts[0] ?? slot;
  const placed = <R extends ZoneSlot | QueueSlot>(record: R): R => ({
    ...record,
    slot: partOf(record.slot),
    length: DAY_MINUTES,
  });
  const keyOf = ({ slot, zone, config_id, suppressed }: ZoneSlot | QueueSlot): string =>
    `${slot}:${zone}:${config_id}:${suppressed}`;
  return {
    zones: mergeBy(zones.map(placed), keyOf, addZones),
    queues: mergeBy(queues.map(placed), keyOf, addQueues),
  };
}

function mergeBy<R>(records: readonly R[], keyOf: (record: R) => string, add: (a: R, b: R) => R): R[] {
  const merged = new Map<string, R>();
  for (const record of records) {
    const key = keyOf(record);
    const found = merged.get(key);
    merged.set(key, found === undefined ? record : add(found, record));
  }
  return [...merged.values()];
}

function addLines(a: LineSlot, b: LineSlot): LineSlot {
  return {
    ...a,
    in: a.in + b.in,
    out: a.out + b.out,
    in_raw: a.in_raw + b.in_raw,
    out_raw: a.out_raw + b.out_raw,
    parties: a.parties + b.parties,
    measured_s: a.measured_s + b.measured_s,
  };
}

/** What was at the end is that of the later one. */
function addStore(a: StoreSlot, later: StoreSlot): StoreSlot {
  return {
    ...later,
    occupancy_person_s: a.occupancy_person_s + later.occupancy_person_s,
    occupancy_max: Math.max(a.occupancy_max, later.occupancy_max),
    measured_s: a.measured_s + later.measured_s,
  };
}

function addZones(a: ZoneSlot, b: ZoneSlot): ZoneSlot {
  const measured = { measured_s: a.measured_s + b.measured_s };
  if (a.suppressed === 1 || b.suppressed === 1) return { ...a, ...measured };
  return {
    ...a,
    ...measured,
    visits: a.visits + b.visits,
    dwell_bands: addBands(a.dwell_bands, b.dwell_bands),
    occupancy_person_s: a.occupancy_person_s + b.occupancy_person_s,
    occupancy_max: Math.max(a.occupancy_max, b.occupancy_max),
  };
}

function addQueues(a: QueueSlot, b: QueueSlot): QueueSlot {
  const measured = { measured_s: a.measured_s + b.measured_s };
  if (a.suppressed === 1 || b.suppressed === 1) return { ...a, ...measured };
  return {
    ...a,
    ...measured,
    wait_bands: addBands(a.wait_bands, b.wait_bands),
    length_person_s: a.length_person_s + b.length_person_s,
    length_max: Math.max(a.length_max, b.length_max),
  };
}
