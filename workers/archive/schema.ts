import type { DBSchema } from 'idb';
import { MOST_INTERVALS } from '../../src/core/accuracy-check/tally-session.ts';
import { DWELL_BAND_EDGES_S } from '../../src/core/measures/dwell-bands.ts';
import { MOST_CELLS_A_SIDE } from '../../src/core/counting/heat-grid.ts';
import { LEVELS, LOOK_BLOCKS, SHARPNESS_LEVELS } from '../../src/core/detection/picture-look.ts';
import type { BlockKind, DayBlock } from '../../src/core/measures/day-block.ts';
import type { DayTotal } from '../../src/core/measures/day-total.ts';
import { STORED_GAP_CAUSES } from '../../src/core/measures/gap-cause.ts';
import type { HeatRecord } from '../../src/core/measures/heat-record.ts';
import type {
  CoverageSlot,
  FlowSlot,
  LineSlot,
  QueueSlot,
  StoreSlot,
  ZoneSlot,
} from '../../src/core/measures/slot-record.ts';
import type { AccessRecord } from '../../src/contracts/access.ts';
import type { Site } from '../../src/core/site/site.ts';
import { accessShape, credentialShape } from './access-shape.ts';
import { blockShape, STORE_OF_KIND } from './block-shape.ts';
import { atLeastInAll, inWholeRows } from './figure-shapes.ts';
import { code, digest, int, list, object, text, variant, type Shape } from './shape.ts';
import { siteShape } from './site-shape.ts';
import { totalShape } from './total-shape.ts';

/** What figures were counted with. */
export interface Configuration {
  readonly config_id: number;
  readonly rule_version: number;
  readonly model_sha256: string;
  readonly lines_sha256: string;
  readonly zones_sha256: string;
  readonly calibration_sha256: string;
}

/** Five minutes of somebody counting beside the system, and digests of what the system counted with. */
export interface TallySlot {
  /** Epoch seconds at which the session began. */
  readonly session: number;
  readonly interval: number;
  readonly line: number;
  readonly camera: number;
  /** Epoch seconds. */
  readonly ended_s: number;
  readonly rule_version: number;
  readonly model_sha256: string;
  readonly line_sha256: string;
  readonly camera_sha256: string;
  readonly manual_in: number;
  readonly manual_out: number;
  readonly system_in: number;
  readonly system_out: number;
}

/** 取引件数 of an hour or a day. */
export interface TransactionsSlot {
  readonly slot: number;
  readonly length: number;
  readonly transactions: number;
}

/** One link of the journal; `hash` covers all other fields, `prev` is the hash before it. */
export interface JournalRecord {
  readonly sequence: number;
  readonly at_s: number;
  readonly code: JournalCode;
  readonly role: 'operator' | 'system';
  readonly numbers: readonly number[];
  readonly texts: readonly string[];
  readonly prev: string;
  readonly hash: string;
}

export type CredentialRecord =
  | { readonly camera: number; readonly kind: 'bearer'; readonly token: string }
  | { readonly camera: number; readonly kind: 'basic'; readonly user: string; readonly password: string };

export const JOURNAL_CODES = [
  'settings-changed',
  'credential-changed',
  'recording-started',
  'recording-stopped',
  'exported',
  'copied',
  'accuracy-checked',
  'recounted',
  'transactions-typed',
  'self-checked',
  'pin-set',
  'pin-changed',
  'pin-removed',
  'recovery-used',
  'access-locked',
  'preview-opened',
  'evidence-saved',
  'sample-made',
  'sample-removed',
  'update-begun',
  'history-removed',
  'purged',
  'record-rejected',
  'storage-full',
] as const;

export type JournalCode = (typeof JOURNAL_CODES)[number];

/** Every store of a database, its key and its records. Slot first in each key: spans of time are read and purged. */
export interface ArchiveSchema extends DBSchema {
  /** One record, under the key `site`. */
  site: { key: string; value: Site };
  configuration: { key: number; value: Configuration };
  line_slot: { key: [number, number]; value: LineSlot };
  store_slot: { key: number; value: StoreSlot };
  zone_slot: { key: [number, number, number]; value: ZoneSlot };
  queue_slot: { key: [number, number, number]; value: QueueSlot };
  flow_slot: { key: [number, number, number, number]; value: FlowSlot };
  heat_slot: { key: [number, number, number]; value: HeatRecord };
  coverage: { key: [number, number]; value: CoverageSlot };
  /** Slots of days that are over, packed. */
  day_block: { key: [number, BlockKind]; value: DayBlock };
  /** What the blocks of a day come to, worked out from them. */
  day_total: { key: number; value: DayTotal };
  tally: { key: [number, number]; value: TallySlot };
  transactions: { key: [number, number]; value: TransactionsSlot };
  journal: { key: number; value: JournalRecord };
  credentials: { key: number; value: CredentialRecord };
  /** Proofs of PINs and their lock-outs, never a PIN. */
  access: { key: AccessRecord['key']; value: AccessRecord };
}

export type StoreName =
  | 'site'
  | 'configuration'
  | 'line_slot'
  | 'store_slot'
  | 'zone_slot'
  | 'queue_slot'
  | 'flow_slot'
  | 'heat_slot'
  | 'coverage'
  | 'day_block'
  | 'day_total'
  | 'tally'
  | 'transactions'
  | 'journal'
  | 'credentials'
  | 'access';

/** A record on its way into a store. */
export type Entry = {
  [Name in StoreName]: { readonly store: Name; readonly record: ArchiveSchema[Name]['value'] };
}[StoreName];

/** Stores whose records belong to a slot and are purged with it; the slot is the first part of the key. */
export const SLOT_STORES = [
  'line_slot',
  'store_slot',
  'zone_slot',
  'queue_slot',
  'flow_slot',
  'heat_slot',
  'coverage',
  'transactions',
] as const satisfies readonly StoreName[];

/** Stores whose records are packed into `day_block` when their day is over. */
export const PACKED_STORES = [
  'line_slot',
  'store_slot',
  'zone_slot',
  'queue_slot',
  'flow_slot',
  'coverage',
] as const satisfies readonly StoreName[];

const id = int(1, Number.MAX_SAFE_INTEGER);
/** Epoch minutes on a quarter of an hour, up to the year 2100. */
const slot: Shape = {
  check: (value) => int(0, 68_400_000).check(value) ?? (Number(value) % 15 === 0 ? null : 'value'),
};
const people = int(0, 1_000_000);
const blocks = LOOK_BLOCKS.columns * LOOK_BLOCKS.rows;
const slotS = int(0, 900);
/** A business day has at most 25 hours. */
const dayS = int(0, 90_000);
const personS = int(0, 1_000_000_000);
/** Where on the floor a grid begins. */
const metres = int(-10_000, 10_000);
const bands = list(people, DWELL_BAND_EDGES_S.length, DWELL_BAND_EDGES_S.length);
const detail = { slot, zone: id, length: code(15, 60, 1440), measured_s: dayS, config_id: id };

/** Shown records rest on at least k visits: the gate refuses others, whoever made them. */
const shownVisits = int(5, 1_000_000);
const hidden = object({ ...detail, suppressed: code(1) });

/** The shape of the records of each store. Nothing else is ever written. */
export const SHAPES: Readonly<Record<StoreName, Shape>> = {
  site: siteShape,
  configuration: object({
    config_id: id,
    rule_version: int(1, 10_000),
    model_sha256: digest,
    lines_sha256: digest,
    zones_sha256: digest,
    calibration_sha256: digest,
  }),
  line_slot: object({
    slot,
    line: id,
    in: people,
    out: people,
    in_raw: people,
    out_raw: people,
    parties: people,
    measured_s: slotS,
    config_id: id,
  }),
  store_slot: object(
    {
      slot,
      occupancy_person_s: personS,
      occupancy_max: people,
      occupancy_end: people,
      drift: people,
      measured_s: slotS,
      config_id: id,
    },
    { recount: int(-1_000_000, 1_000_000) },
  ),
  zone_slot: variant(
    'suppressed',
    new Map([
      [1, hidden],
      [
        0,
        object({
          ...detail,
          suppressed: code(0),
          visits: shownVisits,
          dwell_bands: bands,
          occupancy_person_s: personS,
          occupancy_max: people,
        }),
      ],
    ]),
  ),
  queue_slot: variant(
    'suppressed',
    new Map([
      [1, hidden],
      [
        0,
        object({
          ...detail,
          suppressed: code(0),
          wait_bands: atLeastInAll(bands, 5),
          length_person_s: personS,
          length_max: people,
        }),
      ],
    ]),
  ),
  flow_slot: object({
    slot,
    from: id,
    to: id,
    length: code(60, 1440),
    visits: shownVisits,
    config_id: id,
  }),
  heat_slot: inWholeRows(
    object({
      slot,
      camera: id,
      length: code(60, 1440),
      columns: int(1, MOST_CELLS_A_SIDE),
      cell_m: int(0, 1000),
      x_m: metres,
      y_m: metres,
      cells: list(personS, 1, MOST_CELLS_A_SIDE ** 2),
      measured_s: dayS,
      config_id: id,
    }),
  ),
  coverage: object(
    {
      slot,
      camera: id,
      measured_s: slotS,
      gap_s: object({}, Object.fromEntries(STORED_GAP_CAUSES.map((cause) => [cause, slotS]))),
      frames: int(0, 1_000_000),
      brightness: int(0, 255),
      config_id: id,
    },
    { signature: list(int(0, LEVELS - 1), blocks, blocks), sharpness: int(0, SHARPNESS_LEVELS - 1) },
  ),
  day_block: blockShape((kind) => SHAPES[STORE_OF_KIND[kind]]),
  day_total: totalShape,
  tally: object({
    session: int(1, 4_200_000_000),
    interval: int(0, MOST_INTERVALS - 1),
    line: id,
    camera: id,
    ended_s: int(1, 4_200_000_000),
    rule_version: int(1, 10_000),
    model_sha256: digest,
    line_sha256: digest,
    camera_sha256: digest,
    manual_in: people,
    manual_out: people,
    system_in: people,
    system_out: people,
  }),
  transactions: object({ slot, length: code(60, 1440), transactions: people }),
  journal: object({
    sequence: int(1, 1_000_000_000),
    at_s: int(0, 4_200_000_000),
    code: code(...JOURNAL_CODES),
    role: code('operator', 'system'),
    numbers: list(int(-1e12, 1e12), 0, 16),
    texts: list(text(200), 0, 2),
    prev: digest,
    hash: digest,
  }),
  credentials: credentialShape,
  access: accessShape,
};
