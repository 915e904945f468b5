import type { BuildUpdate } from '../../src/contracts/archive.ts';
import type { Database } from './database.ts';
import { readJournal, type JournalNote } from './journal.ts';

/** A build that needs longer to count than this was not updated to: the PC was switched off, or somebody waited. */
const UPDATE_MS = 10 * 60_000;
/** Looked back over so many entries for the last start or update. */
const ENTRIES = 20;
/** Digits of a build's digest that name it. */
const DIGITS = 16;

/** That another build takes over; texts are the two builds, nothing that anybody typed. */
export function updateNote({ from, to, by }: BuildUpdate, atMs: number): JournalNote {
  const texts = [from.slice(0, DIGITS), to.slice(0, DIGITS)];
  return { atMs, code: 'update-begun', role: by === 'timetable' ? 'system' : 'operator', texts };
}

/** Whether the last recording ended for an update a moment ago. */
export async function wasJustUpdated(database: Database, nowMs: number): Promise<boolean> {
  const entries = await readJournal(database, ENTRIES);
  const last = entries.find(({ code }) => code === 'update-begun' || code === 'recording-started');
  return last?.code === 'update-begun' && Math.abs(nowMs - last.atMs) <= UPDATE_MS;
}
