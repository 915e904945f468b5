import type { JournalNote } from './journal.ts';
import type { QueueIncidents } from './write-queue.ts';

/** What the journal is told of it: nothing where there is nothing to tell. `unsound`: tallies that were refused. */
export function incidentNotes(
  { rejected, dropped, retries }: QueueIncidents,
  { unsound, nowMs }: { readonly unsound: number; readonly nowMs: number },
): readonly JournalNote[] {
  const note = { atMs: nowMs, role: 'system' as const };
  const refused = rejected + unsound;
  return [
    ...(refused > 0 ? [{ ...note, code: 'record-rejected' as const, numbers: [refused] }] : []),
    ...(dropped + retries > 0
      ? [{ ...note, code: 'storage-full' as const, numbers: [retries, dropped] }]
      : []),
  ];
}
