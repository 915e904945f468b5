import {
  blockDay,
  isFaithful,
  ROW_FIELDS,
  unpackBlocks,
  type BlockKind,
  type DayBlock,
} from '../../src/core/measures/day-block.ts';
import type { SlotRecords } from '../../src/core/measures/slot-record.ts';
import { code, int, list, object, type Shape } from './shape.ts';

/** Up to the year 2100. */
const LAST_DAY = 47_500;
/** More than a day of 20 entities holds. */
const MOST_NUMBERS = 1_000_000;
const kinds = Object.keys(ROW_FIELDS);

/** Where records of each kind lie before they are packed. */
export const STORE_OF_KIND = {
  lines: 'line_slot',
  store: 'store_slot',
  zones: 'zone_slot',
  queues: 'queue_slot',
  flows: 'flow_slot',
  coverage: 'coverage',
} as const satisfies Readonly<Record<BlockKind, string>>;

const outside = object({
  day: int(0, LAST_DAY),
  kind: code(...kinds),
  rows: list(int(-9_999_999, Number.MAX_SAFE_INTEGER), 1, MOST_NUMBERS),
});

/** A day's block: each record in it has the shape of its kind and lies in that day, and there is nothing beside them. */
export function blockShape(shapeOf: (kind: keyof SlotRecords) => Shape): Shape {
  return {
    check: (value) => {
      const fault = outside.check(value);
      if (fault !== null) return fault;
      const block = value as DayBlock;
      if (!isFaithful(block)) return 'rows';
      const shape = shapeOf(block.kind);
      for (const record of unpackBlocks([block])[block.kind]) {
        const inside = shape.check(record) ?? (blockDay(record.slot) === block.day ? null : 'slot');
        if (inside !== null) return `rows.${inside}`;
      }
      return null;
    },
  };
}
