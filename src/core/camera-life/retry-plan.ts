import type { Problem, ProblemCode } from '../result.ts';

/** What is known when an attempt has failed. */
export interface FailedAttempt {
  readonly problem: Problem;
  /** Attempts before this one that led to no steady run. */
  readonly attempt: number;
  /** How long the camera has been lost. */
  readonly lostForMs: number;
  /** 0–1, spreads the attempts of several cameras. */
  readonly random: number;
}

/** When to try again (null: not before a person has acted), and whether a person is asked to look. */
export interface RetryPlan {
  readonly waitMs: number | null;
  readonly needsPerson: boolean;
}

/** An outage that is younger than this ends soon, more often than not, and is worth frequent attempts. */
export const SHORT_OUTAGE_MS = 60_000;

/**
 * The last step is chosen so that, with its spread and about two seconds to connect, a camera is back within 10 s
 * after a short outage and within 20 s after a long one.
 */
const SHORT_STEPS_MS = [500, 1000, 2000, 4000, 6000];
const LONG_STEP_MS = 12_000;
const SPREAD = 0.2;

/** A stream that a gateway does not have yet: a camera that starts is there within seconds. */
const MISSING_MS = 2000;
const MISSING_LONG_MS = 15_000;
const DEVICE_MS = 15_000;
const PERSON_MS = 60_000;
/** A gateway that asks for more patience than this is asked again all the same. */
const MOST_PATIENCE_S = 300;

/** Trying again would show a question of the browser each time. */
const WAITS: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'camera-permission-denied',
  'camera-origin-not-allowed',
]);
const NEEDS_PERSON: ReadonlyMap<ProblemCode, number> = new Map<ProblemCode, number>([
  ['camera-credentials-refused', PERSON_MS],
  ['camera-codec-unsupported', PERSON_MS],
  ['camera-not-found', DEVICE_MS],
  ['camera-in-use', DEVICE_MS],
]);

/** Which problems heal by themselves, and how soon it is worth another attempt. */
export function retryPlan(failed: FailedAttempt): RetryPlan {
  const { code } = failed.problem;
  if (WAITS.has(code)) return { waitMs: null, needsPerson: true };
  const personMs = NEEDS_PERSON.get(code);
  if (personMs !== undefined) return { waitMs: spread(personMs, failed.random), needsPerson: true };
  return { waitMs: Math.max(ownWaitMs(failed), askedWaitMs(failed.problem)), needsPerson: false };
}

function ownWaitMs({ problem, attempt, lostForMs, random }: FailedAttempt): number {
  const isShort = lostForMs < SHORT_OUTAGE_MS;
  if (problem.code === 'camera-stream-missing') return spread(isShort ? MISSING_MS : MISSING_LONG_MS, random);
  const stepMs = SHORT_STEPS_MS[attempt] ?? (isShort ? SHORT_STEPS_MS.at(-1) : LONG_STEP_MS) ?? LONG_STEP_MS;
  return spread(stepMs, random);
}

/** The gateway's own wish (RFC 9110 section 10.2.3, `Retry-After`). */
function askedWaitMs({ detail }: Problem): number {
  const seconds = detail?.['retryAfterS'];
  return typeof seconds === 'number' ? Math.min(seconds, MOST_PATIENCE_S) * 1000 : 0;
}

function spread(ms: number, random: number): number {
  return ms * (1 - SPREAD + 2 * SPREAD * random);
}
