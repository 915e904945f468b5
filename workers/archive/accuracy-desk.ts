import { type FinishedCheck, type LineAccuracy, type PeriodChecks } from '../../src/contracts/accuracy.ts';
import { NO_CHECKS } from '../../src/core/accuracy-check/period-checks.ts';
import { failed, ok, type Result } from '../../src/core/result.ts';
import type { Interval } from '../../src/core/time/store-calendar.ts';
import { readAccuracy, readPeriodChecks, saveCheck } from './accuracy-checks.ts';
import type { Connection } from './connection.ts';
import { appendNote } from './journal.ts';
import type { Recorder } from './recorder.ts';

/** What the desk knows of the store it belongs to. */
export interface AccuracyParts {
  readonly connection: Connection;
  /** Null while nothing is recorded. */
  readonly recorder: () => Recorder | null;
  readonly nowMs: () => number;
}

/** 実測照合 of one database: keeps the checks and says what they are worth for the set-up that is recorded. */
export class AccuracyDesk {
  readonly #parts: AccuracyParts;

  constructor(parts: AccuracyParts) {
    this.#parts = parts;
  }

  async save(check: FinishedCheck): Promise<Result<null>> {
    const { connection, recorder, nowMs } = this.#parts;
    const setup = recorder()?.setup;
    if (!setup) return failed('archive-worker-failed');
    const saved = await connection.use((database) => saveCheck(database, setup, check));
    if (!saved.ok || !saved.value.ok) return saved.ok ? saved.value : saved;
    const note = { atMs: nowMs(), code: 'accuracy-checked', role: 'operator' } as const;
    const numbers = [check.line, check.intervals.length];
    await connection.use((database) => appendNote(database, { ...note, numbers }));
    return saved.value;
  }

  async lines(): Promise<Result<readonly LineAccuracy[]>> {
    const recorder = this.#parts.recorder();
    if (!recorder) return ok([]);
    const nowMs = this.#clockOf(recorder);
    return this.#parts.connection.use((database) => readAccuracy(database, recorder.setup, nowMs));
  }

  async about(period: Interval | null): Promise<Result<PeriodChecks>> {
    const recorder = this.#parts.recorder();
    if (!recorder) return ok(NO_CHECKS);
    const nowMs = this.#clockOf(recorder);
    return this.#parts.connection.use((database) =>
      readPeriodChecks(database, recorder.setup, period ?? { fromMs: nowMs, toMs: nowMs }),
    );
  }

  /** The demo store's checks are dated by its own clock. */
  #clockOf({ setup, nowMs }: Recorder): number {
    return (setup.clock === 'tallies' ? nowMs : null) ?? this.#parts.nowMs();
  }
}
