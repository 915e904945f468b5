import type { SlotRecords } from '../../src/core/measures/slot-record.ts';
import type { Result } from '../../src/core/result.ts';
import type { Interval } from '../../src/core/time/store-calendar.ts';
import type { Connection } from './connection.ts';
import { readRecords } from './read-records.ts';

/** What a read found, and what still waited to be stored when it began: together they miss nothing. */
export interface SharedRead {
  readonly stored: Result<SlotRecords>;
  readonly waiting: SlotRecords;
}

/**
 * Reads of stored records, each span once at a time: a comparison asks for the same year by hours and by days. Nothing
 * is kept when a read has ended, so that what is written afterwards is seen.
 */
export class SharedReads {
  readonly #connection: Connection;
  readonly #inFlight = new Map<string, Promise<SharedRead>>();
  readonly #waiting: () => SlotRecords;

  constructor(connection: Connection, waiting: () => SlotRecords) {
    this.#connection = connection;
    this.#waiting = waiting;
  }

  read(span: Interval): Promise<SharedRead> {
    const key = `${span.fromMs}-${span.toMs}`;
    const running = this.#inFlight.get(key);
    if (running) return running;
    const waiting = this.#waiting();
    const started = this.#connection
      .use((database) => readRecords(database, span))
      .then((stored) => ({ stored, waiting }))
      .finally(() => this.#inFlight.delete(key));
    this.#inFlight.set(key, started);
    return started;
  }
}
