import type { ExportProfile } from '../core/disclosure/export-profile.ts';
import type { CountedWith } from '../core/measures/counted-with.ts';
import type { DayTransactions } from '../core/measures/conversion.ts';
import type { IntervalFigures } from '../core/measures/figures.ts';
import type { FlowFigures } from '../core/measures/flow-figures.ts';
import type { GapCause } from '../core/measures/gap-cause.ts';
import type { HeatMap } from '../core/measures/heat-map.ts';
import type { Result } from '../core/result.ts';
import type { DemoNames } from '../core/simulation/demo-camera.ts';
import type { Site, Store } from '../core/site/site.ts';
import type { Interval, IntervalMinutes } from '../core/time/store-calendar.ts';
import type { FinishedCheck, LineAccuracy, PeriodChecks } from './accuracy.ts';
import type { AccessChange, AccessRecord } from './access.ts';
import type { Tally } from './tally.ts';

export type { ExportProfile } from '../core/disclosure/export-profile.ts';
export type {
  CoverageFigures,
  IntervalFigures,
  IntervalStatus,
  LineFigures,
  OccupancyFigures,
  QueueFigures,
  ZoneFigures,
} from '../core/measures/figures.ts';
export type { FlowFigures } from '../core/measures/flow-figures.ts';
export type { DayTransactions } from '../core/measures/conversion.ts';
export type { HeatMap } from '../core/measures/heat-map.ts';
export type { HeatFigures } from '../core/measures/heat-record.ts';
export type { GapCause } from '../core/measures/gap-cause.ts';
export type { IntervalMinutes } from '../core/time/store-calendar.ts';

/** The shop's own figures, the demo store's, or the sample's: never in one database. */
export type DatabaseName = 'store' | 'demo' | 'sample';

/** Whose figures are looked back at: those of the database that is open, or the sample's beside it. */
export type FiguresOf = 'store' | 'sample';

/** What the sample's history is drawn from: the same again, at the same day, gives the same figures. */
export interface SampleRequest {
  readonly store: Pick<Store, 'timeZone' | 'dayStartsAtMinute'>;
  readonly names: DemoNames;
  readonly seed: number;
}

/** `read`: another tab records. Nothing is purged, emptied or written but settings. */
export type Access = 'write' | 'read';

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

export interface HistoryQuery {
  readonly fromMs: number;
  readonly toMs: number;
  readonly intervalMinutes: IntervalMinutes;
}

export interface FiguresQuery extends HistoryQuery {
  /** Areas and queues are not asked for: there are none in the figures. Over a long time that is much faster. */
  readonly withoutDetail?: boolean;
}

/** Whole business days that the span touches. */
export interface HeatQuery extends Interval {
  readonly camera: number;
}

export interface ExportQuery extends HistoryQuery {
  readonly profile: ExportProfile;
  /** Who gets it and why: kept in the journal. At most 200 characters each. */
  readonly recipient: string;
  readonly purpose: string;
}

/** Charts whose figures can be copied; the journal has a chart's place here, from 1. New ones go to the end. */
export const COPIED_CHARTS = ['flow', 'pattern', 'compare', 'dwell', 'heat', 'uptime', 'zone-flow'] as const;
export type CopiedChart = (typeof COPIED_CHARTS)[number];

/** What left by the clipboard: of which chart and span, as figures for a spreadsheet or as an image, in how many rows. */
export interface CopiedFigures extends Interval {
  readonly chart: CopiedChart;
  readonly form: 'figures' | 'image';
  readonly rows: number;
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
  /** Database and store, `kazoe/line_slot`. */
  readonly place: string;
  readonly records: number;
  readonly fields: readonly string[];
  /** Length of the records as JSON: an estimate of what they take. */
  readonly bytes: number;
  /** Records that differ from the schema of this build; in a place that it does not know, all of them. */
  readonly foreign: number;
  /** Records of slots that lie packed in these, by kind; absent where nothing is packed. */
  readonly packed?: Readonly<Record<string, number>>;
}

/** How much a walk through what is stored looks at. `share`: what is new, and of the rest what a day goes through once. */
export type WalkScope = 'all' | 'share';

/** Everything that the origin keeps; of what was not looked at, what the walk before found. */
export interface Inventory {
  readonly places: readonly StoreInventory[];
  /** Records looked at in this walk. */
  readonly lookedAt: number;
  /** When all records had been looked at, last; null: not yet. */
  readonly wholeAtMs: number | null;
}

/** Whether each entry of the journal still fits the one before it. */
export interface JournalCheck {
  readonly entries: number;
  /** Hash of the newest entry, 64 hex digits; zeros when there is none. Whoever noted it knows all up to it. */
  readonly head: string;
  /** Sequence number of the first entry that was changed or whose forerunner is missing; null: the chain holds. */
  readonly brokenAt: number | null;
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

/** One build takes over from another, both named by the digest of `BuildManifest`. */
export interface BuildUpdate {
  readonly from: string;
  readonly to: string;
  /** `timetable`: it was time. `operator`: somebody asked for it. */
  readonly by: 'timetable' | 'operator';
}

/** Commands to the archive worker, the only writer to storage (Comlink). */
export interface ArchiveApi {
  /**
   * Opens, migrates and purges; `demo` begins empty. Must come first. Access is `write` unless said otherwise.
   * After `storage-unavailable` recording still works, in memory alone.
   */
  open(database: DatabaseName, access?: Access): Promise<Result<{ readonly purged: number }>>;
  /** Null on a fresh profile. The site of the shop, whichever database is open. */
  readSite(): Promise<Result<Site | null>>;
  saveSite(site: Site): Promise<Result<Site>>;
  readCredential(camera: number): Promise<Result<Credential | null>>;
  saveCredential(camera: number, credential: Credential | null): Promise<Result<null>>;

  /** Proofs of PINs and their lock-outs; of the shop, whichever database is open. */
  readAccess(): Promise<Result<readonly AccessRecord[]>>;
  /** Changes and notes them. `record-rejected` where a record is none. */
  changeAccess(change: AccessChange): Promise<Result<null>>;

  startRecording(setup: RecordingSetup): Promise<Result<{ readonly configId: number }>>;
  /**
   * Adds figures to the open slots in memory; closed slots and checkpoints are written as time passes. A problem is
   * about storage (`storage-full`): what makes sense is counted all the same, and written when that is possible.
   */
  record(tallies: readonly Tally[]): Promise<Result<null>>;
  /** `cause` null: the camera is being measured from now on. */
  noteGap(camera: number, cause: GapCause | null): Promise<void>;
  /** Sets 店内人数 to what somebody counted, 0–100000. `settings-invalid` for anything else. */
  recount(people: number): Promise<Result<null>>;
  stopRecording(): Promise<Result<null>>;

  /** Zones are exact from k visits on; for the screen alone. */
  today(): Promise<Result<TodayFigures>>;
  history(query: FiguresQuery, of?: FiguresOf): Promise<Result<readonly IntervalFigures[]>>;
  /** 取引件数 of the business days that a span touches, as far as they were typed. */
  transactions(span: Interval, of?: FiguresOf): Promise<Result<readonly DayTransactions[]>>;
  /** Keeps or, where null, takes away what was typed for the business day of an instant. `settings-invalid` over a million. */
  saveTransactions(atMs: number, transactions: number | null): Promise<Result<null>>;
  /** 動線 over the business days that a span touches. Of the open day the hours that are over. */
  flows(span: Interval, of?: FiguresOf): Promise<Result<readonly FlowFigures[]>>;
  /** Of the open day cells are exact from k people on; for the screen alone. */
  heat(query: HeatQuery, of?: FiguresOf): Promise<Result<HeatMap>>;
  /** Intervals that have not ended are left out, for third parties business days. `settings-invalid` names the field. */
  exportCsv(query: ExportQuery, of?: FiguresOf): Promise<Result<ExportedFile>>;
  /** Notes that figures were copied. */
  noteCopy(copied: CopiedFigures, of?: FiguresOf): Promise<Result<null>>;
  /** Keeps a check with digests of what it was made with. `check-empty` where nothing in it can be judged. */
  saveCheck(check: FinishedCheck): Promise<Result<null>>;
  /** One entry for each line of the site that is counted; only an open recording knows what checks still hold. */
  accuracy(): Promise<Result<readonly LineAccuracy[]>>;
  /** What the checks within 90 days of a period say of its figures; null: of those of now. Nothing without a recording. */
  checksAbout(period: Interval | null, of?: FiguresOf): Promise<Result<PeriodChecks>>;
  /** Everything that figures were ever counted with. */
  configurations(of?: FiguresOf): Promise<Result<readonly CountedWith[]>>;
  /** The site of the sample; null where there is none. Never makes one. */
  readSample(): Promise<Result<Site | null>>;
  /** Fills a database of the sample's own with eight weeks up to yesterday, through the same gate. */
  fillSample(request: SampleRequest): Promise<Result<Site>>;
  /** Deletes the sample's database and nothing else. */
  removeSample(): Promise<Result<null>>;
  /**
   * Deletes all that was ever recorded of cameras, lines and zones which the shop's site does not have any more, and notes
   * it. `settings-invalid`: it still has one of them. `counting-elsewhere`: another tab counts, and would write on.
   */
  removeHistory(entities: readonly number[]): Promise<Result<{ readonly removed: number }>>;
  inventory(scope: WalkScope): Promise<Result<Inventory>>;
  journal(newest: number): Promise<Result<readonly JournalEntry[]>>;
  /** A share takes what is new, and some of the older links; a chain that was broken is always followed whole. */
  checkJournal(scope: WalkScope): Promise<Result<JournalCheck>>;
  /** The whole journal as JSON, for the page that checks it without this app (`public/journal-check.html`). */
  exportJournal(): Promise<Result<ExportedFile>>;
  /** Notes how many parts of a self-check passed and failed. */
  noteSelfCheck(passed: number, failed: number): Promise<Result<null>>;
  /** Notes that the evidence is being saved, with how many parts of the last self-check had failed. */
  noteEvidence(failed: number): Promise<Result<null>>;
  /** Before recording is stopped for another build: noted, and the time that this takes is a gap with its own cause. */
  noteUpdate(update: BuildUpdate): Promise<Result<null>>;
}
