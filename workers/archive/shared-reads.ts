import type { FiguresQuery } from '../../src/contracts/archive.ts';
import type { SlotRecords } from '../../src/core/measures/slot-record.ts';
import type { Result } from '../../src/core/result.ts';
import type { Interval } from '../../src/core/time/store-calendar.ts';
import type { Connection } from './connection.ts';
import type { Database } from './database.ts';
import { concatRecords } from './live-detail.ts';
import { readRecords } from './read-records.ts';
import { readSums, type SumsWanted } from './read-sums.ts';

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
    return this.#share(`${span.fromMs}-${span.toMs}`, (database) => readRecords(database, span));
  }

  /** What a query's figures need of a span; `over` are records that are not even waiting yet. */
  readFor(
    { intervalMinutes, withoutDetail }: Pick<FiguresQuery, 'intervalMinutes' | 'withoutDetail'>,
    span: Interval,
    source: Omit<SumsWanted, 'detailByHour'>,
  ): Promise<SharedRead> {
    if (intervalMinutes === 15) return this.read(span);
    return this.#readSums(span, { ...source, detailByHour: intervalMinutes === 60 && !withoutDetail });
  }

  #readSums(span: Interval, { over, ...wanted }: SumsWanted): Promise<SharedRead> {
    const { timeZone, dayStartsAtMinute } = wanted.site.store;
    const key = JSON.stringify([
      ...[span.fromMs, span.toMs, wanted.detailByHour],
      ...[timeZone, dayStartsAtMinute, wanted.site.leftOut],
    ]);
    return this.#share(key, (database, waiting) =>
      readSums(database, span, { ...wanted, over: concatRecords(waiting, over) }),
    );
  }

  #share(
    key: string,
    read: (database: Database, waiting: SlotRecords) => Promise<SlotRecords>,
  ): Promise<SharedRead> {
    const running = this.#inFlight.get(key);
    if (running) return running;
    const waiting = this.#waiting();
    const started = this.#connection
      .use((database) => read(database, waiting))
      .then((stored) => ({ stored, waiting }))
      .finally(() => this.#inFlight.delete(key));
    this.#inFlight.set(key, started);
    return started;
  }
}
