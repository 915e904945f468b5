import type { GapCause } from '../measures/gap-cause.ts';
import type { Problem, ProblemCode } from '../result.ts';
import type { CameraPhase } from './camera-life.ts';

/** The cause of each problem that has one of its own; any other is a `camera-problem`. */
const CAUSES: ReadonlyMap<ProblemCode, GapCause> = new Map<ProblemCode, GapCause>([
  ['vision-worker-failed', 'engine-restart'],
  ['camera-stalled', 'stalled'],
  ['camera-unreachable', 'unreachable'],
  ['camera-ended', 'unreachable'],
  ['camera-stream-missing', 'not-there-yet'],
  ['camera-not-found', 'not-there-yet'],
  ['camera-credentials-refused', 'credentials'],
  ['camera-codec-unsupported', 'codec'],
  ['camera-permission-denied', 'permission'],
  ['camera-origin-not-allowed', 'permission'],
]);

/** The cause that the archive notes for time spent in `phase`; null: measured. */
export function gapCauseOf(phase: CameraPhase, problem: Problem | null): GapCause | null {
  switch (phase) {
    case 'live':
      return null;
    case 'connecting':
      return 'connecting';
    case 'stalled':
      return 'stalled';
    case 'reconnecting':
    case 'needs-attention':
      return (problem && CAUSES.get(problem.code)) ?? 'camera-problem';
    case 'stopped':
      return 'paused';
  }
}
