import type { FinishedCheck, LineAccuracy } from '../../src/contracts/accuracy.ts';
import type {
  Access,
  ArchiveApi,
  Credential,
  DatabaseName,
  ExportQuery,
  ExportedFile,
  GapCause,
  HistoryQuery,
  IntervalFigures,
  JournalEntry,
  RecordingSetup,
  StoreInventory,
  TodayFigures,
} from '../../src/contracts/archive.ts';
import type { Tally } from '../../src/contracts/tally.ts';
import { failed, ok, type Problem, type Result } from '../../src/core/result.ts';
import type { Site } from '../../src/core/site/site.ts';
import { Connection } from './connection.ts';
import { FiguresStore } from './figures-store.ts';
import { takeInventory } from './inventory.ts';
import { appendNote, readJournal } from './journal.ts';
import { readCredential, readSite, saveCredential, saveSite } from './settings.ts';

/** The outside of the archive: where it stores, and the PC's clock. */
export interface ArchivePorts {
  /** Undefined where the browser has none (some private windows). */
  readonly factory: IDBFactory | undefined;
  nowMs(): number;
}

/** The archive behind its contract. The owner calls `tick` about once a second. */
export class Archive implements ArchiveApi {
  readonly #ports: ArchivePorts;
  readonly #shop: Connection;
  #figures: FiguresStore | null = null;

  constructor(ports: ArchivePorts) {
    this.#ports = ports;
    this.#shop = new Connection(ports.factory, 'store');
  }

  async open(name: DatabaseName, access: Access = 'write'): Promise<Result<{ readonly purged: number }>> {
    await this.#figures?.close();
    const connection = name === 'store' ? this.#shop : new Connection(this.#ports.factory, name);
    const figures = new FiguresStore({ connection, access, nowMs: () => this.#ports.nowMs() });
    this.#figures = figures;
    return figures.open();
  }

  readSite(): Promise<Result<Site | null>> {
    return readSite(this.#shop);
  }

  async saveSite(site: Site): Promise<Result<Site>> {
    const saved = await saveSite(this.#shop, site);
    if (saved.ok) await this.#note('settings-changed', [saved.value.cameras.length]);
    return saved;
  }

  readCredential(camera: number): Promise<Result<Credential | null>> {
    return readCredential(this.#shop, camera);
  }

  async saveCredential(camera: number, credential: Credential | null): Promise<Result<null>> {
    const saved = await saveCredential(this.#shop, camera, credential);
    if (saved.ok) await this.#note('credential-changed', [camera, credential ? 1 : 0]);
    return saved;
  }

  startRecording(setup: RecordingSetup): Promise<Result<{ readonly configId: number }>> {
    return this.#opened((figures) => figures.startRecording(setup));
  }

  record(tallies: readonly Tally[]): Promise<Result<null>> {
    return this.#opened((figures) => figures.record(tallies));
  }

  async noteGap(camera: number, cause: GapCause | null): Promise<void> {
    await this.#figures?.noteGap(camera, cause);
  }

  stopRecording(): Promise<Result<null>> {
    return this.#opened((figures) => figures.stopRecording());
  }

  today(): Promise<Result<TodayFigures>> {
    return this.#opened((figures) => figures.today());
  }

  history(query: HistoryQuery): Promise<Result<readonly IntervalFigures[]>> {
    return this.#opened((figures) => figures.history(query));
  }

  exportCsv(query: ExportQuery): Promise<Result<ExportedFile>> {
    return this.#opened((figures) => figures.exportCsv(query));
  }

  saveCheck(check: FinishedCheck): Promise<Result<null>> {
    return this.#opened((figures) => figures.saveCheck(check));
  }

  accuracy(): Promise<Result<readonly LineAccuracy[]>> {
    return this.#opened((figures) => figures.accuracy());
  }

  async inventory(): Promise<Result<readonly StoreInventory[]>> {
    const { factory } = this.#ports;
    if (!factory) return failed('storage-unavailable');
    return ok(await takeInventory(factory));
  }

  journal(newest: number): Promise<Result<readonly JournalEntry[]>> {
    return this.#opened((figures) => figures.connection.use((database) => readJournal(database, newest)));
  }

  /** Moves the clock on, keeps checkpoints and writes what waits. */
  async tick(): Promise<void> {
    await this.#figures?.tick();
  }

  async #note(code: 'settings-changed' | 'credential-changed', numbers: readonly number[]): Promise<void> {
    await this.#shop.use((database) =>
      appendNote(database, { atMs: this.#ports.nowMs(), code, role: 'operator', numbers }),
    );
  }

  #opened<T>(job: (figures: FiguresStore) => Promise<Result<T>>): Promise<Result<T>> {
    const problem: Problem = { code: 'storage-unavailable' };
    return this.#figures ? job(this.#figures) : Promise.resolve({ ok: false, problem });
  }
}
