import type { BuildUpdate, GapCause } from '../../src/contracts/archive.ts';
import type { Connection } from './connection.ts';
import { readJournal, type JournalNote } from './journal.ts';
import type { JournalCode } from './schema.ts';

/** A build that needs longer to count than this was not updated to: the PC was switched off, or somebody waited. */
const UPDATE_MS = 10 * 60_000;
/** Looked back over so many entries for the last start or update. */
const ENTRIES = 20;
const ENDS: readonly string[] = ['update-begun', 'recording-started'] satisfies JournalCode[];
/** Digits of a build's digest that name it. */
const DIGITS = 16;

/** That another build takes over; texts are the two builds, nothing that anybody typed. */
export function updateNote({ from, to, by }: BuildUpdate, atMs: number): JournalNote {
  const texts = [from.slice(0, DIGITS), to.slice(0, DIGITS)];
  return { atMs, code: 'update-begun', role: by === 'timetable' ? 'system' : 'operator', texts };
}

/** Why the time just before now was not measured; `firstMs`: the first record, null where there is none. */
export async function missedAs(
  connection: Connection,
  { firstMs, nowMs }: { readonly firstMs: number | null; readonly nowMs: number },
): Promise<GapCause> {
  if (firstMs === null) return 'not-started';
  const entries = await connection.use((database) => readJournal(database, ENTRIES));
  const last = (entries.ok ? entries.value : []).find(({ code }) => ENDS.includes(code));
  const wasUpdated = last?.code === 'update-begun' && Math.abs(nowMs - last.atMs) <= UPDATE_MS;
  return wasUpdated ? 'app-update' : 'app-closed';
}
