import { CHECK_MS, expiryOf, type CheckedSetUp, type FinishedTally } from './check-expiry.ts';
import { errorOf } from './count-error.ts';
import type { RatioEstimate } from './ratio-estimate.ts';

/** What the checks about a period say of one line. */
export interface LineCheck {
  readonly line: number;
  /** Null where too few were counted, or no check was made about then. */
  readonly in: RatioEstimate | null;
  readonly out: RatioEstimate | null;
  /** When the newest of them was made. */
  readonly checkedAtMs: number | null;
}

/** What the checks about a period say, of lines as they are counted now. */
export interface PeriodChecks {
  readonly lines: readonly LineCheck[];
  /** Configurations with the lines, rules and model of now: the figures of others were not checked. */
  readonly configIds: readonly number[];
}

/** Nothing is known of any line. */
export const NO_CHECKS: PeriodChecks = { lines: [], configIds: [] };

/** The checks of a line that were made within 90 days of [fromMs, toMs) with the set-up of now, all judged together. */
export function checkAbout(
  sessions: readonly FinishedTally[],
  now: CheckedSetUp,
  period: { readonly fromMs: number; readonly toMs: number },
): LineCheck {
  const about = sessions.filter(
    (session) =>
      // At the moment of its end nothing but another set-up can speak against it.
      expiryOf(session, now, session.endedAtMs) === null &&
      session.endedAtMs > period.fromMs - CHECK_MS &&
      session.endedAtMs < period.toMs + CHECK_MS,
  );
  const intervals = about.flatMap((session) => session.intervals);
  const ends = about.map(({ endedAtMs }) => endedAtMs);
  return {
    line: now.line,
    in: errorOf(intervals, 'in').estimate,
    out: errorOf(intervals, 'out').estimate,
    checkedAtMs: ends.length === 0 ? null : Math.max(...ends),
  };
}
