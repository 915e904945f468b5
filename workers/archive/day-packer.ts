import type { Connection } from './connection.ts';
import { firstOpenDay, packOldestDay } from './day-blocks.ts';

/** So many at once: the worker does what else is asked of it in between. */
const DAYS_AT_ONCE = 4;

/** Packs the days of a shop that are over, by and by. The demo's clock is its own, and its days are few. */
export class DayPacker {
  readonly #connection: Connection;
  /** Days before this one were looked at. */
  #doneTo = 0;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Packs a few, and nothing once all are; what storage refuses is tried again at the next call. */
  async pack(nowMs: number): Promise<void> {
    if (this.#connection.name !== 'store') return;
    const endDay = firstOpenDay(nowMs);
    for (let turn = 0; turn < DAYS_AT_ONCE && this.#doneTo < endDay; turn += 1) {
      const span = { fromDay: this.#doneTo, endDay };
      const packed = await this.#connection.use((database) => packOldestDay(database, span));
      if (!packed.ok) return;
      this.#doneTo = packed.value === null ? endDay : packed.value + 1;
    }
  }
}
