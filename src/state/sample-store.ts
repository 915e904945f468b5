import { computed, signal, type ReadonlySignal } from '@preact/signals-core';
import type { ArchiveApi, FiguresOf } from '../contracts/archive.ts';
import { ok, type Problem, type Result } from '../core/result.ts';
import type { DemoNames } from '../core/simulation/demo-camera.ts';
import type { Site } from '../core/site/site.ts';
import type { Permit } from './access-store.ts';
import type { HistoryStore } from './history-store.ts';
import { settleCall } from './settle-call.ts';

/** The part of the archive that looks back. */
export type FiguresArchive = Pick<
  ArchiveApi,
  'history' | 'transactions' | 'flows' | 'heat' | 'exportCsv' | 'noteCopy' | 'checksAbout' | 'configurations'
>;

/** 見本データ: eight weeks of a store that does not exist, looked back at instead of the shop's figures. */
export interface SampleStore {
  /** The sample's site; null: there is none, and the shop's figures are looked back at. */
  readonly site: ReadonlySignal<Site | null>;
  readonly isBusy: ReadonlySignal<boolean>;
  readonly problem: ReadonlySignal<Problem | null>;
  /** Answers of the sample while there is one, else of the database that is open. */
  readonly figures: FiguresArchive;
  load(): Promise<void>;
  fill(): Promise<Result<null>>;
  remove(): Promise<Result<null>>;
}

export interface SamplePorts {
  readonly archive: FiguresArchive & Pick<ArchiveApi, 'readSample' | 'fillSample' | 'removeSample'>;
  /** Asked before the sample is made or taken away. */
  readonly permit: Permit;
  /** The shop's clock is the sample's. */
  readonly shop: ReadonlySignal<Site>;
  readonly names: ReadonlySignal<DemoNames>;
}

/** The same history for everybody who looks at it. */
const SAMPLE_SEED = 1;

/** The sample over the archive. */
export function createSampleStore({ archive, permit, shop, names }: SamplePorts): SampleStore {
  const site = signal<Site | null>(null);
  const isBusy = signal(false);
  const problem = signal<Problem | null>(null);

  async function change(job: () => Promise<Result<Site | null>>): Promise<Result<null>> {
    if (isBusy.value) return ok(null);
    const permitted = await permit('change');
    if (!permitted.ok) return permitted;
    isBusy.value = true;
    const done = await settleCall(job(), 'archive-worker-failed');
    isBusy.value = false;
    problem.value = done.ok ? null : done.problem;
    if (done.ok) site.value = done.value;
    return done.ok ? ok(null) : done;
  }

  return {
    site,
    isBusy: computed(() => isBusy.value),
    problem: computed(() => problem.value),
    figures: figuresOf(archive, () => (site.value ? 'sample' : 'store')),
    async load() {
      const read = await settleCall(archive.readSample(), 'archive-worker-failed');
      if (read.ok) site.value = read.value;
    },
    fill: () =>
      change(() => {
        const { timeZone, dayStartsAtMinute } = shop.value.store;
        return archive.fillSample({
          store: { timeZone, dayStartsAtMinute },
          names: names.value,
          seed: SAMPLE_SEED,
        });
      }),
    remove: () => change(() => archive.removeSample()),
  };
}

/** The sample ends before today: the month of yesterday has the most of it. */
export async function showMonthOfSample(
  history: Pick<HistoryStore, 'calendar' | 'nowMs' | 'show' | 'setSpan'>,
): Promise<void> {
  await history.show(history.calendar.value.dayAt(history.nowMs()).fromMs - 1);
  await history.setSpan('month');
}

function figuresOf(archive: FiguresArchive, of: () => FiguresOf): FiguresArchive {
  return {
    history: (query) => archive.history(query, of()),
    transactions: (span) => archive.transactions(span, of()),
    flows: (span) => archive.flows(span, of()),
    heat: (query) => archive.heat(query, of()),
    exportCsv: (query) => archive.exportCsv(query, of()),
    noteCopy: (copy) => archive.noteCopy(copy, of()),
    checksAbout: (period) => archive.checksAbout(period, of()),
    configurations: () => archive.configurations(of()),
  };
}
