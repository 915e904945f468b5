import type { StreamStats } from '../contracts/stream-stats.ts';
import type { FrameLedger } from '../contracts/tally.ts';
import type { CameraPhase } from '../core/camera-life/camera-life.ts';
import type { PictureFinding } from '../core/detection/picture-health.ts';
import type { Problem } from '../core/result.ts';
import type { CountedCamera } from '../core/site/counted-camera.ts';
import { NO_COST, type FrameCost } from './frame-work.ts';

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
  readonly camera: CountedCamera;
  readonly phase: CameraPhase;
  readonly sinceMs: number;
  /** Why it is not live, where that is known. */
  readonly problem: Problem | null;
  /** When it is tried again; null: it is being tried, it runs, or a person must act first. */
  readonly retryAtMs: number | null;
  /** Frames wanted per second; null: every frame, as fast as it goes. */
  readonly wantedFps: number | null;
  readonly health: CameraHealth;
  /** What the connection or device tells; null where it does not, and while nothing is open. */
  readonly stats: StreamStats | null;
  /** What is wrong with the picture, as far as it has been seen lately. */
  readonly picture: PictureFinding | null;
}

/** Health of a camera that has delivered nothing yet. */
export const NO_HEALTH: CameraHealth = {
  fps: 0,
  behind: false,
  cost: NO_COST,
  lastTallyMs: null,
  frames: null,
};
