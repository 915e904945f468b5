import type { Result } from '../core/result.ts';
import type { Site } from '../core/site/site.ts';
import type { Tally } from './tally.ts';

/** The shop's own figures, or the demo store's: never in one database. */
export type DatabaseName = 'store' | 'demo';

/** Why time was not measured. `app-closed` is inferred from slots in which nothing ran. */
export type GapCause =
  | 'not-started'
  | 'connecting'
  | 'stalled'
  | 'camera-problem'
  | 'paused'
  | 'engine-restart'
  | 'app-closed';

/** `open`: the interval has not ended yet. */
export type IntervalStatus = 'measured' | 'partial' | 'gap' | 'closed' | 'open';

export interface LineFigures {
  readonly line: number;
  readonly in: number;
  readonly out: number;
  /** Before staff are taken out. */
  readonly inRaw: number;
  readonly outRaw: number;
  readonly parties: number;
}

/** Detail obeys k: `suppressed` means "few people, not shown", and then every figure is null. */
export interface ZoneFigures {
  readonly zone: number;
  readonly suppressed: boolean;
  readonly visits: number | null;
  /** Visits by dwell band; upper edges in `core/measures/dwell-bands.ts`. */
  readonly dwellBands: readonly number[] | null;
  readonly dwellMedianS: number | null;
  readonly dwellP90S: number | null;
  readonly personSeconds: number | null;
  readonly occupancyMax: number | null;
}

export interface QueueFigures {
  readonly zone: number;
  readonly suppressed: boolean;
  readonly lengthPersonSeconds: number | null;
  readonly lengthMax: number | null;
  readonly waitBands: readonly number[] | null;
  readonly waitMedianS: number | null;
  readonly waitP90S: number | null;
}

/** 店内滞在人数: never below 0; `drift` is how far the unclamped sum fell below it. */
export interface OccupancyFigures {
  readonly personSeconds: number;
  readonly max: number;
  readonly end: number;
  readonly drift: number;
}

export interface CoverageFigures {
  readonly camera: number;
  readonly measuredS: number;
  readonly gapS: Readonly<Partial<Record<GapCause, number>>>;
  readonly framesAnalysed: number;
}

/** Every figure of one interval [fromMs, toMs). Entities are named by their ids in the site. */
export interface IntervalFigures {
  readonly fromMs: number;
  readonly toMs: number;
  readonly status: IntervalStatus;
  /** Measured seconds ÷ open seconds so far, 0–1; null where there is none to divide by. */
  readonly coverage: number | null;
  readonly lines: readonly LineFigures[];
  readonly zones: readonly ZoneFigures[];
  readonly queues: readonly QueueFigures[];
  readonly occupancy: OccupancyFigures | null;
  readonly cameras: readonly CoverageFigures[];
  /** More than one: a line, zone, rule or model changed inside the interval. */
  readonly configIds: readonly number[];
}

/** The business day so far, with the open slot. */
export interface TodayFigures {
  readonly dayFromMs: number;
  readonly nowMs: number;
  readonly total: IntervalFigures;
  /** In and out of all entrance lines. */
  readonly in: number;
  readonly out: number;
  readonly occupancy: number;
  readonly drift: number;
  /** Crossings of all outside lines, both directions. */
  readonly passersby: number;
}

export type IntervalMinutes = 15 | 60 | 1440;

export interface HistoryQuery {
  readonly fromMs: number;
  readonly toMs: number;
  readonly intervalMinutes: IntervalMinutes;
}

export type ExportProfile = 'in-house' | 'third-party';

export interface ExportQuery extends HistoryQuery {
  readonly profile: ExportProfile;
  /** Who gets it and why: kept in the journal. At most 200 characters each. */
  readonly recipient: string;
  readonly purpose: string;
}

export interface ExportedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly text: string;
}

/** What the site is counted with; a change of any of them begins a new configuration. */
export interface RecordingSetup {
  readonly site: Site;
  readonly modelSha256: string;
  /** `wall`: the PC's clock closes slots. `tallies`: the newest tally's time does (the demo store's own clock). */
  readonly clock: 'wall' | 'tallies';
}

/** Everything the origin keeps, for the reviewer: counts and sizes, by place. */
export interface StoreInventory {
  readonly place: string;
  readonly records: number;
  readonly fields: readonly string[];
}

export interface JournalEntry {
  readonly sequence: number;
  readonly atMs: number;
  readonly code: string;
  readonly numbers: readonly number[];
  readonly texts: readonly string[];
}

/** A camera's access to its gateway. Kept in a store of its own; no view, export or log shows it. */
export type Credential =
  | { readonly kind: 'bearer'; readonly token: string }
  | { readonly kind: 'basic'; readonly user: string; readonly password: string };

/** Commands to the archive worker, the only writer to storage (Comlink). */
export interface ArchiveApi {
  /** Opens, migrates and purges. `demo` begins empty. Must come first. */
  open(database: DatabaseName): Promise<Result<{ readonly purged: number }>>;
  /** Null on a fresh profile. The site of the shop, whichever database is open. */
  readSite(): Promise<Result<Site | null>>;
  saveSite(site: Site): Promise<Result<Site>>;
  readCredential(camera: number): Promise<Result<Credential | null>>;
  saveCredential(camera: number, credential: Credential | null): Promise<Result<null>>;

  startRecording(setup: RecordingSetup): Promise<Result<{ readonly configId: number }>>;
  /** Adds figures to the open slots in memory; closed slots and checkpoints are written as time passes. */
  record(tallies: readonly Tally[]): Promise<Result<null>>;
  /** `cause` null: the camera is being measured from now on. */
  noteGap(camera: number, cause: GapCause | null): Promise<void>;
  stopRecording(): Promise<Result<null>>;

  today(): Promise<Result<TodayFigures>>;
  history(query: HistoryQuery): Promise<Result<readonly IntervalFigures[]>>;
  exportCsv(query: ExportQuery): Promise<Result<ExportedFile>>;
  inventory(): Promise<Result<readonly StoreInventory[]>>;
  journal(newest: number): Promise<Result<readonly JournalEntry[]>>;
}
