import { signal, type ReadonlySignal } from '@preact/signals-core';
import type { ArchiveApi, JournalCheck, StoreInventory, WalkScope } from '../contracts/archive.ts';
import type { ClockPort } from '../contracts/ports.ts';
import type { Problem } from '../core/result.ts';
import { settleCall } from './settle-call.ts';

/** Everything that the databases of this origin hold, and the journal's chain, as of one moment. */
export interface StorageSeen {
  readonly atMs: number;
  /** Null where it could not be read. */
  readonly places: readonly StoreInventory[] | null;
  /** Records looked at in this walk, and when all had been looked at, last. */
  readonly lookedAt: number;
  readonly wholeAtMs: number | null;
  readonly journal: JournalCheck | null;
  readonly problem: Problem | null;
}

/** One walk through what is stored, for whoever asks: the self-check and the reviewer's page share it. */
export interface StorageLook {
  /** Null before the first walk. */
  readonly seen: ReadonlySignal<StorageSeen | null>;
  /** Walks now; whoever asks during a walk gets that one, where it is whole enough. */
  take(scope: WalkScope): Promise<StorageSeen>;
}

/** Nothing is read before `take`. */
export function createStorageLook(archive: ArchiveApi, clock: ClockPort): StorageLook {
  const seen = signal<StorageSeen | null>(null);
  let walking: { readonly scope: WalkScope; readonly done: Promise<StorageSeen> } | null = null;

  async function walk(scope: WalkScope): Promise<StorageSeen> {
    const found = await settleCall(archive.inventory(scope), 'archive-worker-failed');
    const journal = await settleCall(archive.checkJournal(scope), 'archive-worker-failed');
    seen.value = {
      atMs: clock.nowMs(),
      places: found.ok ? found.value.places : null,
      lookedAt: found.ok ? found.value.lookedAt : 0,
      wholeAtMs: found.ok ? found.value.wholeAtMs : (seen.value?.wholeAtMs ?? null),
      journal: journal.ok ? journal.value : null,
      problem: [found, journal].find((result) => !result.ok)?.problem ?? null,
    };
    return seen.value;
  }

  async function begin(scope: WalkScope, before: Promise<unknown> | undefined): Promise<StorageSeen> {
    await before;
    return walk(scope);
  }

  return {
    seen,
    take(scope) {
      if (walking && (walking.scope === 'all' || scope === 'share')) return walking.done;
      const started = { scope, done: begin(scope, walking?.done) };
      walking = started;
      void started.done.finally(() => {
        if (walking === started) walking = null;
      });
      return started.done;
    },
  };
}
