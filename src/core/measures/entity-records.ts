import type { SlotRecords } from './slot-record.ts';

/** Ids of cameras, lines and zones; no two things of a site share one. */
export type Entities = ReadonlySet<number>;

/**
 * Records without those of some cameras, lines and zones. A move is of both of its zones. The people in the store stay:
 * they are of no line alone.
 */
export function withoutEntities(records: SlotRecords, gone: Entities): SlotRecords {
  return {
    lines: records.lines.filter(({ line }) => !gone.has(line)),
    store: records.store,
    zones: records.zones.filter(({ zone }) => !gone.has(zone)),
    queues: records.queues.filter(({ zone }) => !gone.has(zone)),
    flows: records.flows.filter(({ from, to }) => !gone.has(from) && !gone.has(to)),
    coverage: records.coverage.filter(({ camera }) => !gone.has(camera)),
  };
}
