import type { AccessChange, AccessRecord } from '../../src/contracts/access.ts';
import type { FinishedCheck, LineAccuracy, PeriodChecks } from '../../src/contracts/accuracy.ts';
import type {
  Access,
  ArchiveApi,
  BuildUpdate,
  CopiedFigures,
  Credential,
  DatabaseName,
  DayTransactions,
  ExportQuery,
  ExportedFile,
  FiguresOf,
  FiguresQuery,
  FlowFigures,
  GapCause,
  HeatMap,
  HeatQuery,
  IntervalFigures,
  Inventory,
  JournalCheck,
  JournalEntry,
  RecordingSetup,
  SampleRequest,
  TodayFigures,
  WalkScope,
} from '../../src/contracts/archive.ts';
import type { Tally } from '../../src/contracts/tally.ts';
import type { CountedWith } from '../../src/core/measures/counted-with.ts';
import { failed, ok, type Problem, type Result } from '../../src/core/result.ts';
import { entitiesOf } from '../../src/core/site/counted-camera.ts';
import type { Site } from '../../src/core/site/site.ts';
import { createStoreCalendar, type Interval } from '../../src/core/time/store-calendar.ts';
import { changeAccess, readAccess } from './access.ts';
import { readCountedWith } from './configurations.ts';
import { Connection } from './connection.ts';
import { FiguresStore } from './figures-store.ts';
import { removeEntities } from './remove-entities.ts';
import { InventoryWalk } from './inventory.ts';
import { ChainWalk } from './chain-walk.ts';
import { appendNote, journalAsJson, readJournal, type JournalNote } from './journal.ts';
import { SampleFigures } from './sample-figures.ts';
import { readCredential, readSite, saveCredential, saveSite } from './settings.ts';
import { updateNote } from './update-note.ts';

/** The outside of the archive: where it stores, and the PC's clock. */
export interface ArchivePorts {
  /** Undefined where the browser has none (some private windows). */
  readonly factory: IDBFactory | undefined;
  nowMs(): number;
}

/** Ids of what was removed that the journal names; a camera has its own first. */
const MOST_NOTED = 14;
/** More than any store holds. */
const MOST_PEOPLE = 100_000;

/** The archive behind its contract. The owner calls `tick` about once a second. */
export class Archive implements ArchiveApi {
  readonly #ports: ArchivePorts;
  readonly #shop: Connection;
  readonly #sample: SampleFigures;
  #figures: FiguresStore | null = null;
  #walk: InventoryWalk | null = null;
  #chain = new ChainWalk();

  constructor(ports: ArchivePorts) {
    this.#ports = ports;
    this.#shop = new Connection(ports.factory, 'store');
    this.#sample = new SampleFigures(ports);
  }

  async open(name: DatabaseName, access: Access = 'write'): Promise<Result<{ readonly purged: number }>> {
    await this.#figures?.close();
    const connection = name === 'store' ? this.#shop : new Connection(this.#ports.factory, name);
    this.#chain = new ChainWalk();
    const figures = new FiguresStore({ connection, access, nowMs: () => this.#ports.nowMs() });
    this.#figures = figures;
    return figures.open();
  }

  readSite(): Promise<Result<Site | null>> {
    return readSite(this.#shop);
  }

  async saveSite(site: Site): Promise<Result<Site>> {
    const saved = await saveSite(this.#shop, site);
    if (!saved.ok) return saved;
    this.#figures?.leaveOut(saved.value.leftOut);
    await this.#note('settings-changed', [saved.value.cameras.length]);
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

  readAccess(): Promise<Result<readonly AccessRecord[]>> {
    return readAccess(this.#shop);
  }

  changeAccess(change: AccessChange): Promise<Result<null>> {
    return changeAccess(this.#shop, change, this.#ports.nowMs());
  }

  startRecording(setup: RecordingSetup): Promise<Result<{ readonly configId: number }>> {
    return this.#opened((figures) => figures.startRecording(setup));
  }

  record(tallies: readonly Tally[]): Promise<Result<null>> {
    return this.#opened((figures) => figures.record(tallies));
  }

  noteGap(camera: number, cause: GapCause | null): Promise<void> {
    this.#figures?.noteGap(camera, cause);
    return Promise.resolve();
  }

  recount(people: number): Promise<Result<null>> {
    if (!Number.isSafeInteger(people) || people < 0 || people > MOST_PEOPLE) {
      return Promise.resolve(failed('settings-invalid', { field: 'people', reason: 'range' }));
    }
    return this.#opened((figures) => figures.recount(people));
  }

  stopRecording(): Promise<Result<null>> {
    return this.#opened((figures) => figures.stopRecording());
  }

  today(): Promise<Result<TodayFigures>> {
    return this.#opened((figures) => figures.today());
  }

  history(query: FiguresQuery, of?: FiguresOf): Promise<Result<readonly IntervalFigures[]>> {
    return this.#figuresOf(of, (figures) => figures.history(query));
  }

  transactions(span: Interval, of?: FiguresOf): Promise<Result<readonly DayTransactions[]>> {
    return this.#figuresOf(of, (figures) => figures.transactions(span));
  }

  saveTransactions(atMs: number, transactions: number | null): Promise<Result<null>> {
    return this.#opened((figures) => figures.saveTransactions(atMs, transactions));
  }

  flows(span: Interval, of?: FiguresOf): Promise<Result<readonly FlowFigures[]>> {
    return this.#figuresOf(of, (figures) => figures.flows(span));
  }

  heat(query: HeatQuery, of?: FiguresOf): Promise<Result<HeatMap>> {
    return this.#figuresOf(of, (figures) => figures.heat(query));
  }

  exportCsv(query: ExportQuery, of?: FiguresOf): Promise<Result<ExportedFile>> {
    return this.#figuresOf(of, (figures) => figures.exportCsv(query));
  }

  noteCopy(copied: CopiedFigures, of?: FiguresOf): Promise<Result<null>> {
    return this.#figuresOf(of, (figures) => figures.noteCopy(copied));
  }

  saveCheck(check: FinishedCheck): Promise<Result<null>> {
    return this.#opened((figures) => figures.checks.save(check));
  }

  accuracy(): Promise<Result<readonly LineAccuracy[]>> {
    return this.#opened((figures) => figures.checks.lines());
  }

  checksAbout(period: Interval | null, of?: FiguresOf): Promise<Result<PeriodChecks>> {
    if (of === 'sample') return this.#sample.checksAbout(period);
    return this.#opened((figures) => figures.checks.about(period));
  }

  configurations(of?: FiguresOf): Promise<Result<readonly CountedWith[]>> {
    return this.#figuresOf(of, (figures) => figures.connection.use(readCountedWith));
  }

  readSample(): Promise<Result<Site | null>> {
    return this.#sample.site();
  }

  async fillSample(request: SampleRequest): Promise<Result<Site>> {
    const filled = await this.#sample.fill(request);
    if (filled.ok) await this.#noteOpened({ code: 'sample-made', role: 'operator' });
    return filled;
  }

  async removeSample(): Promise<Result<null>> {
    const removed = await this.#sample.remove();
    if (removed.ok) await this.#noteOpened({ code: 'sample-removed', role: 'operator' });
    return removed;
  }

  async removeHistory(entities: readonly number[]): Promise<Result<{ readonly removed: number }>> {
    const gone = new Set(entities);
    const site = await readSite(this.#shop);
    if (!site.ok) return site;
    if (!site.value || entitiesOf(site.value).some((id) => gone.has(id))) {
      return failed('settings-invalid', { field: 'entity' });
    }
    const forgotten = await this.#figures?.forget(gone, site.value);
    if (forgotten?.ok === false) return forgotten;
    const calendar = createStoreCalendar(site.value.store);
    const removed = await this.#shop.use((database) => removeEntities(database, calendar, gone));
    if (!removed.ok) return removed;
    this.#walk = null; // what it remembers is of more records than there are
    const numbers = [removed.value, gone.size, ...entities.slice(0, MOST_NOTED)];
    await this.#note('history-removed', numbers);
    return ok({ removed: removed.value });
  }

  async inventory(scope: WalkScope): Promise<Result<Inventory>> {
    const { factory } = this.#ports;
    if (!factory) return failed('storage-unavailable');
    this.#walk ??= new InventoryWalk(factory, () => this.#ports.nowMs());
    return ok(await this.#walk.take(scope));
  }

  journal(newest: number): Promise<Result<readonly JournalEntry[]>> {
    return this.#opened((figures) => figures.connection.use((database) => readJournal(database, newest)));
  }

  checkJournal(scope: WalkScope): Promise<Result<JournalCheck>> {
    return this.#opened(({ connection }) => connection.use((database) => this.#chain.check(database, scope)));
  }

  exportJournal(): Promise<Result<ExportedFile>> {
    return this.#opened(async ({ connection }) => {
      const json = await connection.use(journalAsJson);
      const day = new Date(this.#ports.nowMs()).toISOString().slice(0, 10);
      const file = { name: `kazoe-journal-${day}.json`, mediaType: 'application/json' };
      return json.ok ? ok({ ...file, text: json.value }) : json;
    });
  }

  noteSelfCheck(passed: number, failures: number): Promise<Result<null>> {
    return this.#noteOpened({ code: 'self-checked', role: 'system', numbers: [passed, failures] });
  }

  noteEvidence(failures: number): Promise<Result<null>> {
    return this.#noteOpened({ code: 'evidence-saved', role: 'operator', numbers: [failures] });
  }

  async noteUpdate(update: BuildUpdate): Promise<Result<null>> {
    this.#figures?.stopForUpdate();
    const note = updateNote(update, this.#ports.nowMs());
    // The journal of the shop, also while the demo store is counted: the app is one.
    const noted = await this.#shop.use((database) => appendNote(database, note));
    return noted.ok ? ok(null) : noted;
  }

  /** Moves the clock on, keeps checkpoints and writes what waits. */
  async tick(): Promise<void> {
    await this.#figures?.tick();
  }

  async #note(
    code: 'settings-changed' | 'credential-changed' | 'history-removed',
    numbers: readonly number[],
  ): Promise<void> {
    await this.#shop.use((database) =>
      appendNote(database, { atMs: this.#ports.nowMs(), code, role: 'operator', numbers }),
    );
  }

  /** Into the journal of the database that is open. */
  #noteOpened(note: Omit<JournalNote, 'atMs'>): Promise<Result<null>> {
    return this.#opened(async ({ connection }) => {
      const atMs = this.#ports.nowMs();
      const noted = await connection.use((database) => appendNote(database, { ...note, atMs }));
      return noted.ok ? ok(null) : noted;
    });
  }

  #figuresOf<T>(
    of: FiguresOf | undefined,
    job: (figures: FiguresStore) => Promise<Result<T>>,
  ): Promise<Result<T>> {
    return of === 'sample' ? this.#sample.look(job) : this.#opened(job);
  }

  #opened<T>(job: (figures: FiguresStore) => Promise<Result<T>>): Promise<Result<T>> {
    const problem: Problem = { code: 'storage-unavailable' };
    return this.#figures ? job(this.#figures) : Promise.resolve({ ok: false, problem });
  }
}
