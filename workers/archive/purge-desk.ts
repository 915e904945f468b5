import { ok, type Result } from '../../src/core/result.ts';
import { createStoreCalendar, type StoreCalendar } from '../../src/core/time/store-calendar.ts';
import type { Connection } from './connection.ts';
import { appendNote } from './journal.ts';
import { purge } from './retention.ts';
import { readSiteOrFirst } from './settings.ts';

/** Deletes what is older than the store keeps: when it is opened, and once in each business day. */
export class PurgeDesk {
  readonly #connection: Connection;
  readonly #nowMs: () => number;
  #last: { readonly atMs: number; readonly calendar: StoreCalendar } | null = null;

  constructor(options: { readonly connection: Connection; readonly nowMs: () => number }) {
    this.#connection = options.connection;
    this.#nowMs = options.nowMs;
  }

  async purge(): Promise<Result<{ readonly purged: number }>> {
    const { store } = await readSiteOrFirst(this.#connection);
    const nowMs = this.#nowMs();
    const calendar = createStoreCalendar(store);
    const result = await this.#connection.use(async (database) => {
      const done = await purge(database, calendar, { nowMs, months: store.retentionMonths });
      await appendNote(database, {
        atMs: nowMs,
        code: 'purged',
        role: 'system',
        numbers: [done.purged, done.beforeSlot, store.retentionMonths],
      });
      return done;
    });
    if (result.ok) this.#last = { atMs: nowMs, calendar };
    return result.ok ? ok({ purged: result.value.purged }) : result;
  }

  /** A business day has begun since; by `calendar`, where the purge may come from before the time zone was set. */
  isDue(nowMs: number, calendar: StoreCalendar | undefined): boolean {
    return this.#last !== null && nowMs >= (calendar ?? this.#last.calendar).dayAt(this.#last.atMs).toMs;
  }
}
