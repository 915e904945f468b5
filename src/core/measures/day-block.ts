import { DWELL_BAND_EDGES_S } from './dwell-bands.ts';
import { LOOK_BLOCKS } from '../detection/picture-look.ts';
import { STORED_GAP_CAUSES, type GapCause } from './gap-cause.ts';
import type {
  CoverageSlot,
  FlowSlot,
  LineSlot,
  QueueSlot,
  SlotRecords,
  StoreSlot,
  ZoneSlot,
} from './slot-record.ts';

/**
 * Records of one kind over one day of UTC as one record of small whole numbers: row after row, in the order of
 * `ROW_FIELDS`, of which no change goes without a step of the migrations. The day of UTC and not the business day, so that
 * another time zone moves no stored figure. Without loss: what is unpacked is what was packed.
 */
export interface DayBlock {
  /** Days since the epoch. */
  readonly day: number;
  readonly kind: BlockKind;
  /** Rows of `rowLength(kind)` whole numbers each; what the record lacks is −1, a missing recount −9999999. */
  readonly rows: readonly number[];
}

/** What blocks there are: a list of `SlotRecords` each. */
export type BlockKind = keyof SlotRecords;

/** Minutes of a day: slots are epoch minutes. */
const DAY_MINUTES = 1440;
const SLOT_MINUTES = 15;
/** Stands where a record has no number. Every other number of a record is 0 or more, but for recounts. */
const ABSENT = -1;
const NO_RECOUNT = -9_999_999;

const BANDS = DWELL_BAND_EDGES_S.length;
const LEVELS = LOOK_BLOCKS.columns * LOOK_BLOCKS.rows;
const numbered = (name: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${name}.${index}`);

/** What stands where in a row, under the names of the records. `at`: quarters of an hour since the day began. */
export const ROW_FIELDS: Readonly<Record<BlockKind, readonly string[]>> = {
  lines: ['at', 'line', 'in', 'out', 'in_raw', 'out_raw', 'parties', 'measured_s', 'config_id'],
  store: [
    'at',
    'occupancy_person_s',
    'occupancy_max',
    'occupancy_end',
    'drift',
    'recount',
    'measured_s',
    'config_id',
  ],
  zones: detailFields('dwell_bands', ['visits', 'occupancy_person_s', 'occupancy_max']),
  queues: detailFields('wait_bands', ['length_person_s', 'length_max']),
  flows: ['at', 'from', 'to', 'length', 'visits', 'config_id'],
  coverage: [
    ...['at', 'camera', 'measured_s', 'frames', 'brightness', 'config_id', 'sharpness'],
    ...STORED_GAP_CAUSES.map((cause) => `gap_s.${cause}`),
    ...numbered('signature', LEVELS),
  ],
};

function detailFields(bands: string, figures: readonly string[]): string[] {
  return [
    'at',
    'zone',
    'length',
    'measured_s',
    'config_id',
    'suppressed',
    ...figures,
    ...numbered(bands, BANDS),
  ];
}

/** Numbers in a row. */
export function rowLength(kind: BlockKind): number {
  return ROW_FIELDS[kind].length;
}

/** The day that a slot belongs to. */
export function blockDay(slot: number): number {
  return Math.floor(slot / DAY_MINUTES);
}

/** The first slot of a day. */
export function firstSlotOf(day: number): number {
  return day * DAY_MINUTES;
}

/** The records of one day as blocks, one of each kind that has any; all of them must lie in that day. */
export function packDay(day: number, records: SlotRecords): DayBlock[] {
  const at = (record: { readonly slot: number }): number => (record.slot - firstSlotOf(day)) / SLOT_MINUTES;
  const block = <R extends { readonly slot: number }>(
    kind: BlockKind,
    of: readonly R[],
    rowOf: (record: R) => readonly number[],
  ): DayBlock[] =>
    of.length === 0 ? [] : [{ day, kind, rows: of.flatMap((record) => [at(record), ...rowOf(record)]) }];
  return [
    ...block('lines', records.lines, (r) => [
      ...[r.line, r.in, r.out, r.in_raw, r.out_raw, r.parties, r.measured_s, r.config_id],
    ]),
    ...block('store', records.store, (r) => [
      ...[r.occupancy_person_s, r.occupancy_max, r.occupancy_end, r.drift, r.recount ?? NO_RECOUNT],
      ...[r.measured_s, r.config_id],
    ]),
    ...block('zones', records.zones, (r) => [
      ...detailHead(r),
      ...(r.suppressed === 1
        ? absent(3 + BANDS)
        : [r.visits, r.occupancy_person_s, r.occupancy_max, ...r.dwell_bands]),
    ]),
    ...block('queues', records.queues, (r) => [
      ...detailHead(r),
      ...(r.suppressed === 1 ? absent(2 + BANDS) : [r.length_person_s, r.length_max, ...r.wait_bands]),
    ]),
    ...block('flows', records.flows, (r) => [r.from, r.to, r.length, r.visits, r.config_id]),
    ...block('coverage', records.coverage, (r) => [
      ...[r.camera, r.measured_s, r.frames, r.brightness, r.config_id, r.sharpness ?? ABSENT],
      ...STORED_GAP_CAUSES.map((cause) => r.gap_s[cause] ?? ABSENT),
      ...(r.signature ?? absent(LEVELS)),
    ]),
  ];
}

/** The rows of the block of a kind; none where there is no such block. */
export function rowsOf(blocks: readonly DayBlock[], kind: BlockKind): readonly number[] {
  return blocks.find((block) => block.kind === kind)?.rows ?? [];
}

function detailHead(r: ZoneSlot | QueueSlot): number[] {
  return [r.zone, r.length, r.measured_s, r.config_id, r.suppressed];
}

function absent(count: number): number[] {
  return Array.from({ length: count }, () => ABSENT);
}

/** A row of a block, read place by place. */
class Row {
  readonly #rows: readonly number[];
  readonly #day: number;
  /** Where the next number stands. */
  next = 0;

  constructor({ rows, day }: DayBlock) {
    this.#rows = rows;
    this.#day = day;
  }

  take(): number {
    return this.#rows[this.next++] ?? ABSENT;
  }

  takeSlot(): number {
    return firstSlotOf(this.#day) + this.take() * SLOT_MINUTES;
  }

  takeList(count: number): number[] {
    const from = this.next;
    this.next += count;
    return this.#rows.slice(from, this.next);
  }
}

/** The records of blocks, of whatever days, by kind. */
export function unpackBlocks(blocks: readonly DayBlock[]): SlotRecords {
  const records = {
    lines: [] as LineSlot[],
    store: [] as StoreSlot[],
    zones: [] as ZoneSlot[],
    queues: [] as QueueSlot[],
    flows: [] as FlowSlot[],
    coverage: [] as CoverageSlot[],
  };
  for (const block of blocks) {
    const row = new Row(block);
    const into = records[block.kind] as unknown[];
    const read = READERS[block.kind];
    while (row.next < block.rows.length) into.push(read(row));
  }
  return records;
}

const READERS: Readonly<{ [Kind in BlockKind]: (row: Row) => SlotRecords[Kind][number] }> = {
  lines: (row) => ({
    slot: row.takeSlot(),
    line: row.take(),
    in: row.take(),
    out: row.take(),
    in_raw: row.take(),
    out_raw: row.take(),
    parties: row.take(),
    measured_s: row.take(),
    config_id: row.take(),
  }),
  store: (row) => {
    const head = {
      slot: row.takeSlot(),
      occupancy_person_s: row.take(),
      occupancy_max: row.take(),
      occupancy_end: row.take(),
      drift: row.take(),
    };
    const recount = row.take();
    const tail = { measured_s: row.take(), config_id: row.take() };
    return recount === NO_RECOUNT ? { ...head, ...tail } : { ...head, recount, ...tail };
  },
  zones: (row) => {
    const { suppressed, ...key } = takeDetailHead(row);
    const [visits, personS, max] = [row.take(), row.take(), row.take()];
    const bands = row.takeList(BANDS);
    if (suppressed === 1) return { ...key, suppressed };
    const detail = { visits, dwell_bands: bands, occupancy_person_s: personS, occupancy_max: max };
    return { ...key, suppressed: suppressed as 0, ...detail };
  },
  queues: (row) => {
    const { suppressed, ...key } = takeDetailHead(row);
    const [personS, max] = [row.take(), row.take()];
    const bands = row.takeList(BANDS);
    if (suppressed === 1) return { ...key, suppressed };
    return {
      ...key,
      suppressed: suppressed as 0,
      wait_bands: bands,
      length_person_s: personS,
      length_max: max,
    };
  },
  flows: (row) => ({
    slot: row.takeSlot(),
    from: row.take(),
    to: row.take(),
    length: row.take(),
    visits: row.take(),
    config_id: row.take(),
  }),
  coverage: (row) => {
    const slot = row.takeSlot();
    const [camera, measured, frames] = [row.take(), row.take(), row.take()];
    const [brightness, config, sharpness] = [row.take(), row.take(), row.take()];
    const gaps: Partial<Record<GapCause, number>> = {};
    for (const cause of STORED_GAP_CAUSES) {
      const seconds = row.take();
      if (seconds !== ABSENT) gaps[cause] = seconds;
    }
    const levels = row.takeList(LEVELS);
    return {
      slot,
      camera,
      measured_s: measured,
      gap_s: gaps,
      frames,
      brightness,
      ...(levels[0] !== ABSENT && { signature: levels }),
      ...(sharpness !== ABSENT && { sharpness }),
      config_id: config,
    };
  },
};

function takeDetailHead(row: Row) {
  return {
    slot: row.takeSlot(),
    zone: row.take(),
    length: row.take(),
    measured_s: row.take(),
    config_id: row.take(),
    suppressed: row.take(),
  };
}

/** Whether a block holds just what its records say, and not one number more: nothing can hide beside a record. */
export function isFaithful(block: DayBlock): boolean {
  if (block.rows.length === 0 || block.rows.length % rowLength(block.kind) !== 0) return false;
  const [again] = packDay(block.day, unpackBlocks([block]));
  return (
    again?.rows.length === block.rows.length && again.rows.every((value, at) => value === block.rows[at])
  );
}
