import { INSTANTS } from './instants.ts';

/**
 * Days that are over lie packed: all records of one kind and day of UTC as rows of so many whole numbers each, the first
 * of a row the quarter of an hour of its day. Written down anew, not taken from the app.
 */
const ROW_LENGTHS: Readonly<Record<string, number>> = {
  lines: 9,
  store: 8,
  zones: 18,
  queues: 17,
  flows: 6,
  coverage: 33,
};
const FIELDS = 'day,kind,rows';
/** What a day comes to lies beside its records: rows of the same kinds, and coverage as runs of like slots. */
const TOTAL_LENGTHS: Readonly<Record<string, number>> = {
  lines: 9,
  store: 8,
  zones: 18,
  queues: 17,
  spans: 6,
  gaps: 4,
};
const TOTAL_FIELDS = ['cuts', 'day', ...Object.keys(TOTAL_LENGTHS)].sort().join();
/** Days since the epoch of the years 2020 to 2100. */
const DAYS = { from: 18_262, to: 47_847 } as const;
const QUARTERS = 96;
const DAY_MINUTES = 1440;
const SLOT_MINUTES = 15;
/** Where detail of few people is marked as suppressed; nothing may stand behind it. */
const SUPPRESSED_AT = 5;
const WITH_DETAIL = ['zones', 'queues'];
const ABSENT = -1;

/** What a packed day holds. */
export interface DayBlockVerdict {
  /** The slot of each record in it, epoch minutes. */
  readonly slots: readonly number[];
  readonly faults: readonly string[];
}

/** Judges a packed day record by record, as those that lie alone are judged. What cannot be read is a fault. */
export function judgeDayBlock(value: unknown): DayBlockVerdict {
  const { day, kind, rows } = Object(value) as Readonly<Record<string, unknown>>;
  const width = typeof kind === 'string' ? (ROW_LENGTHS[kind] ?? 0) : 0;
  const fault = outerFault(value, width);
  if (fault !== null) return { slots: [], faults: [fault] };
  const numbers = rows as readonly number[];
  const records = Array.from({ length: numbers.length / width }, (_, at) =>
    numbers.slice(at * width, (at + 1) * width),
  );
  return {
    slots: records.map(([quarter = 0]) => Number(day) * DAY_MINUTES + quarter * SLOT_MINUTES),
    faults: [...new Set(records.flatMap((record) => rowFaults(record, String(kind))))],
  };
}

function outerFault(value: unknown, width: number): string | null {
  const { day, rows } = Object(value) as Readonly<Record<string, unknown>>;
  if (fieldsOf(value) !== FIELDS) return 'no packed day';
  if (width === 0) return 'a packed day of an unknown kind';
  if (!isDay(day)) return '.day is no day';
  if (!Array.isArray(rows) || rows.length === 0) return '.rows are no whole rows';
  return numbersFault(rows, width);
}

/** Judges what a day comes to, row by row, as the records of a packed day are judged. */
export function judgeDayTotal(value: unknown): readonly string[] {
  const total = Object(value) as Readonly<Record<string, unknown>>;
  if (fieldsOf(value) !== TOTAL_FIELDS) return ['no sums of a day'];
  if (!isDay(total['day'])) return ['.day is no day'];
  const lists = Object.entries({ ...TOTAL_LENGTHS, cuts: 1 });
  const faults = lists.flatMap(([name, width]) => numbersFault(total[name], width) ?? []);
  if (faults.length > 0) return faults;
  const rows = lists.flatMap(([name, width]) => {
    const numbers = total[name] as readonly number[];
    return Array.from({ length: numbers.length / width }, (_, at) =>
      rowFaults(numbers.slice(at * width, (at + 1) * width), name),
    );
  });
  return [...new Set(rows.flat())];
}

function fieldsOf(value: unknown): string {
  const fields = Object.keys(Object(value) as object);
  return fields.sort().join();
}

function isDay(day: unknown): boolean {
  return Number.isInteger(day) && Number(day) >= DAYS.from && Number(day) < DAYS.to;
}

function numbersFault(rows: unknown, width: number): string | null {
  if (!Array.isArray(rows) || rows.length % width !== 0) return '.rows are no whole rows';
  return rows.every(Number.isInteger) ? null : '.rows[] is no whole number';
}

function rowFaults(row: readonly number[], kind: string): string[] {
  const [quarter = -1] = row;
  const instants = row.flatMap(
    (number) => INSTANTS.find(({ from, to }) => number >= from && number < to) ?? [],
  );
  const isSuppressed = WITH_DETAIL.includes(kind) && row[SUPPRESSED_AT] === 1;
  return [
    ...(quarter >= 0 && quarter < QUARTERS ? [] : ['.rows[] has no quarter of an hour of its day']),
    ...instants.map(({ unit }) => `.rows[] is an instant (${unit})`),
    ...(isSuppressed && row.slice(SUPPRESSED_AT + 1).some((number) => number !== ABSENT)
      ? ['.rows[] has figures of few people']
      : []),
  ];
}
