import { signal, type ReadonlySignal } from '@preact/signals-core';
import type { ArchiveApi, JournalEntry, StoreInventory } from '../contracts/archive.ts';
import type { Problem } from '../core/result.ts';
import { settleCall } from './settle-call.ts';

/** What the reviewer reads from the running system. */
export interface PrivacyStore {
  /** Null before it was read. */
  readonly inventory: ReadonlySignal<readonly StoreInventory[] | null>;
  /** Newest first, at most `JOURNAL_ENTRIES`. */
  readonly journal: ReadonlySignal<readonly JournalEntry[] | null>;
  readonly problem: ReadonlySignal<Problem | null>;
  modelSha256(): string;
  refresh(): Promise<void>;
}

export const JOURNAL_ENTRIES = 50;

/** Reads inventory and journal on demand. */
export function createPrivacyStore(archive: ArchiveApi, modelSha256: () => string): PrivacyStore {
  const inventory = signal<readonly StoreInventory[] | null>(null);
  const journal = signal<readonly JournalEntry[] | null>(null);
  const problem = signal<Problem | null>(null);
  return {
    inventory,
    journal,
    problem,
    modelSha256,
    async refresh() {
      const places = await settleCall(archive.inventory(), 'archive-worker-failed');
      const entries = await settleCall(archive.journal(JOURNAL_ENTRIES), 'archive-worker-failed');
      if (places.ok) inventory.value = places.value;
      if (entries.ok) journal.value = entries.value;
      problem.value = places.ok ? (entries.ok ? null : entries.problem) : places.problem;
    },
  };
}
