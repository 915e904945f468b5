import type { SlotRecords } from '../../src/core/measures/slot-record.ts';
import type { Result } from '../../src/core/result.ts';
import type { Interval } from '../../src/core/time/store-calendar.ts';
import type { Connection } from './connection.ts';
import { readRecords } from './read-records.ts';

/**
 * Reads of stored records, each span once at a time: a comparison asks for the same year by hours and by days. Nothing
 * is kept when a read has ended, so that what is written afterwards is seen.
 */
export class SharedReads {
  readonly #connection: Connection;
  readonly #inFlight = new Map<string, Promise<Result<SlotRecords>>>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  read(span: Interval): Promise<Result<SlotRecords>> {
    const key = `${span.fromMs}-${span.toMs}`;
    const running = this.#inFlight.get(key);
    if (running) return running;
    const started = this.#connection
      .use((database) => readRecords(database, span))
      .finally(() => this.#inFlight.delete(key));
    this.#inFlight.set(key, started);
    return started;
  }
}
