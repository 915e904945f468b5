import type { TallyInterval } from './tally-session.ts';

/** What a check was made with; a change of any of it makes another system of it. */
export interface CheckedSetUp {
  readonly line: number;
  readonly camera: number;
  readonly ruleVersion: number;
  readonly modelSha256: string;
  /** Digest of the line's points, in side and the camera's masks. */
  readonly lineSha256: string;
  /** Digest of the camera's source. */
  readonly cameraSha256: string;
}

/** A session as it is kept. */
export interface FinishedTally {
  readonly setUp: CheckedSetUp;
  readonly endedAtMs: number;
  readonly intervals: readonly TallyInterval[];
}

/** Why a check no longer says anything about the figures of today. */
export type Expiry =
  'line-changed' | 'camera-changed' | 'rules-changed' | 'model-changed' | 'too-old' | 'in-the-future';

const DAY_MS = 86_400_000;
/** Days that a check holds (measures.md, counting rule 8). */
export const CHECK_DAYS = 90;
/** The same in milliseconds. */
export const CHECK_MS = CHECK_DAYS * DAY_MS;

/** Null while the session counts for this set-up at `nowMs`. */
export function expiryOf(
  { setUp, endedAtMs }: FinishedTally,
  now: CheckedSetUp,
  nowMs: number,
): Expiry | null {
  if (setUp.camera !== now.camera || setUp.cameraSha256 !== now.cameraSha256) return 'camera-changed';
  if (setUp.line !== now.line || setUp.lineSha256 !== now.lineSha256) return 'line-changed';
  if (setUp.ruleVersion !== now.ruleVersion) return 'rules-changed';
  if (setUp.modelSha256 !== now.modelSha256) return 'model-changed';
  if (endedAtMs > nowMs) return 'in-the-future';
  return nowMs - endedAtMs >= CHECK_MS ? 'too-old' : null;
}

/** The intervals of all sessions that still count, to be judged together. */
export function validIntervals(
  sessions: readonly FinishedTally[],
  now: CheckedSetUp,
  nowMs: number,
): readonly TallyInterval[] {
  return sessions
    .filter((session) => expiryOf(session, now, nowMs) === null)
    .flatMap(({ intervals }) => intervals);
}

/** When the oldest of the sessions that still count will expire; null when none does. */
export function nextExpiryMs(
  sessions: readonly FinishedTally[],
  now: CheckedSetUp,
  nowMs: number,
): number | null {
  const ends = sessions
    .filter((session) => expiryOf(session, now, nowMs) === null)
    .map(({ endedAtMs }) => endedAtMs + CHECK_MS);
  return ends.length === 0 ? null : Math.min(...ends);
}
