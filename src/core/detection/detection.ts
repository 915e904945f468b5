import type { Box } from '../geometry/box.ts';

/** One person seen in one frame. */
export interface Detection {
  readonly box: Box;
  /** Confidence, 0–1. */
  readonly score: number;
}
