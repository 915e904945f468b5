import type {
  Access,
  CopiedFigures,
  DayTransactions,
  ExportQuery,
  ExportedFile,
  FiguresQuery,
  FlowFigures,
  GapCause,
  HeatMap,
  HeatQuery,
  IntervalFigures,
  RecordingSetup,
  TodayFigures,
} from '../../src/contracts/archive.ts';
import type { Tally } from '../../src/contracts/tally.ts';
import { NO_CHECKS } from '../../src/core/accuracy-check/period-checks.ts';
import type { Entities } from '../../src/core/measures/entity-records.ts';
import { leftOutTest, withoutLeftOut } from '../../src/core/measures/left-out.ts';
import { NO_RECORDS, type SlotRecords } from '../../src/core/measures/slot-record.ts';
import { failed, ok, type Problem, type Result } from '../../src/core/result.ts';
import type { Site } from '../../src/core/site/site.ts';
import { createStoreCalendar, type Interval } from '../../src/core/time/store-calendar.ts';
import { AccuracyDesk } from './accuracy-desk.ts';
import { configurationId, digestsOf } from './configurations.ts';
import type { Connection } from './connection.ts';
import { emptyDatabase } from './database.ts';
import { DayPacker } from './day-packer.ts';
import { overlay } from './entries.ts';
import { checkExport, exportFile, exportSpan, rowsOfExport } from './export-csv.ts';
import { flowFigures } from './flow-figures.ts';
import { heatOfDays, overlayHeat, readHeat } from './heat-figures.ts';
import { incidentNotes } from './incident-notes.ts';
import { appendNote, type JournalNote } from './journal.ts';
import { copyNote, exportNote } from './notes-of-leaving.ts';
import { LATE_MS } from './slot-book.ts';
import { recordedSpan } from './read-records.ts';
import { PurgeDesk } from './purge-desk.ts';
import { SharedReads, type SharedRead } from './shared-reads.ts';
import { isSameClock, Recorder } from './recorder.ts';
import { readSiteOrFirst, saveSite } from './settings.ts';
import { isSound } from './sound-tally.ts';
import { readTransactions, saveTransactions } from './transactions.ts';
import { missedAs } from './update-note.ts';
import { clockOf, historyFigures, intervalsOf, spanOf, todayFigures, type ViewSource } from './views.ts';
import { WriteQueue } from './write-queue.ts';

/** At least every 10 s, measures.md says. */
const CHECKPOINT_MS = 9_000;

/** One database of figures: recording into it, looking back, purging. */
export class FiguresStore {
  readonly connection: Connection;
  readonly checks: AccuracyDesk;
  readonly #access: Access;
  readonly #nowMs: () => number;
  readonly #queue: WriteQueue;
  readonly #purges: PurgeDesk;
  readonly #reads: SharedReads;
  readonly #packer: DayPacker;
  #recorder: Recorder | null = null;
  #leftOut: Site['leftOut'];
  #firstMs: number | null = null;
  #isMemoryOnly = false;
  #checkpointMs = -Infinity;
  /** Tallies refused since the journal was told. */
  #unsound = 0;

  constructor(options: { connection: Connection; access: Access; nowMs: () => number }) {
    this.connection = options.connection;
    this.#access = options.access;
    this.#nowMs = options.nowMs;
    this.#queue = new WriteQueue(options.connection);
    this.#purges = new PurgeDesk(options);
    this.#reads = new SharedReads(options.connection, () => this.#queue.waiting);
    this.#packer = new DayPacker(options.connection);
    this.checks = new AccuracyDesk({ ...options, recorder: () => this.#recorder });
  }

  async open(): Promise<Result<{ readonly purged: number }>> {
    const opened = await this.#prepare();
    this.#isMemoryOnly = !opened.ok;
    return opened;
  }

  /** Lets go of a database that only this store uses. */
  async close(): Promise<void> {
    await this.#queue.flush();
    if (this.connection.name !== 'store') await this.connection.close();
  }

  async startRecording(setup: RecordingSetup): Promise<Result<{ readonly configId: number }>> {
    if (this.#access === 'read') return failed('counting-elsewhere');
    const digests = await digestsOf(setup);
    const config = await this.connection.use((database) => configurationId(database, digests));
    const configId = config.ok ? config.value : 1;
    if (this.connection.name === 'demo') await saveSite(this.connection, setup.site);
    if (this.#recorder && isSameClock(this.#recorder.setup, setup)) this.#recorder.change(setup, configId);
    else this.#recorder = await this.#beginRecorder(setup, configId);
    await this.#note({ atMs: this.#nowMs(), code: 'recording-started', role: 'system', numbers: [configId] });
    return ok({ configId });
  }

  async record(tallies: readonly Tally[]): Promise<Result<null>> {
    if (!this.#recorder) return failed('archive-worker-failed');
    const nowMs = this.#recorder.setup.clock === 'wall' ? this.#nowMs() : null;
    const sound = tallies.filter((tally) => isSound(tally, nowMs));
    // The first frames after a sleep come before the next tick: what lies before them was sleep.
    if (nowMs !== null) this.#keep(this.#recorder.advance(nowMs));
    this.#keep(this.#recorder.record(sound));
    this.#unsound += tallies.length - sound.length;
    const problem = await this.#queue.flush();
    return this.#toResult(problem ?? (sound.length < tallies.length ? { code: 'record-rejected' } : null));
  }

  /** What is left out from now on, also by what counts with settings from before. */
  leaveOut(times: Site['leftOut']): void {
    this.#leftOut = times ?? [];
  }

  noteGap(camera: number, cause: GapCause | null): void {
    this.#recorder?.noteGap(camera, cause);
  }

  /** Somebody has counted the people in the store. Kept at once, and noted with the figure that it replaces. */
  async recount(people: number): Promise<Result<null>> {
    if (this.#access === 'read') return failed('counting-elsewhere');
    const before = this.#recorder?.recount(people) ?? null;
    if (!this.#recorder || before === null) return failed('archive-worker-failed');
    this.#queue.add(this.#recorder.checkpoint());
    const problem = await this.#queue.flush();
    await this.#note({ atMs: this.#nowMs(), code: 'recounted', role: 'operator', numbers: [before, people] });
    return this.#toResult(problem);
  }

  /** What is not measured from the next stop on is the time of an update. */
  stopForUpdate(): void {
    this.#recorder?.stopForUpdate();
  }

  async stopRecording(): Promise<Result<null>> {
    if (!this.#recorder) return ok(null);
    this.#recorder.pause();
    this.#queue.add(this.#recorder.checkpoint());
    const problem = await this.#queue.flush();
    await this.#note({ atMs: this.#nowMs(), code: 'recording-stopped', role: 'system' });
    return this.#toResult(problem);
  }

  /** What is in memory of these cameras, lines and zones is never written; `site` does not have them any more. */
  async forget(gone: Entities, site: Site): Promise<Result<null>> {
    if (this.#access === 'read') return failed('counting-elsewhere');
    if (this.connection.name !== 'store') return ok(null);
    this.#recorder?.forget(gone, site);
    this.#queue.forget(gone);
    // What is on its way into storage is there afterwards, and deleted with the rest.
    return this.#toResult(await this.#queue.flush());
  }

  async tick(): Promise<void> {
    if (this.#access === 'read') return;
    const nowMs = this.#nowMs();
    if (this.#recorder?.setup.clock === 'wall') this.#keep(this.#recorder.advance(nowMs));
    if (this.#recorder && Math.abs(nowMs - this.#checkpointMs) >= CHECKPOINT_MS) {
      this.#checkpointMs = nowMs;
      this.#queue.add(this.#recorder.checkpoint());
    }
    await this.#queue.flush();
    await this.#noteIncidents(nowMs);
    if (this.#purges.isDue(nowMs, this.#recorder?.calendar)) await this.#purges.purge();
    await this.#packer.pack(nowMs);
  }

  async today(): Promise<Result<TodayFigures>> {
    const source = await this.#source();
    const records = this.#recorder
      ? ok(this.#recorder.today())
      : await this.#stored(this.#reads.read(source.calendar.dayAt(source.nowMs)));
    return records.ok ? ok(todayFigures(source, withoutLeftOut(records.value, source.site))) : records;
  }

  async history(query: FiguresQuery): Promise<Result<readonly IntervalFigures[]>> {
    const source = await this.#source();
    const intervals = intervalsOf(source.calendar, query);
    if (!intervals.ok) return intervals;
    const span = spanOf(intervals.value);
    if (!span) return ok([]);
    const open = this.#recorder?.openRecords() ?? NO_RECORDS;
    const stored = await this.#stored(this.#reads.readFor(query, span, { ...source, over: open }));
    if (!stored.ok) return stored;
    const records = withoutLeftOut(overlay(stored.value, open), source.site);
    return ok(historyFigures({ ...source, records }, { ...query, intervals: intervals.value }));
  }

  async transactions(span: Interval): Promise<Result<readonly DayTransactions[]>> {
    const { calendar } = await this.#source();
    return this.connection.use((database) => readTransactions(database, calendar, span));
  }

  /** Typed by the operator, as settings are: also in a tab that does not count. */
  async saveTransactions(atMs: number, transactions: number | null): Promise<Result<null>> {
    const { calendar } = await this.#source();
    const saved = await this.connection.use((database) =>
      saveTransactions(database, calendar.dayAt(atMs), { transactions, nowMs: this.#nowMs() }),
    );
    return saved.ok ? saved.value : saved;
  }

  /** Of what is written: an hour that is not over may still be too small. */
  async flows(query: Interval): Promise<Result<readonly FlowFigures[]>> {
    const source = await this.#source();
    const days = intervalsOf(source.calendar, { ...query, intervalMinutes: 1440 });
    if (!days.ok) return days;
    const stored = await this.#stored(this.#reads.read(spanOf(days.value) ?? query));
    if (!stored.ok) return stored;
    return ok(flowFigures(source, withoutLeftOut(stored.value, source.site), days.value));
  }

  async heat(query: HeatQuery): Promise<Result<HeatMap>> {
    const source = await this.#source();
    const intervals = intervalsOf(source.calendar, { ...query, intervalMinutes: 1440 });
    if (!intervals.ok) return intervals;
    const span = spanOf(intervals.value) ?? query;
    const measured = await this.#stored(this.#reads.read(span));
    if (!measured.ok) return measured;
    const stored = await this.connection.use((database) => readHeat(database, span));
    return ok(
      heatOfDays(query.camera, {
        days: intervals.value,
        openDay: source.calendar.dayAt(source.nowMs),
        records: overlayHeat(stored.ok ? stored.value : [], this.#queue.waitingHeat),
        coverage: withoutLeftOut(measured.value, source.site).coverage,
        held: this.#recorder?.heat.held(query.camera) ?? null,
        isLeftOut: leftOutTest(source.site),
      }),
    );
  }

  /** From stored records alone: two exports at different times differ by whole records, never by one visitor. */
  async exportCsv(query: ExportQuery): Promise<Result<ExportedFile>> {
    const checked = checkExport(query);
    if (!checked.ok) return checked;
    const source = await this.#source();
    const intervals = intervalsOf(source.calendar, query);
    if (!intervals.ok) return intervals;
    const stored = await this.#stored(this.#reads.read(exportSpan(source.calendar, query)));
    if (!stored.ok) return stored;
    const known = await this.connection.use((database) => database.getAll('configuration'));
    const configurations = known.ok ? known.value : [];
    // Figures may still land in a slot for some seconds after its end.
    const nowMs = source.nowMs - LATE_MS;
    const [typed, checks] = await Promise.all([this.transactions(query), this.checks.about(query)]);
    const rows = rowsOfExport(
      {
        ...source,
        nowMs,
        records: withoutLeftOut(stored.value, source.site),
        configurations,
        transactions: typed.ok ? typed.value : [],
        checks: checks.ok ? checks.value : NO_CHECKS,
      },
      query,
    );
    const journalHead = await this.#note(exportNote(query, { atMs: this.#nowMs(), rows: rows.length }));
    const file = exportFile(source.calendar, query, { rows, journalHead });
    return ok(this.connection.name === 'sample' ? { ...file, name: `sample-${file.name}` } : file);
  }

  async noteCopy(copied: CopiedFigures): Promise<Result<null>> {
    await this.#note(copyNote(copied, this.#nowMs()));
    return ok(null);
  }

  /** Queues records of slots that are over, and of hours and days of heat. */
  #keep(records: SlotRecords): void {
    this.#queue.add(records);
    this.#queue.addHeat(this.#recorder?.heat.takeRecords() ?? []);
  }

  #prepare(): Promise<Result<{ readonly purged: number }>> {
    if (this.#access === 'write' && this.connection.name === 'store') return this.#purges.purge();
    return this.connection.use(async (database) => {
      if (this.#access === 'write') await emptyDatabase(database);
      return { purged: 0 };
    });
  }

  async #beginRecorder(setup: RecordingSetup, configId: number): Promise<Recorder> {
    // Figures of the clock before are kept as far as they may be: its plain totals.
    this.#queue.add(this.#recorder?.checkpoint() ?? NO_RECORDS);
    await this.#queue.flush();
    const nowMs = this.#nowMs();
    const day = createStoreCalendar(setup.site.store).dayAt(nowMs);
    const span = await this.connection.use(recordedSpan);
    this.#firstMs = span.ok ? (span.value?.firstMs ?? null) : null;
    const stored = await this.#stored(this.#reads.read(day));
    const recorder = new Recorder(setup, configId, {
      day: stored.ok ? stored.value : NO_RECORDS,
      missedAs: await missedAs(this.connection, { firstMs: this.#firstMs, nowMs }),
    });
    if (setup.clock === 'wall') recorder.start(nowMs);
    return recorder;
  }

  /** Stored records and those that still wait to be stored. Without storage: those in memory. */
  async #stored(read: Promise<SharedRead>): Promise<Result<SlotRecords>> {
    const { stored, waiting } = await read;
    if (!stored.ok && !this.#recorder) return stored;
    const older = stored.ok ? stored.value : (this.#recorder?.closedToday ?? NO_RECORDS);
    return ok(overlay(older, waiting));
  }

  async #source(): Promise<ViewSource> {
    if (this.#recorder) {
      const { setup, calendar, nowMs } = this.#recorder;
      const site = this.#leftOut ? { ...setup.site, leftOut: this.#leftOut } : setup.site;
      return { site, calendar, nowMs: nowMs ?? this.#nowMs(), firstMs: this.#firstMs };
    }
    const span = await this.connection.use(recordedSpan);
    const recorded = span.ok ? span.value : null;
    const site = await readSiteOrFirst(this.connection);
    return {
      site,
      calendar: createStoreCalendar(site.store),
      nowMs: recorded ? clockOf(this.connection.name, recorded, this.#nowMs()) : this.#nowMs(),
      firstMs: recorded?.firstMs ?? null,
    };
  }

  async #noteIncidents(nowMs: number): Promise<void> {
    const notes = incidentNotes(this.#queue.takeIncidents(), { unsound: this.#unsound, nowMs });
    this.#unsound = 0;
    for (const note of notes) await this.#note(note);
  }

  /** That nothing can be stored was told when the store was opened; the figures are in memory. */
  #toResult(problem: Problem | null): Result<null> {
    const isKnown = this.#isMemoryOnly && problem?.code === 'storage-unavailable';
    return problem && !isKnown ? { ok: false, problem } : ok(null);
  }

  /** The journal's head then. One that cannot be written now (null) is no reason to stop: storage problems are told. */
  async #note(note: JournalNote): Promise<string | null> {
    const noted = await this.connection.use((database) => appendNote(database, note));
    return noted.ok ? noted.value : null;
  }
}
