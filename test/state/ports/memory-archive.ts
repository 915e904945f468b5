import type { AccessChange, AccessRecord } from '../../../src/contracts/access.ts';
import type { FinishedCheck, LineAccuracy, PeriodChecks } from '../../../src/contracts/accuracy.ts';
import { NO_CHECKS } from '../../../src/core/accuracy-check/period-checks.ts';
import type { CountedWith } from '../../../src/core/measures/counted-with.ts';
import type {
  Access,
  CopiedFigures,
  ArchiveApi,
  BuildUpdate,
  Credential,
  DatabaseName,
  DayTransactions,
  ExportQuery,
  ExportedFile,
  FiguresOf,
  FlowFigures,
  GapCause,
  HeatMap,
  HeatQuery,
  HistoryQuery,
  IntervalFigures,
  Inventory,
  JournalCheck,
  JournalEntry,
  RecordingSetup,
  SampleRequest,
  StoreInventory,
  TodayFigures,
  WalkScope,
} from '../../../src/contracts/archive.ts';
import type { Interval } from '../../../src/core/time/store-calendar.ts';
import type { Tally } from '../../../src/contracts/tally.ts';
import { failed, ok, type ProblemCode, type Result } from '../../../src/core/result.ts';
import { sampleSites } from '../../../src/core/simulation/sample-site.ts';
import type { Site } from '../../../src/core/site/site.ts';

/** The archive's contract in memory: totals of the day, no slots. Problems are set by code. */
export class MemoryArchive implements ArchiveApi {
  readonly opened: [DatabaseName, Access][] = [];
  readonly recorded: Tally[] = [];
  readonly gaps: [number, GapCause | null][] = [];
  readonly exports: ExportQuery[] = [];
  readonly recounts: number[] = [];
  readonly copies: CopiedFigures[] = [];
  readonly problems: Partial<
    Record<
      'open' | 'readSite' | 'record' | 'history' | 'heat' | 'today' | 'saveCheck' | 'readAccess',
      ProblemCode
    >
  > = {};
  readonly checks: FinishedCheck[] = [];
  lineAccuracy: readonly LineAccuracy[] = [];
  periodChecks: PeriodChecks = NO_CHECKS;
  countedWith: readonly CountedWith[] = [];
  readonly credentials = new Map<number, Credential>();
  site: Site | null;
  recordings: RecordingSetup[] = [];
  stopped = 0;
  nowMs = Date.UTC(2026, 10, 24, 1, 0);
  days: (query: HistoryQuery) => readonly IntervalFigures[] = () => [];
  pairs: (span: Interval) => readonly FlowFigures[] = () => [];
  heats: (query: HeatQuery) => HeatMap = () => ({
    heat: null,
    measuredS: 0,
    lostS: 0,
    partS: 0,
    isCut: false,
  });
  readonly typed = new Map<number, number>();
  places: readonly StoreInventory[] = [];
  readonly walks: WalkScope[] = [];
  entries: readonly JournalEntry[] = [];
  brokenAt: number | null = null;
  access: readonly AccessRecord[] = [];
  readonly accessNotes: NonNullable<AccessChange['note']>[] = [];
  readonly selfChecks: [number, number][] = [];
  readonly evidence: number[] = [];
  readonly updates: BuildUpdate[] = [];

  constructor(site: Site | null = null) {
    this.site = site;
  }

  open(database: DatabaseName, access: Access = 'write'): Promise<Result<{ purged: number }>> {
    this.opened.push([database, access]);
    return this.#answer('open', { purged: 0 });
  }

  readSite(): Promise<Result<Site | null>> {
    return this.#answer('readSite', this.site);
  }

  saveSite(site: Site): Promise<Result<Site>> {
    this.site = site;
    return Promise.resolve(ok(site));
  }

  readCredential(camera: number): Promise<Result<Credential | null>> {
    return Promise.resolve(ok(this.credentials.get(camera) ?? null));
  }

  saveCredential(camera: number, credential: Credential | null): Promise<Result<null>> {
    if (credential) this.credentials.set(camera, credential);
    else this.credentials.delete(camera);
    return Promise.resolve(ok(null));
  }

  readAccess(): Promise<Result<readonly AccessRecord[]>> {
    return this.#answer('readAccess', this.access);
  }

  changeAccess({ put = [], remove = [], note }: AccessChange): Promise<Result<null>> {
    const gone = [...remove, ...put.map(({ key }) => key)];
    this.access = [...this.access.filter(({ key }) => !gone.includes(key)), ...put];
    if (note) this.accessNotes.push(note);
    return Promise.resolve(ok(null));
  }

  startRecording(setup: RecordingSetup): Promise<Result<{ configId: number }>> {
    this.recordings.push(setup);
    return Promise.resolve(ok({ configId: this.recordings.length }));
  }

  record(tallies: readonly Tally[]): Promise<Result<null>> {
    if (!this.problems.record) this.recorded.push(...tallies);
    return this.#answer('record', null);
  }

  noteGap(camera: number, cause: GapCause | null): Promise<void> {
    this.gaps.push([camera, cause]);
    return Promise.resolve();
  }

  recount(people: number): Promise<Result<null>> {
    this.recounts.push(people);
    return Promise.resolve(ok(null));
  }

  stopRecording(): Promise<Result<null>> {
    this.stopped += 1;
    return Promise.resolve(ok(null));
  }

  today(): Promise<Result<TodayFigures>> {
    return this.#answer('today', this.#today());
  }

  history(query: HistoryQuery, of: FiguresOf = 'store'): Promise<Result<readonly IntervalFigures[]>> {
    this.askedOf.push(of);
    return this.#answer('history', this.days(query));
  }

  transactions({ fromMs, toMs }: Interval): Promise<Result<readonly DayTransactions[]>> {
    const typed = [...this.typed].map(([at, transactions]) => ({ fromMs: at, transactions }));
    return Promise.resolve(ok(typed.filter((day) => day.fromMs >= fromMs && day.fromMs < toMs)));
  }

  saveTransactions(atMs: number, transactions: number | null): Promise<Result<null>> {
    if (transactions === null) this.typed.delete(atMs);
    else this.typed.set(atMs, transactions);
    return Promise.resolve(ok(null));
  }

  flows(span: Interval): Promise<Result<readonly FlowFigures[]>> {
    return Promise.resolve(ok(this.pairs(span)));
  }

  heat(query: HeatQuery): Promise<Result<HeatMap>> {
    return this.#answer('heat', this.heats(query));
  }

  exportCsv(query: ExportQuery): Promise<Result<ExportedFile>> {
    this.exports.push(query);
    return Promise.resolve(ok({ name: 'kazoe.csv', mediaType: 'text/csv', text: 'schema_version\r\n' }));
  }

  noteCopy(copied: CopiedFigures): Promise<Result<null>> {
    this.copies.push(copied);
    return Promise.resolve(ok(null));
  }

  saveCheck(check: FinishedCheck): Promise<Result<null>> {
    if (!this.problems.saveCheck) this.checks.push(check);
    return this.#answer('saveCheck', null);
  }

  accuracy(): Promise<Result<readonly LineAccuracy[]>> {
    return Promise.resolve(ok(this.lineAccuracy));
  }

  /** The sample that is there. */
  sample: Site | null = null;
  /** Of whom figures were asked, newest last. */
  readonly askedOf: FiguresOf[] = [];

  readSample(): Promise<Result<Site | null>> {
    return Promise.resolve(ok(this.sample));
  }

  fillSample(request: SampleRequest): Promise<Result<Site>> {
    const { after } = sampleSites(request.store, request);
    this.sample = after;
    return Promise.resolve(ok(after));
  }

  removeSample(): Promise<Result<null>> {
    this.sample = null;
    return Promise.resolve(ok(null));
  }

  checksAbout(): Promise<Result<PeriodChecks>> {
    return Promise.resolve(ok(this.periodChecks));
  }

  configurations(): Promise<Result<readonly CountedWith[]>> {
    return Promise.resolve(ok(this.countedWith));
  }

  /** Ids whose records were deleted, one list for each call. */
  readonly historyRemoved: (readonly number[])[] = [];

  removeHistory(entities: readonly number[]): Promise<Result<{ removed: number }>> {
    this.historyRemoved.push(entities);
    return Promise.resolve(ok({ removed: 120 }));
  }

  inventory(scope: WalkScope): Promise<Result<Inventory>> {
    this.walks.push(scope);
    const lookedAt = this.places.reduce((sum, { records }) => sum + records, 0);
    return Promise.resolve(ok({ places: this.places, lookedAt, wholeAtMs: this.nowMs }));
  }

  journal(newest: number): Promise<Result<readonly JournalEntry[]>> {
    return Promise.resolve(ok(this.entries.slice(0, newest)));
  }

  checkJournal(): Promise<Result<JournalCheck>> {
    return Promise.resolve(
      ok({ entries: this.entries.length, head: '0'.repeat(64), brokenAt: this.brokenAt }),
    );
  }

  exportJournal(): Promise<Result<ExportedFile>> {
    return Promise.resolve(
      ok({ name: 'journal.json', mediaType: 'application/json', text: '{"journal":[]}' }),
    );
  }

  noteSelfCheck(passed: number, failures: number): Promise<Result<null>> {
    this.selfChecks.push([passed, failures]);
    return Promise.resolve(ok(null));
  }

  noteEvidence(failures: number): Promise<Result<null>> {
    this.evidence.push(failures);
    return Promise.resolve(ok(null));
  }

  noteUpdate(update: BuildUpdate): Promise<Result<null>> {
    this.updates.push(update);
    return Promise.resolve(ok(null));
  }

  #today(): TodayFigures {
    const lines = this.recordings.at(-1)?.site.cameras.flatMap((camera) => camera.lines) ?? [];
    const crossings = this.recorded
      .flatMap(({ events }) => events)
      .filter((event) => event.kind === 'crossing');
    const count = (direction: 'in' | 'out', kind: string): number =>
      crossings.filter((event) => event.direction === direction && lines[event.line]?.kind === kind).length;
    const entered = count('in', 'entrance');
    const left = count('out', 'entrance');
    const dayFromMs = Math.floor((this.nowMs + 9 * 3_600_000) / 86_400_000) * 86_400_000 - 9 * 3_600_000;
    return {
      dayFromMs,
      nowMs: this.nowMs,
      total: anInterval({ fromMs: dayFromMs, toMs: this.nowMs, coverage: 1 }),
      in: entered,
      out: left,
      occupancy: Math.max(0, entered - left),
      drift: Math.max(0, left - entered),
      passersby: count('in', 'outside') + count('out', 'outside'),
    };
  }

  #answer<T>(call: keyof MemoryArchive['problems'], value: T): Promise<Result<T>> {
    const code = this.problems[call];
    return Promise.resolve(code ? failed(code) : ok(value));
  }
}

/** Figures of an interval with nothing in it but what is given. */
export function anInterval(given: Partial<IntervalFigures>): IntervalFigures {
  return {
    fromMs: 0,
    toMs: 0,
    status: 'measured',
    coverage: null,
    lines: [],
    zones: [],
    queues: [],
    occupancy: null,
    cameras: [],
    configIds: [1],
    ...given,
  };
}
