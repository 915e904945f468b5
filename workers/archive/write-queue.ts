import type { Problem } from '../../src/core/result.ts';
import { withoutEntities, type Entities } from '../../src/core/measures/entity-records.ts';
import type { HeatRecord } from '../../src/core/measures/heat-record.ts';
import type { SlotRecords } from '../../src/core/measures/slot-record.ts';
import type { Connection } from './connection.ts';
import { placeOf, toEntries, toRecords } from './entries.ts';
import type { Entry } from './schema.ts';
import { write, type GateReport } from './write-gate.ts';

/** Records kept while storage fails: about a week of a store with 20 lines and zones. */
const MAX_WAITING = 15_000;

/** What has come up since it was last asked, for the journal. */
export interface QueueIncidents {
  /** Records that the gate refused. */
  readonly rejected: number;
  /** Records given up because storage failed for too long. */
  readonly dropped: number;
  /** Attempts that failed before one went through. */
  readonly retries: number;
}

/** Records on their way into storage, in order. What cannot be written now waits in memory for the next attempt. */
export class WriteQueue {
  readonly #connection: Connection;
  #waiting = new Map<string, Entry>();
  #turn: Promise<Problem | null> = Promise.resolve(null);
  #rejected = 0;
  #dropped = 0;
  #failures = 0;
  #retries = 0;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Records that are not in storage yet. */
  get waiting(): SlotRecords {
    return toRecords([...this.#waiting.values()]);
  }

  /** Heat that is not in storage yet. */
  get waitingHeat(): readonly HeatRecord[] {
    return [...this.#waiting.values()].flatMap((entry) =>
      entry.store === 'heat_slot' ? [entry.record] : [],
    );
  }

  get isEmpty(): boolean {
    return this.#waiting.size === 0;
  }

  /** Later versions of a record take the place of earlier ones. */
  add(records: SlotRecords): void {
    for (const entry of toEntries(records)) this.#keep(entry);
  }

  addHeat(records: readonly HeatRecord[]): void {
    for (const record of records) this.#keep({ store: 'heat_slot', record });
  }

  /** What waits of some cameras, lines and zones is never written. */
  forget(gone: Entities): void {
    const heat = this.waitingHeat.filter(({ camera }) => !gone.has(camera));
    const records = withoutEntities(this.waiting, gone);
    this.#waiting.clear();
    this.add(records);
    this.addHeat(heat);
  }

  /** Tries to write all that waits. The problem, if any, is over when a later call returns null. */
  flush(): Promise<Problem | null> {
    this.#turn = this.#turn.then(() => this.#writeAll());
    return this.#turn;
  }

  takeIncidents(): QueueIncidents {
    const incidents = { rejected: this.#rejected, dropped: this.#dropped, retries: this.#retries };
    this.#rejected = 0;
    this.#dropped = 0;
    this.#retries = 0;
    return incidents;
  }

  async #writeAll(): Promise<Problem | null> {
    const entries = [...this.#waiting.values()];
    if (entries.length === 0) return null;
    const written = await this.#connection.use((database) => write(database, entries));
    if (!written.ok) {
      this.#failures += 1;
      return written.problem;
    }
    this.#settle(entries, written.value);
    return written.value.problem;
  }

  #settle(entries: readonly Entry[], report: GateReport): void {
    const unwritten = new Set(report.unwritten);
    for (const entry of entries) {
      const place = placeOf(entry);
      // A newer version may have come in during the write: it stays.
      if (!unwritten.has(entry) && this.#waiting.get(place) === entry) this.#waiting.delete(place);
    }
    this.#rejected += report.rejected.length;
    if (unwritten.size > 0) {
      this.#failures += 1;
    } else {
      this.#retries += this.#failures;
      this.#failures = 0;
    }
  }

  #keep(entry: Entry): void {
    const place = placeOf(entry);
    this.#waiting.delete(place);
    this.#waiting.set(place, entry);
    if (this.#waiting.size <= MAX_WAITING) return;
    const [oldest] = this.#waiting.keys();
    if (oldest !== undefined) this.#waiting.delete(oldest);
    this.#dropped += 1;
  }
}
