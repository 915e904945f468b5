import { computed, signal, type ReadonlySignal } from '@preact/signals-core';
import type { ArchiveApi, JournalEntry } from '../contracts/archive.ts';
import type { ClockPort, PlatformPort } from '../contracts/ports.ts';
import type { VisionWatch, WatchedVision } from '../contracts/review.ts';
import { outputRate, type OutputCount, type OutputRate } from '../core/review/worker-output.ts';
import type { Problem } from '../core/result.ts';
import { settleCall } from './settle-call.ts';
import type { StorageLook, StorageSeen } from './storage-look.ts';

/** What the reviewer reads from the running system. */
export interface PrivacyStore {
  /** Null before it was read. */
  readonly stored: ReadonlySignal<StorageSeen | null>;
  /** Newest first, at most `JOURNAL_ENTRIES`. */
  readonly journal: ReadonlySignal<readonly JournalEntry[] | null>;
  readonly problem: ReadonlySignal<Problem | null>;
  /** What the vision worker refused, held and sent; null before it was read. */
  readonly tightness: ReadonlySignal<VisionWatch | null>;
  /** Over the last ten seconds; null before there are two readings. */
  readonly output: ReadonlySignal<OutputRate | null>;
  modelSha256(): string;
  /** Reads what is shown; what was stored at the last self-check will do. */
  open(): Promise<void>;
  /** Reads everything anew. */
  refresh(): Promise<void>;
  /** Follows the vision worker second by second; returns the way to stop it. */
  follow(): () => void;
  /** The whole journal as a file. */
  saveJournal(): Promise<void>;
}

export const JOURNAL_ENTRIES = 50;

const EVERY_MS = 1000;
const READINGS = 11;

/** What the store works with. */
export interface PrivacyPorts {
  readonly archive: ArchiveApi;
  readonly clock: ClockPort;
  readonly platform: PlatformPort;
  readonly vision: WatchedVision;
  readonly look: StorageLook;
}

/** What was read so lately is not read anew when the page is opened. */
const FRESH_MS = 5_000;

/** Reads inventory and journal on demand. */
export function createPrivacyStore({ archive, clock, platform, vision, look }: PrivacyPorts): PrivacyStore {
  const journal = signal<readonly JournalEntry[] | null>(null);
  const readProblem = signal<Problem | null>(null);
  const tightness = signal<VisionWatch | null>(null);
  const readings = signal<readonly OutputCount[]>([]);

  function feel(): void {
    const now = vision.tightness();
    tightness.value = now;
    const reading = { atMs: clock.nowMs(), bytes: now.outputBytes, messages: now.outputMessages };
    readings.value = [...readings.value, reading].slice(-READINGS);
  }

  async function readJournal(): Promise<void> {
    feel();
    const entries = await settleCall(archive.journal(JOURNAL_ENTRIES), 'archive-worker-failed');
    if (entries.ok) journal.value = entries.value;
    readProblem.value = entries.ok ? null : entries.problem;
  }

  async function refresh(): Promise<void> {
    await look.take('all');
    await readJournal();
  }

  /** What the self-check saw stands until it is read anew: a walk through years takes a while. */
  async function open(): Promise<void> {
    const before = look.seen.value;
    if (!before) return refresh();
    await readJournal();
    if (clock.nowMs() - before.atMs > FRESH_MS) await look.take('share');
  }

  return {
    stored: look.seen,
    journal,
    problem: computed(() => look.seen.value?.problem ?? readProblem.value),
    tightness,
    output: computed(() => {
      const [first, last] = [readings.value[0], readings.value.at(-1)];
      return first && last ? outputRate(first, last) : null;
    }),
    modelSha256: () => vision.modelSha256(),
    open,
    refresh,
    follow: () => clock.every(EVERY_MS, feel),
    async saveJournal() {
      const file = await settleCall(archive.exportJournal(), 'archive-worker-failed');
      if (file.ok) platform.download(file.value);
      else readProblem.value = file.problem;
    },
  };
}
