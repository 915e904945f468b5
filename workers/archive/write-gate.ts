import type { IDBPTransaction } from 'idb';
import { STORED_SITE } from '../../src/contracts/stored-site.ts';
import type { DayBlock } from '../../src/core/measures/day-block.ts';
import { isTotalOf, type DayTotal } from '../../src/core/measures/day-total.ts';
import type { Problem } from '../../src/core/result.ts';
import { storageProblem, type Database } from './database.ts';
import { SHAPES, type ArchiveSchema, type Entry, type StoreName } from './schema.ts';

export interface GateReport {
  /** Null: every record was written. */
  readonly problem: Problem | null;
  /** Records that were refused; they will never be written. */
  readonly rejected: readonly Entry[];
  /** Records that could not be written now, and may be tried again. */
  readonly unwritten: readonly Entry[];
}

/**
 * The single way into storage. Every record is checked field by field against the schema and refused when it
 * differs; what passes is written in one transaction, whole or not at all.
 */
export async function write(database: Database, entries: readonly Entry[]): Promise<GateReport> {
  const rejected = entries.filter((entry) => faultOf(entry) !== null);
  const accepted = entries.filter((entry) => !rejected.includes(entry));
  const problem = await store(database, accepted);
  const first = rejected[0];
  return {
    problem: problem ?? (first ? rejection(first) : null),
    rejected,
    unwritten: problem ? accepted : [],
  };
}

/** Adds a record whose key must be new. False: it is taken. */
export async function append(
  database: Database,
  entry: Extract<Entry, { store: 'journal' }>,
): Promise<boolean> {
  const fault = faultOf(entry);
  if (fault !== null) throw new Error(`journal record refused: ${fault}`);
  try {
    await database.add(entry.store, entry.record);
    return true;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'ConstraintError') return false;
    throw error;
  }
}

/**
 * Puts days that were packed, all or none, in a transaction that takes away what they replace. False: one of them differs
 * from the schema, and nothing was put.
 */
export async function putBlocks(
  transaction: IDBPTransaction<ArchiveSchema, StoreName[], 'readwrite'>,
  blocks: readonly DayBlock[],
): Promise<boolean> {
  if (blocks.some((record) => faultOf({ store: 'day_block', record }) !== null)) return false;
  await Promise.all(blocks.map((block) => transaction.objectStore('day_block').put(block)));
  return true;
}

/**
 * Puts what the blocks of a day come to, in the transaction in which they were put or read. False: it differs from the
 * schema or says anything that they do not, and was not put.
 */
export async function putTotal(
  transaction: IDBPTransaction<ArchiveSchema, StoreName[], 'readwrite'>,
  total: DayTotal,
  blocks: readonly DayBlock[],
): Promise<boolean> {
  if (faultOf({ store: 'day_total', record: total }) !== null || !isTotalOf(total, blocks)) return false;
  await transaction.objectStore('day_total').put(total);
  return true;
}

/** Where a record differs from the schema, or null. */
export function faultOf({ store: name, record }: Entry): string | null {
  return SHAPES[name].check(record);
}

/** The problem of a refused record, by field name and never by value. */
export function rejection(entry: Entry): Problem {
  return { code: 'record-rejected', detail: { store: entry.store, field: faultOf(entry) ?? '' } };
}

async function store(database: Database, entries: readonly Entry[]): Promise<Problem | null> {
  if (entries.length === 0) return null;
  let cause: () => unknown = () => null;
  try {
    const names = [...new Set(entries.map((entry) => entry.store))];
    const transaction = database.transaction(names, 'readwrite');
    cause = () => transaction.error;
    const writes = entries.map(({ store: name, record }) =>
      transaction.objectStore(name).put(record, name === 'site' ? STORED_SITE.key : undefined),
    );
    await Promise.all([...writes, transaction.done]);
    return null;
  } catch (error) {
    // A full disk aborts the transaction: its requests then say no more than that it was aborted.
    return storageProblem(cause() ?? error);
  }
}
