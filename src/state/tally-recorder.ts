import type { ArchiveApi } from '../contracts/archive.ts';
import type { Tally } from '../contracts/tally.ts';
import type { ProblemList } from './problem-list.ts';
import { settleCall } from './settle-call.ts';

/** Tallies kept while the archive is busy: a quarter of an hour of one camera at 10 per second. */
export const MAX_PENDING = 9000;

/** Brings tallies to the archive in batches, one call at a time, in order, each exactly once. */
export class TallyRecorder {
  readonly #archive: ArchiveApi;
  readonly #problems: ProblemList;
  #pending: Tally[] = [];
  #inFlight: Promise<void> | null = null;
  #lost = false;

  constructor(archive: ArchiveApi, problems: ProblemList) {
    this.#archive = archive;
    this.#problems = problems;
  }

  /** Keeps a tally for the next batch. Beyond `MAX_PENDING` it is refused, and that is reported. */
  push(tally: Tally): void {
    if (this.#pending.length < MAX_PENDING) this.#pending.push(tally);
    else this.#problems.report('storage', { code: 'archive-worker-failed' });
  }

  /** The archive did not take the newest batch because it is gone. */
  get isLost(): boolean {
    return this.#lost;
  }

  /** Something that changes a total is waiting. */
  get hasEvents(): boolean {
    return this.#pending.some((tally) => tally.events.some(({ kind }) => kind !== 'stay'));
  }

  /** Sends what has come in. Resolves when it is recorded; joins a call that is under way. */
  flush(): Promise<void> {
    this.#inFlight ??= this.#send().finally(() => {
      this.#inFlight = null;
    });
    return this.#inFlight;
  }

  async #send(): Promise<void> {
    if (this.#pending.length === 0) return;
    const batch = this.#pending;
    this.#pending = [];
    const recorded = await settleCall(this.#archive.record(batch), 'archive-worker-failed');
    this.#lost = !recorded.ok && recorded.problem.code === 'archive-worker-failed';
    if (recorded.ok) this.#problems.settle('storage');
    else this.#problems.report('storage', recorded.problem);
  }
}
