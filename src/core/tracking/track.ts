import type { Box } from '../geometry/box.ts';

/**
 * `tentative`: seen too briefly to be believed. `confirmed`: seen in the newest frame.
 * `coasting`: believed but not seen in the newest frame; its box is a prediction.
 */
export type TrackState = 'tentative' | 'confirmed' | 'coasting';

/** A person followed through one run of one camera. Lives in memory only. */
export interface Track {
  /** Unique within one tracker's run, from 1, never reused and never stored. */
  readonly id: number;
  readonly box: Box;
  readonly state: TrackState;
  readonly score: number;
  /** Capture time of the first frame in which the person was seen, ms. */
  readonly bornAtMs: number;
  /** Capture time of the newest frame in which the person was seen, ms. */
  readonly lastSeenAtMs: number;
}

/** Somebody to show at `atMs`: believed, and seen in the last half second. */
export function isInView({ state, lastSeenAtMs }: Track, atMs: number): boolean {
  return state !== 'tentative' && atMs - lastSeenAtMs <= IN_VIEW_MS;
}

const IN_VIEW_MS = 500;
