/** Wrong tries in a row, and until when no other is taken. */
export interface LockOut {
  readonly wrong: number;
  /** Epoch seconds; 0: no lock. */
  readonly untilS: number;
}

export const NO_LOCK: LockOut = { wrong: 0, untilS: 0 };

/** Wrong tries that are free. */
export const FREE_TRIES = 5;
export const FIRST_LOCK_S = 30;
export const LONGEST_LOCK_S = 900;
/** More are not told apart. */
export const MOST_TRIES = 100_000;

/** True while no try is taken. */
export function isLocked(lock: LockOut, nowMs: number): boolean {
  return nowMs < lock.untilS * 1000;
}

/**
 * Counts a try before it is known whether it is right, so that a reload in the midst of one gains nothing. The fifth
 * wrong one locks for 30 s, each further one for twice as long, at most 15 minutes. What is right ends in `NO_LOCK`.
 */
export function noteTry({ wrong }: LockOut, nowMs: number): LockOut {
  const tries = Math.min(MOST_TRIES, wrong + 1);
  if (tries < FREE_TRIES) return { wrong: tries, untilS: 0 };
  const lockS = Math.min(LONGEST_LOCK_S, FIRST_LOCK_S * 2 ** Math.min(30, tries - FREE_TRIES));
  return { wrong: tries, untilS: Math.ceil(nowMs / 1000) + lockS };
}

/** A lock as it is met: where the clock was set back since, it lasts no longer than the longest from now. */
export function metAt(lock: LockOut, nowMs: number): LockOut {
  const latestS = Math.ceil(nowMs / 1000) + LONGEST_LOCK_S;
  return lock.untilS > latestS ? { ...lock, untilS: latestS } : lock;
}
