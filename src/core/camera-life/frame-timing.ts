import { median } from '../median.ts';

/** When the frames of one stream were counted, by the PC's clock. */
export interface FrameTiming {
  /** Null before the first frame. */
  readonly lastMs: number | null;
  /** The newest gaps between two frames, at most `GAPS`. */
  readonly gapsMs: readonly number[];
}

/** A stream that has shown nothing yet. */
export const NO_FRAMES: FrameTiming = { lastMs: null, gapsMs: [] };

/** Enough for a median that one hiccup does not move. */
const GAPS = 7;
const LEAST_STALL_MS = 3000;
const STALL_INTERVALS = 5;

/** A frame was counted at `atMs`. */
export function withFrame({ lastMs, gapsMs }: FrameTiming, atMs: number): FrameTiming {
  if (lastMs === null) return { lastMs: atMs, gapsMs };
  return { lastMs: atMs, gapsMs: [...gapsMs, atMs - lastMs].slice(-GAPS) };
}

/** Without a frame for this long the picture is frozen: five usual intervals, at least 3 s. */
export function stallMs({ gapsMs }: FrameTiming): number {
  return Math.max(LEAST_STALL_MS, STALL_INTERVALS * (median(gapsMs) ?? 0));
}

/** False before the first frame: how long that may take is another question. */
export function isFrozen(timing: FrameTiming, nowMs: number): boolean {
  return timing.lastMs !== null && nowMs - timing.lastMs >= stallMs(timing);
}
