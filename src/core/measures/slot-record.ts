import type { GapCause } from './gap-cause.ts';

/**
 * What is stored of each slot, under the names of measures.md. `slot` is the epoch minute of the start,
 * `length` 15, 60 or 1440 minutes, `_s` whole seconds; entities are named by their ids in the site.
 */
export interface LineSlot {
  readonly slot: number;
  readonly line: number;
  readonly in: number;
  readonly out: number;
  readonly in_raw: number;
  readonly out_raw: number;
  /** Parties among `in`. */
  readonly parties: number;
  readonly measured_s: number;
  readonly config_id: number;
}

/** Occupancy of the store (店内人数). `drift` is that of the business day up to the slot's end. */
export interface StoreSlot {
  readonly slot: number;
  readonly occupancy_person_s: number;
  readonly occupancy_max: number;
  readonly occupancy_end: number;
  readonly drift: number;
  /** People that recounts by hand put in or took out (−) that day so far; absent: nobody recounted. */
  readonly recount?: number;
  /** Seconds in which an entrance was measured: the divisor of the average. */
  readonly measured_s: number;
  readonly config_id: number;
}

/** Detail of a zone. Longer records hold what was too small for shorter ones, and nothing of those. */
export type ZoneSlot = DetailKey & (Hidden | (Shown & ZoneDetail));

export type QueueSlot = DetailKey & (Hidden | (Shown & QueueDetail));

interface DetailKey {
  readonly slot: number;
  readonly zone: number;
  readonly length: number;
  /** Measured seconds that the record stands for. */
  readonly measured_s: number;
  readonly config_id: number;
}

interface Shown {
  readonly suppressed: 0;
}

/** Few people: no value was ever written. */
interface Hidden {
  readonly suppressed: 1;
}

interface ZoneDetail {
  readonly visits: number;
  readonly dwell_bands: readonly number[];
  readonly occupancy_person_s: number;
  readonly occupancy_max: number;
}

interface QueueDetail {
  readonly wait_bands: readonly number[];
  readonly length_person_s: number;
  readonly length_max: number;
}

/** Visits that went from one zone to another; `length` 60 or 1440. */
export interface FlowSlot {
  readonly slot: number;
  readonly from: number;
  readonly to: number;
  readonly length: number;
  readonly visits: number;
  readonly config_id: number;
}

export interface CoverageSlot {
  readonly slot: number;
  readonly camera: number;
  readonly measured_s: number;
  readonly gap_s: Readonly<Partial<Record<GapCause, number>>>;
  readonly frames: number;
  /** Mean of the analysed frames, 0–255. */
  readonly brightness: number;
  /** The levels (0–7 each) and the sharpness (0–15) of the slot's last `PictureLook`; absent where there was none. */
  readonly signature?: readonly number[];
  readonly sharpness?: number;
  readonly config_id: number;
}

/** Records of some span of time, in any order. */
export interface SlotRecords {
  readonly lines: readonly LineSlot[];
  readonly store: readonly StoreSlot[];
  readonly zones: readonly ZoneSlot[];
  readonly queues: readonly QueueSlot[];
  readonly flows: readonly FlowSlot[];
  readonly coverage: readonly CoverageSlot[];
}

export const NO_RECORDS: SlotRecords = {
  lines: [],
  store: [],
  zones: [],
  queues: [],
  flows: [],
  coverage: [],
};
