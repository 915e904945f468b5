import { median } from '../median.ts';

/** When the frames of one stream were counted, by the PC's clock. */
export interface FrameTiming {
  /** Null before the first frame. */
  readonly lastMs: number | null;
  /** The newest gaps between two frames, at most `GAPS`. */
  readonly gapsMs: readonly number[];
  /** The source waits for the network, so that the speed of the PC alone decides when frames come. */
  readonly isPaced: boolean;
}

/** A stream that has shown nothing yet. */
export const NO_FRAMES: FrameTiming = { lastMs: null, gapsMs: [], isPaced: false };

/** Enough for a median that one hiccup does not move. */
const GAPS = 7;
const LEAST_STALL_MS = 3000;
/** A PC that is busy with something else for a while is no reason to begin such a source anew. */
const PACED_STALL_MS = 15_000;
const STALL_INTERVALS = 5;

/** A frame was counted at `atMs`. */
export function withFrame(before: FrameTiming, atMs: number): FrameTiming {
  const { lastMs, gapsMs } = before;
  if (lastMs === null) return { ...before, lastMs: atMs };
  return { ...before, lastMs: atMs, gapsMs: [...gapsMs, atMs - lastMs].slice(-GAPS) };
}

/** Without a frame for this long the picture is frozen: five usual intervals, at least 3 s, or 15 s of a paced source. */
export function stallMs({ gapsMs, isPaced }: FrameTiming): number {
  return Math.max(isPaced ? PACED_STALL_MS : LEAST_STALL_MS, STALL_INTERVALS * (median(gapsMs) ?? 0));
}

/** False before the first frame: how long that may take is another question. */
export function isFrozen(timing: FrameTiming, nowMs: number): boolean {
  return timing.lastMs !== null && nowMs - timing.lastMs >= stallMs(timing);
}
