import type { QueueSlot, ZoneSlot } from './slot-record.ts';
import type { ZoneTotals } from './zone-totals.ts';

/** What a detail record is about. */
export interface DetailPlace {
  /** Epoch minute of the interval's start. */
  readonly slot: number;
  readonly zone: number;
  readonly length: 15 | 60 | 1440;
  readonly measuredS: number;
  readonly configId: number;
}

/** A zone's record; `totals` null: few people, without a value. */
export function toZoneSlot(place: DetailPlace, totals: ZoneTotals | null): ZoneSlot {
  if (!totals) return { ...keyOf(place), suppressed: 1 };
  return {
    ...keyOf(place),
    suppressed: 0,
    visits: totals.visits,
    dwell_bands: totals.bands,
    occupancy_person_s: Math.round(totals.personMs / 1000),
    occupancy_max: totals.max,
  };
}

/** A queue zone's record, likewise. */
export function toQueueSlot(place: DetailPlace, totals: ZoneTotals | null): QueueSlot {
  if (!totals) return { ...keyOf(place), suppressed: 1 };
  return {
    ...keyOf(place),
    suppressed: 0,
    wait_bands: totals.bands,
    length_person_s: Math.round(totals.personMs / 1000),
    length_max: totals.max,
  };
}

function keyOf({
  slot,
  zone,
  length,
  measuredS,
  configId,
}: DetailPlace): Pick<ZoneSlot, 'slot' | 'zone' | 'length' | 'measured_s' | 'config_id'> {
  return { slot, zone, length, measured_s: measuredS, config_id: configId };
}
