import { signal, type ReadonlySignal } from '@preact/signals-core';
import type { ArchiveApi, JournalCheck, StoreInventory } from '../contracts/archive.ts';
import type { ClockPort } from '../contracts/ports.ts';
import type { Problem } from '../core/result.ts';
import { settleCall } from './settle-call.ts';

/** Everything that the databases of this origin hold, and the journal's chain, as of one moment. */
export interface StorageSeen {
  readonly atMs: number;
  /** Null where it could not be read. */
  readonly places: readonly StoreInventory[] | null;
  readonly journal: JournalCheck | null;
  readonly problem: Problem | null;
}

/** One walk through what is stored, for whoever asks: the self-check and the reviewer's page share it. */
export interface StorageLook {
  /** Null before the first walk. */
  readonly seen: ReadonlySignal<StorageSeen | null>;
  /** Walks now; whoever asks during a walk gets that one. */
  take(): Promise<StorageSeen>;
}

/** Nothing is read before `take`. */
export function createStorageLook(archive: ArchiveApi, clock: ClockPort): StorageLook {
  const seen = signal<StorageSeen | null>(null);
  let walking: Promise<StorageSeen> | null = null;

  async function walk(): Promise<StorageSeen> {
    const places = await settleCall(archive.inventory(), 'archive-worker-failed');
    const journal = await settleCall(archive.checkJournal(), 'archive-worker-failed');
    const found: StorageSeen = {
      atMs: clock.nowMs(),
      places: places.ok ? places.value : null,
      journal: journal.ok ? journal.value : null,
      problem: [places, journal].find((result) => !result.ok)?.problem ?? null,
    };
    seen.value = found;
    return found;
  }

  return {
    seen,
    take() {
      walking ??= walk().finally(() => {
        walking = null;
      });
      return walking;
    },
  };
}
