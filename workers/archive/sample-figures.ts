import type { SampleRequest } from '../../src/contracts/archive.ts';
import { NO_CHECKS, type PeriodChecks } from '../../src/core/accuracy-check/period-checks.ts';
import { failed, ok, type Result } from '../../src/core/result.ts';
import { sampleCheck } from '../../src/core/simulation/sample-check.ts';
import { sampleHistory } from '../../src/core/simulation/sample-history.ts';
import { SAMPLE_IDS, sampleSites } from '../../src/core/simulation/sample-site.ts';
import type { Site } from '../../src/core/site/site.ts';
import type { Interval } from '../../src/core/time/store-calendar.ts';
import { readPeriodChecks, saveCheck } from './accuracy-checks.ts';
import { configurationId, digestsOf } from './configurations.ts';
import { Connection } from './connection.ts';
import { dropDatabase, hasDatabase, storageProblem, type Database } from './database.ts';
import { toEntries } from './entries.ts';
import { FiguresStore } from './figures-store.ts';
import type { Entry } from './schema.ts';
import { transactionsEntry } from './transactions.ts';
import { readSite, saveSite } from './settings.ts';
import { write } from './write-gate.ts';

const DAY_MS = 86_400_000;
/** Days before the sample's end at which the accuracy was checked: after the line was moved. */
const CHECKED_DAYS_AGO = 21;
const CHECK_MS = 3 * 3_600_000;

/** The sample in a database of its own: made, read and taken away, and never recorded into. */
export class SampleFigures {
  readonly #factory: IDBFactory | undefined;
  readonly #nowMs: () => number;
  readonly #connection: Connection;
  readonly #figures: FiguresStore;

  constructor(ports: { readonly factory: IDBFactory | undefined; nowMs(): number }) {
    this.#factory = ports.factory;
    this.#nowMs = () => ports.nowMs();
    this.#connection = new Connection(ports.factory, 'sample');
    this.#figures = new FiguresStore({ connection: this.#connection, access: 'read', nowMs: this.#nowMs });
  }

  /** Null where there is no sample, or one that was not filled to its end. */
  async site(): Promise<Result<Site | null>> {
    return (await this.#exists()) ? readSite(this.#connection) : ok(null);
  }

  async fill(request: SampleRequest): Promise<Result<Site>> {
    const removed = await this.remove();
    if (!removed.ok) return removed;
    const { before, after } = sampleSites(request.store, request);
    const filled = await this.#connection.use((database) =>
      this.#write(database, { before, after, request }),
    );
    const written = filled.ok ? filled.value : filled;
    // The site comes last: without it the sample counts as not there.
    const saved = written.ok ? await saveSite(this.#connection, after) : written;
    if (!saved.ok) await this.remove();
    return saved;
  }

  async remove(): Promise<Result<null>> {
    if (!this.#factory) return failed('storage-unavailable');
    await this.#connection.close();
    try {
      await dropDatabase(this.#factory, 'sample');
      return ok(null);
    } catch (error) {
      return { ok: false, problem: storageProblem(error) };
    }
  }

  /** Looks back at it. `storage-unavailable` where it was removed, also by another tab. */
  async look<T>(job: (figures: FiguresStore) => Promise<Result<T>>): Promise<Result<T>> {
    return (await this.#exists()) ? job(this.#figures) : failed('storage-unavailable');
  }

  async checksAbout(period: Interval | null): Promise<Result<PeriodChecks>> {
    const site = await this.site();
    if (!site.ok) return site;
    const setup = site.value && setupOf(site.value);
    const nowMs = this.#nowMs();
    const span = period ?? { fromMs: nowMs, toMs: nowMs };
    return setup
      ? this.#connection.use((database) => readPeriodChecks(database, setup, span))
      : ok(NO_CHECKS);
  }

  async #write(
    database: Database,
    { before, after, request }: { before: Site; after: Site; request: SampleRequest },
  ): Promise<Result<null>> {
    const configIds = {
      before: await configurationId(database, await digestsOf(setupOf(before))),
      after: await configurationId(database, await digestsOf(setupOf(after))),
    };
    const nowMs = this.#nowMs();
    for (const sample of sampleHistory({ site: after, seed: request.seed, nowMs, configIds })) {
      const { day, records, heat, transactions } = sample;
      const { problem } = await write(database, [
        ...toEntries(records),
        ...heat.map((record): Entry => ({ store: 'heat_slot', record })),
        ...(transactions === null ? [] : [transactionsEntry(day, transactions)]),
      ]);
      if (problem) return { ok: false, problem };
    }
    const endedAtMs = nowMs - CHECKED_DAYS_AGO * DAY_MS;
    return saveCheck(database, setupOf(after), {
      line: SAMPLE_IDS.entrance,
      startedAtMs: endedAtMs - CHECK_MS,
      endedAtMs,
      intervals: sampleCheck(request.seed),
    });
  }

  async #exists(): Promise<boolean> {
    return this.#factory !== undefined && (await hasDatabase(this.#factory, 'sample'));
  }
}

/** No model has counted it: its digest is that of nothing. */
function setupOf(site: Site): { site: Site; modelSha256: string; clock: 'wall' } {
  return { site, modelSha256: '', clock: 'wall' };
}
