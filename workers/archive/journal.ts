import type { JournalEntry } from '../../src/contracts/archive.ts';
import type { Database } from './database.ts';
import type { JournalCode, JournalRecord } from './schema.ts';
import { sha256 } from './sha256.ts';
import { append } from './write-gate.ts';

/** What is told to the journal. Texts are those that the operator typed for an export, or the names of two builds. */
export interface JournalNote {
  readonly atMs: number;
  readonly code: JournalCode;
  readonly role: 'operator' | 'system';
  readonly numbers?: readonly number[];
  readonly texts?: readonly string[];
}

/** `prev` of the first entry. */
export const NO_HASH = '0'.repeat(64);

const ATTEMPTS = 5;

/**
 * Appends an entry whose hash covers the one before it. Another tab may append too: the loser tries again.
 * Resolves with the entry's hash, which is the head of the journal then.
 */
export async function appendNote(database: Database, note: JournalNote): Promise<string> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const last = await newestRecord(database);
    const body = {
      sequence: (last?.sequence ?? 0) + 1,
      at_s: Math.floor(note.atMs / 1000),
      code: note.code,
      role: note.role,
      numbers: [...(note.numbers ?? [])],
      texts: [...(note.texts ?? [])],
      prev: last?.hash ?? NO_HASH,
    };
    const record = { ...body, hash: await hashOf(body) };
    if (await append(database, { store: 'journal', record })) return record.hash;
  }
  throw new Error('journal: the next place was taken each time');
}

/** The hash of an entry: SHA-256 of its other fields as a JSON array in the order of the schema. */
export function hashOf(record: Omit<JournalRecord, 'hash'>): Promise<string> {
  const { sequence, at_s, code, role, numbers, texts, prev } = record;
  return sha256(JSON.stringify([sequence, at_s, code, role, numbers, texts, prev]));
}

/** The newest entries, newest first. */
export async function readJournal(database: Database, newest: number): Promise<JournalEntry[]> {
  const entries: JournalEntry[] = [];
  let cursor = await database.transaction('journal', 'readonly').store.openCursor(null, 'prev');
  while (cursor && entries.length < newest) {
    const { sequence, at_s, code, numbers, texts } = cursor.value;
    entries.push({ sequence, atMs: at_s * 1000, code, numbers, texts });
    cursor = await cursor.continue();
  }
  return entries;
}

/** All entries as JSON: `{ "journal": [...] }`, oldest first, in the schema's words. */
export async function journalAsJson(database: Database): Promise<string> {
  return JSON.stringify({ journal: await database.getAll('journal') }, null, 1);
}

async function newestRecord(database: Database): Promise<JournalRecord | null> {
  const cursor = await database.transaction('journal', 'readonly').store.openCursor(null, 'prev');
  return cursor?.value ?? null;
}
