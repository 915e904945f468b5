import { signal, type ReadonlySignal } from '@preact/signals-core';
import type { ArchiveApi, JournalCheck, JournalEntry, StoreInventory } from '../contracts/archive.ts';
import type { ClockPort, PlatformPort } from '../contracts/ports.ts';
import type { Pulse } from '../contracts/vision.ts';
import type { Problem } from '../core/result.ts';
import type { SelfCheckReport } from './self-check-store.ts';
import { settleCall } from './settle-call.ts';

/** What the reviewer reads from the running system. */
export interface PrivacyStore {
  /** Null before it was read. */
  readonly inventory: ReadonlySignal<readonly StoreInventory[] | null>;
  /** Newest first, at most `JOURNAL_ENTRIES`. */
  readonly journal: ReadonlySignal<readonly JournalEntry[] | null>;
  readonly chain: ReadonlySignal<JournalCheck | null>;
  readonly problem: ReadonlySignal<Problem | null>;
  /** What the vision worker refused and how long it held a frame; null before it was read. */
  readonly tightness: ReadonlySignal<Tightness | null>;
  modelSha256(): string;
  refresh(): Promise<void>;
  /** The whole journal as a file. */
  saveJournal(): Promise<void>;
  /** What the page shows, with its digests, as a file. No figure of the shop is in it. */
  saveEvidence(report: SelfCheckReport | null): Promise<void>;
}

export const JOURNAL_ENTRIES = 50;

export type Tightness = Pick<Pulse, 'refused' | 'longestFrameMs'>;

/** What the store works with. */
export interface PrivacyPorts {
  readonly archive: ArchiveApi;
  readonly clock: ClockPort;
  readonly platform: PlatformPort;
  readonly modelSha256: () => string;
  readonly tightness: () => Tightness;
}

/** Reads inventory and journal on demand. */
export function createPrivacyStore(ports: PrivacyPorts): PrivacyStore {
  const { archive, clock, platform, modelSha256 } = ports;
  const inventory = signal<readonly StoreInventory[] | null>(null);
  const journal = signal<readonly JournalEntry[] | null>(null);
  const chain = signal<JournalCheck | null>(null);
  const problem = signal<Problem | null>(null);
  const tightness = signal<Tightness | null>(null);

  async function refresh(): Promise<void> {
    const places = await settleCall(archive.inventory(), 'archive-worker-failed');
    const entries = await settleCall(archive.journal(JOURNAL_ENTRIES), 'archive-worker-failed');
    tightness.value = ports.tightness();
    const check = await settleCall(archive.checkJournal(), 'archive-worker-failed');
    if (places.ok) inventory.value = places.value;
    if (entries.ok) journal.value = entries.value;
    if (check.ok) chain.value = check.value;
    problem.value = [places, entries, check].find((result) => !result.ok)?.problem ?? null;
  }

  return {
    inventory,
    journal,
    chain,
    problem,
    tightness,
    modelSha256,
    refresh,
    async saveJournal() {
      const file = await settleCall(archive.exportJournal(), 'archive-worker-failed');
      if (file.ok) platform.download(file.value);
      else problem.value = file.problem;
    },
    async saveEvidence(report) {
      await refresh();
      const takenAt = new Date(clock.nowMs()).toISOString();
      const evidence = {
        product: 'kazoe',
        takenAt,
        selfCheck: report,
        modelSha256: modelSha256(),
        visionWorker: tightness.value,
        stored: inventory.value,
        journal: chain.value,
      };
      platform.download({
        name: `kazoe-evidence-${takenAt.slice(0, 10)}.json`,
        mediaType: 'application/json',
        text: JSON.stringify(evidence, null, 1),
      });
    },
  };
}
