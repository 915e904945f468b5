import { createStoreCalendar } from '../../src/core/time/store-calendar.ts';
import type { Result } from '../../src/core/result.ts';
import type { Connection } from './connection.ts';
import type { Database } from './database.ts';
import { firstOpenDay, packOldestDay, sumUpOldestDay, type DaysToPack } from './day-blocks.ts';
import { readSiteOrFirst } from './settings.ts';

/** So many at once: the worker does what else is asked of it in between. */
const DAYS_AT_ONCE = 4;

/** Packs and sums up the days of a shop that are over, by and by. The demo's clock is its own, and its days are few. */
export class DayPacker {
  readonly #connection: Connection;
  /** Days before these were looked at. */
  #packedTo = 0;
  #summedTo = 0;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Does a few, and nothing once all are done; what storage refuses is tried again at the next call. */
  async pack(nowMs: number): Promise<void> {
    const endDay = firstOpenDay(nowMs);
    if (this.#connection.name !== 'store' || Math.min(this.#packedTo, this.#summedTo) >= endDay) return;
    const { store } = await readSiteOrFirst(this.#connection);
    const calendar = createStoreCalendar(store);
    for (let turn = 0; turn < DAYS_AT_ONCE; turn += 1) {
      if (this.#packedTo < endDay) {
        const next = await this.#do(packOldestDay, { fromDay: this.#packedTo, endDay, calendar });
        if (!next.ok) return;
        this.#packedTo = next.value;
      } else if (this.#summedTo < endDay) {
        const next = await this.#do(sumUpOldestDay, { fromDay: this.#summedTo, endDay, calendar });
        if (!next.ok) return;
        this.#summedTo = next.value;
      }
    }
  }

  /** The day after the one that was done; the end where there was none to do. */
  async #do(
    job: (database: Database, days: DaysToPack) => Promise<number | null>,
    days: DaysToPack,
  ): Promise<Result<number>> {
    const done = await this.#connection.use((database) => job(database, days));
    return done.ok ? { ok: true, value: done.value === null ? days.endDay : done.value + 1 } : done;
  }
}
