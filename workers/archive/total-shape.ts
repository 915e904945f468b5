import { blockDay, isFaithful, rowLength, unpackBlocks } from '../../src/core/measures/day-block.ts';
import { GAP_FIELDS, SPAN_FIELDS, SUMMED_KINDS, type DayTotal } from '../../src/core/measures/day-total.ts';
import { STORED_GAP_CAUSES } from '../../src/core/measures/gap-cause.ts';
import { int, list, object, type Shape } from './shape.ts';

/** Up to the year 2100. */
const LAST_DAY = 47_500;
/** More than the hours of a day of 20 entities hold. */
const MOST_NUMBERS = 250_000;
const QUARTERS = 96;
const HOURS = 24;
const rows = list(int(-9_999_999, Number.MAX_SAFE_INTEGER), 0, MOST_NUMBERS);
const counts = list(int(0, Number.MAX_SAFE_INTEGER), 0, MOST_NUMBERS);

const outside = object({
  day: int(0, LAST_DAY),
  cuts: list(int(0, QUARTERS - 1), 0, 2),
  lines: rows,
  store: list(int(-9_999_999, Number.MAX_SAFE_INTEGER), 0, HOURS * rowLength('store')),
  zones: rows,
  queues: rows,
  spans: counts,
  gaps: counts,
});

/**
 * What a day comes to: whole rows of its kinds, of that day, and nothing beside them. That the numbers are those of the
 * day's blocks is for `isTotalOf` to say.
 */
export const totalShape: Shape = {
  check: (value) => {
    const fault = outside.check(value);
    if (fault !== null) return fault;
    const total = value as DayTotal;
    for (const kind of SUMMED_KINDS) {
      const block = { day: total.day, kind, rows: total[kind] };
      if (block.rows.length === 0) continue;
      if (!isFaithful(block)) return kind;
      if (unpackBlocks([block])[kind].some(({ slot }) => blockDay(slot) !== total.day)) return `${kind}.slot`;
    }
    return coverageFault(total);
  },
};

/** Each slot of a camera is in one span at most, and each gap is one of a span's, once. */
function coverageFault({ spans, gaps }: DayTotal): string | null {
  if (spans.length % SPAN_FIELDS.length !== 0) return 'spans';
  if (gaps.length % GAP_FIELDS.length !== 0) return 'gaps';
  const starts = new Set<string>();
  const slots = new Set<string>();
  for (const [at = 0, quarters = 0, camera] of rowsOfLength(spans, SPAN_FIELDS.length)) {
    if (quarters < 1 || at + quarters > QUARTERS) return 'spans';
    starts.add(`${at}:${camera}`);
    for (let quarter = at; quarter < at + quarters; quarter += 1) {
      if (slots.has(`${quarter}:${camera}`)) return 'spans';
      slots.add(`${quarter}:${camera}`);
    }
  }
  const causes = new Set<string>();
  for (const [at, camera, cause = 0] of rowsOfLength(gaps, GAP_FIELDS.length)) {
    const gap = `${at}:${camera}:${cause}`;
    if (!starts.has(`${at}:${camera}`) || cause >= STORED_GAP_CAUSES.length || causes.has(gap)) return 'gaps';
    causes.add(gap);
  }
  return null;
}

function rowsOfLength(numbers: readonly number[], length: number): number[][] {
  return Array.from({ length: numbers.length / length }, (_, row) =>
    numbers.slice(row * length, (row + 1) * length),
  );
}
