import type { Expiry } from '../core/accuracy-check/check-expiry.ts';
import type { CountError } from '../core/accuracy-check/count-error.ts';
import type { TallyInterval } from '../core/accuracy-check/tally-session.ts';

export type { Expiry } from '../core/accuracy-check/check-expiry.ts';
export type { CountError, Verdict } from '../core/accuracy-check/count-error.ts';
export type { LineCheck, PeriodChecks } from '../core/accuracy-check/period-checks.ts';
export type { TallyInterval } from '../core/accuracy-check/tally-session.ts';

/** A finished 実測照合 of one line, on its way to be kept. */
export interface FinishedCheck {
  readonly line: number;
  readonly startedAtMs: number;
  readonly endedAtMs: number;
  /** At least one; those in which the system could not count are left out. */
  readonly intervals: readonly TallyInterval[];
}

/** What all checks of a line that still hold say together. */
export interface LineAccuracy {
  readonly line: number;
  /** Checks that still hold. */
  readonly checks: number;
  readonly in: CountError;
  readonly out: CountError;
  /** When the newest check was made, and when the oldest that holds runs out; null without one. */
  readonly checkedAtMs: number | null;
  readonly expiresAtMs: number | null;
  /** Why the newest check that no longer holds does not; null where all hold. */
  readonly expired: Expiry | null;
}
