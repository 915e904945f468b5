import { signal, type ReadonlySignal } from '@preact/signals-core';
import type { ArchiveApi, JournalCheck } from '../contracts/archive.ts';
import type { EvidencePacker, NamedDigest, NamedText } from '../contracts/evidence.ts';
import type { ClockPort, PlatformPort } from '../contracts/ports.ts';
import type { Evidence } from '../core/review/evidence.ts';
import { promiseHolds } from '../core/review/self-check.ts';
import { storageGrowth } from '../core/review/storage-growth.ts';
import type { Paper } from '../core/paper/paper.ts';
import type { Problem } from '../core/result.ts';
import type { CountingStore } from './counting-store.ts';
import type { PrivacyStore } from './privacy-store.ts';
import type { SelfCheckReport, SelfCheckStore } from './self-check-store.ts';
import { settleCall } from './settle-call.ts';

/** Puts evidence into words; the files beside it are named with their digests. */
export type PrintEvidence = (evidence: Evidence, files: readonly NamedDigest[]) => Paper;

/** What one click makes for a reviewer. */
export interface EvidenceStore {
  readonly isSaving: ReadonlySignal<boolean>;
  readonly problem: ReadonlySignal<Problem | null>;
  /**
   * Checks the system anew, notes in the journal that evidence is saved, and offers a zip: the paper as PDF, the same
   * as JSON, the journal, and the digests of all three.
   */
  save(print: PrintEvidence): Promise<void>;
}

export interface EvidencePorts {
  readonly archive: ArchiveApi;
  readonly clock: ClockPort;
  readonly platform: PlatformPort;
  readonly packer: EvidencePacker;
}

/** The stores that know what is true now. */
export interface EvidenceSources {
  readonly counting: CountingStore;
  readonly privacy: PrivacyStore;
  readonly selfCheck: SelfCheckStore;
}

/** Nothing happens before `save`. */
export function createEvidenceStore(ports: EvidencePorts, sources: EvidenceSources): EvidenceStore {
  const { archive, clock, platform, packer } = ports;
  const isSaving = signal(false);
  const problem = signal<Problem | null>(null);

  async function make(print: PrintEvidence): Promise<void> {
    await sources.selfCheck.run();
    const report = sources.selfCheck.report.value;
    if (!report) return;
    const failures = report.findings.filter(({ passed }) => passed === false).length;
    const noted = await settleCall(archive.noteEvidence(failures), 'archive-worker-failed');
    const chain = await settleCall(archive.checkJournal('all'), 'archive-worker-failed');
    const journal = await settleCall(archive.exportJournal(), 'archive-worker-failed');
    await sources.privacy.open();
    problem.value = [noted, chain, journal].find((result) => !result.ok)?.problem ?? null;
    const atMs = clock.nowMs();
    const evidence = gather(sources, report, { atMs, journal: chain.ok ? chain.value : null });
    const day = evidence.takenAt.slice(0, 10);
    const files: NamedText[] = [
      { name: `kazoe-evidence-${day}.json`, text: JSON.stringify(evidence, null, 1) },
      ...(journal.ok ? [{ name: journal.value.name, text: journal.value.text }] : []),
    ];
    const paper = print(evidence, await packer.digests(files));
    const bytes = await packer.pack({ atMs, paper: { name: `kazoe-evidence-${day}.pdf`, paper }, files });
    platform.downloadBytes({ name: `kazoe-evidence-${day}.zip`, mediaType: 'application/zip', bytes });
  }

  return {
    isSaving,
    problem,
    async save(print) {
      if (isSaving.value) return;
      isSaving.value = true;
      try {
        await make(print);
      } finally {
        isSaving.value = false;
      }
    },
  };
}

function gather(
  { counting, privacy }: EvidenceSources,
  report: SelfCheckReport,
  { atMs, journal }: { readonly atMs: number; readonly journal: JournalCheck | null },
): Evidence {
  const { served, findings, violations, otherStorage, policy, engine } = report;
  const places = privacy.stored.value?.places ?? null;
  const watch = privacy.tightness.value;
  return {
    product: 'kazoe',
    takenAt: new Date(atMs).toISOString(),
    holds: promiseHolds(findings),
    selfCheck: { atMs: report.atMs, findings, violations },
    release: served && { build: served.build, files: served.files },
    modelSha256: privacy.modelSha256(),
    engine: { ...engine, backend: counting.engine.value?.backend ?? null },
    policy,
    requests: served?.requests ?? null,
    stored: places,
    growth: places && storageGrowth(places),
    otherStorage,
    cameras: counting.cameras.value.flatMap(({ camera, health: { frames } }) => {
      if (!frames) return [];
      const { received, analysed, skipped, closed, alive } = frames;
      const longestMs = watch?.longestByCamera[String(camera.id)] ?? null;
      return [{ name: camera.name, received, analysed, skipped, closed, alive, longestMs }];
    }),
    visionWorker: {
      refused: watch?.refused ?? 0,
      outputBytes: watch?.outputBytes ?? 0,
      outputMessages: watch?.outputMessages ?? 0,
      rate: privacy.output.value,
    },
    journal,
  };
}
