import { blockDay, unpackBlocks, type DayBlock } from '../../src/core/measures/day-block.ts';
import { NO_RECORDS, type SlotRecords } from '../../src/core/measures/slot-record.ts';
import { slotKey, slotStartMs } from '../../src/core/time/slot-key.ts';
import type { Interval } from '../../src/core/time/store-calendar.ts';
import type { Database } from './database.ts';
import { blocksOf, filterRecords, readLoose } from './day-blocks.ts';
import { concatRecords } from './live-detail.ts';
import { overlay } from './entries.ts';
import { PACKED_STORES, type StoreName } from './schema.ts';

/**
 * Stored records whose slot starts in a span of time, packed or not. One transaction: a view never sees half of a slot,
 * nor a day while it is being packed.
 */
export async function readRecords(database: Database, span: Interval): Promise<SlotRecords> {
  if (span.toMs <= span.fromMs) return NO_RECORDS;
  const from = slotKey(span.fromMs);
  const to = slotKey(span.toMs);
  const transaction = database.transaction([...PACKED_STORES, 'day_block'] as StoreName[], 'readonly');
  const [blocks, loose] = await Promise.all([
    transaction.objectStore('day_block').getAll(blocksOf(blockDay(from), blockDay(to - 1) + 1)),
    readLoose(transaction, from, to),
  ]);
  return overlay(unpackWithin(blocks, from, to), loose);
}

/** Records of blocks that lie in [from, to): only the days at the ends can hold slots outside of the span. */
export function unpackWithin(blocks: readonly DayBlock[], from: number, to: number): SlotRecords {
  const ends = new Set([blockDay(from), blockDay(to - 1)]);
  const inside = unpackBlocks(blocks.filter(({ day }) => !ends.has(day)));
  const cut = unpackBlocks(blocks.filter(({ day }) => ends.has(day)));
  return concatRecords(
    inside,
    filterRecords(cut, ({ slot }) => slot >= from && slot < to),
  );
}

/** Start of the first and of the last slot with coverage; null in an empty database. */
export async function recordedSpan(database: Database): Promise<{ firstMs: number; lastMs: number } | null> {
  const transaction = database.transaction(['coverage', 'day_block'], 'readonly');
  const loose = transaction.objectStore('coverage');
  const [first, last] = await Promise.all([loose.openKeyCursor(), loose.openKeyCursor(null, 'prev')]);
  const slots = [first, last].flatMap((cursor) => (cursor ? [cursor.key[0]] : []));
  for (const direction of ['next', 'prev'] as const) {
    let cursor = await transaction.objectStore('day_block').openCursor(null, direction);
    while (cursor && cursor.value.kind !== 'coverage') cursor = await cursor.continue();
    if (cursor) for (const { slot } of unpackBlocks([cursor.value]).coverage) slots.push(slot);
  }
  if (slots.length === 0) return null;
  return { firstMs: slotStartMs(Math.min(...slots)), lastMs: slotStartMs(Math.max(...slots)) };
}
