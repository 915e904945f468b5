import type { FrameLedger } from '../contracts/tally.ts';
import type { GapCause } from '../contracts/archive.ts';
import type { Problem, ProblemCode } from '../core/result.ts';
import type { Camera } from '../core/site/site.ts';
import { NO_COST, type FrameCost } from './frame-work.ts';

/** Where a camera's run stands. Only `live` is measured time. */
export type CameraPhase = 'connecting' | 'live' | 'stalled' | 'reconnecting' | 'needs-attention' | 'stopped';

/** How well a camera delivers, over the last seconds. */
export interface CameraHealth {
  /** Frames analysed per second. */
  readonly fps: number;
  /** It has been clearly fewer than wanted for a while. */
  readonly behind: boolean;
  readonly cost: FrameCost;
  /** When the newest figures arrived, wall clock; null before the first. */
  readonly lastTallyMs: number | null;
  readonly frames: FrameLedger | null;
}

/** One camera as the views show it. */
export interface CameraStatus {
  readonly camera: Camera;
  readonly phase: CameraPhase;
  readonly sinceMs: number;
  /** Why it is not live, where that is known. */
  readonly problem: Problem | null;
  /** Frames wanted per second; null: every frame, as fast as it goes. */
  readonly wantedFps: number | null;
  readonly health: CameraHealth;
}

/** Health of a camera that has delivered nothing yet. */
export const NO_HEALTH: CameraHealth = {
  fps: 0,
  behind: false,
  cost: NO_COST,
  lastTallyMs: null,
  frames: null,
};

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
      if (problem?.code === 'vision-worker-failed') return 'engine-restart';
      return problem?.code === 'camera-stalled' ? 'stalled' : 'camera-problem';
    case 'stopped':
      return 'paused';
  }
}

/** `wait`: a person must act first. `slow`: try again each minute. `soon`: back-off. */
export type RetryPolicy = 'wait' | 'slow' | 'soon';

const WAIT: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'camera-permission-denied',
  'camera-origin-not-allowed',
  'camera-codec-unsupported',
]);
const SLOW: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'camera-credentials-refused',
  'camera-not-found',
  'camera-in-use',
]);

/** Which problems heal by themselves, and how soon it is worth another attempt. */
export function retryPolicyOf(code: ProblemCode): RetryPolicy {
  if (WAIT.has(code)) return 'wait';
  return SLOW.has(code) ? 'slow' : 'soon';
}
