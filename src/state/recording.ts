import type { Access, ArchiveApi, DatabaseName, TodayFigures } from '../contracts/archive.ts';
import type { ClockPort } from '../contracts/ports.ts';
import type { Tally } from '../contracts/tally.ts';
import type { Problem, Result } from '../core/result.ts';
import type { Site } from '../core/site/site.ts';
import type { ProblemList } from './problem-list.ts';
import { settleCall } from './settle-call.ts';
import { TallyRecorder } from './tally-recorder.ts';

/** A worker that died is started anew at most this often. */
const RECOVER_MS = 5000;

export interface RecordingPorts {
  readonly archive: ArchiveApi;
  readonly clock: ClockPort;
  readonly problems: ProblemList;
  readonly modelSha256: () => string;
}

/** What is recorded, and where. Knows enough to begin again when the archive worker had to be replaced. */
export class Recording {
  readonly #ports: RecordingPorts;
  readonly #recorder: TallyRecorder;
  #database: DatabaseName = 'store';
  #site: Site | null = null;
  #recoveredMs = 0;
  /** The demo store's clock is known from its first tally on; a tab that only reads has its records. */
  #isClockKnown = true;
  #asking: Promise<TodayFigures | null> | null = null;

  constructor(ports: RecordingPorts) {
    this.#ports = ports;
    this.#recorder = new TallyRecorder(ports.archive, ports.problems);
  }

  /** Without storage the archive counts on in memory: that is told, and no reason to stop. */
  async open(database: DatabaseName, access: Access): Promise<Problem | null> {
    this.#database = database;
    this.#isClockKnown = database === 'store' || access === 'read';
    const opened = await settleCall(this.#ports.archive.open(database, access), 'archive-worker-failed');
    if (opened.ok) return null;
    if (opened.problem.code !== 'storage-unavailable') return opened.problem;
    this.#ports.problems.report('no-storage', opened.problem);
    return null;
  }

  /** Begins to record what `site` counts, or goes on with a changed site. */
  async begin(site: Site): Promise<Problem | null> {
    this.#site = site;
    await this.#recorder.flush();
    const clock = this.#database === 'demo' ? 'tallies' : 'wall';
    const setup = { site, modelSha256: this.#ports.modelSha256(), clock } as const;
    const begun = await settleCall(this.#ports.archive.startRecording(setup), 'archive-worker-failed');
    return begun.ok ? null : begun.problem;
  }

  push(tally: Tally): void {
    this.#isClockKnown = true;
    this.#recorder.push(tally);
  }

  /** Something that changes a total is waiting. */
  get hasEvents(): boolean {
    return this.#recorder.hasEvents;
  }

  flush(): Promise<void> {
    return this.#recorder.flush();
  }

  /** Writes what is open. */
  async stop(): Promise<void> {
    this.#site = null;
    await this.#recorder.flush();
    const stopped = await settleCall(this.#ports.archive.stopRecording(), 'archive-worker-failed');
    if (!stopped.ok) this.#ports.problems.report('storage', stopped.problem);
  }

  /**
   * The business day so far; null where it cannot be read, and that is told, and while the day itself is not known.
   * One question at a time.
   */
  today(): Promise<TodayFigures | null> {
    if (!this.#isClockKnown) return Promise.resolve(null);
    this.#asking ??= this.#askToday().finally(() => {
      this.#asking = null;
    });
    return this.#asking;
  }

  /** Starts the demo store's figures from nothing, as the demo store itself does. */
  async beginDemoAnew(): Promise<Problem | null> {
    const site = this.#site;
    if (!site) return null;
    await this.#recorder.flush();
    return (await this.open('demo', 'write')) ?? (await this.begin(site));
  }

  /** Replaces a dead archive worker; true when recording goes on with a new one. */
  async recover(): Promise<boolean> {
    const nowMs = this.#ports.clock.nowMs();
    if (!this.#recorder.isLost || !this.#site || nowMs - this.#recoveredMs < RECOVER_MS) return false;
    this.#recoveredMs = nowMs;
    const problem = (await this.open(this.#database, 'write')) ?? (await this.begin(this.#site));
    if (problem) return false;
    this.#ports.problems.settle('storage');
    return true;
  }

  async #askToday(): Promise<TodayFigures | null> {
    const today: Result<TodayFigures> = await settleCall(
      this.#ports.archive.today(),
      'archive-worker-failed',
    );
    if (today.ok) {
      this.#ports.problems.settle('figures');
      return today.value;
    }
    this.#ports.problems.report('figures', today.problem);
    return null;
  }
}
