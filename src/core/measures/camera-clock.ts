import type { GapCause } from './gap-cause.ts';

/** A stretch of a camera's time: measured, or not and why. */
export interface AccountedTime {
  readonly fromMs: number;
  readonly toMs: number;
  /** Null: measured. */
  readonly cause: GapCause | null;
}

/**
 * Accounts for every moment of a camera exactly once, as measured or as a gap with its cause.
 * All before `accountedToMs` is settled; `cause` holds since `sinceMs` (null: it should be measuring).
 */
export interface CameraClock {
  accountedToMs: number;
  cause: GapCause | null;
  sinceMs: number;
}

export function startCameraClock(atMs: number, cause: GapCause): CameraClock {
  return { accountedToMs: atMs, cause, sinceMs: atMs };
}

/** Time that was measured: what lies between it and the settled time was a gap. */
export function accountMeasured(clock: CameraClock, fromMs: number, toMs: number): AccountedTime[] {
  const gap = accountGap(clock, fromMs, clock.cause ?? 'stalled');
  const measured = stretch(clock.accountedToMs, toMs, null);
  clock.accountedToMs = Math.max(clock.accountedToMs, toMs);
  // A frame from before the cause was noted says nothing about what came after it.
  if (clock.cause !== null && toMs > clock.sinceMs) {
    clock.cause = null;
    clock.sinceMs = toMs;
  }
  return [...gap, ...measured];
}

/** A cause begins or ends. What was unmeasured under the cause before it is settled. */
export function noteCause(clock: CameraClock, atMs: number, cause: GapCause | null): AccountedTime[] {
  // Coming from measurement the last frames may still be under way, so that stretch stays open.
  const settled = clock.cause === null ? [] : accountGap(clock, atMs, clock.cause);
  clock.cause = cause;
  clock.sinceMs = atMs;
  return settled;
}

/** Settles all up to `toMs` as a gap. */
export function accountGap(clock: CameraClock, toMs: number, cause: GapCause): AccountedTime[] {
  const gap = stretch(clock.accountedToMs, toMs, cause);
  clock.accountedToMs = Math.max(clock.accountedToMs, toMs);
  return gap;
}

function stretch(fromMs: number, toMs: number, cause: GapCause | null): AccountedTime[] {
  return toMs > fromMs ? [{ fromMs, toMs, cause }] : [];
}
