/** When a frame was captured. `broken`: time jumped, so nothing links the frame to the one before. */
export interface CaptureTime {
  readonly atMs: number;
  readonly broken: boolean;
}

/** Turns the timestamps of a stream into times. Frames are read in order. */
export interface CaptureClock {
  /** `timestampUs` as in `VideoFrame.timestamp`. */
  read(timestampUs: number): CaptureTime;
}

/** Frames further apart than this are not linked: a gap. */
export const GAP_MS = 2000;

/** A live stream's clock may stray this far from the PC's before it is set anew: streams drift over days. */
const DRIFT_MS = 5000;

/**
 * A clock for one stream. `startsAtMs` is the capture time of its first frame; null for a live stream, whose frames
 * are dated by the PC's clock (`nowMs`) at the first frame and spaced by their own timestamps.
 */
export function createCaptureClock(startsAtMs: number | null, nowMs: () => number): CaptureClock {
  let anchor: { readonly timestampUs: number; readonly atMs: number } | null = null;
  let beforeMs = -Infinity;

  function timeOf(timestampUs: number): number {
    anchor ??= { timestampUs, atMs: startsAtMs ?? nowMs() };
    return anchor.atMs + (timestampUs - anchor.timestampUs) / 1000;
  }

  function isLost(atMs: number): boolean {
    return atMs <= beforeMs || (startsAtMs === null && Math.abs(nowMs() - atMs) > DRIFT_MS);
  }

  return {
    read(timestampUs) {
      let atMs = timeOf(timestampUs);
      if (isLost(atMs)) {
        // The source began anew, slept or drifted. Time never runs backwards, or slots would be filled twice.
        atMs = Math.max(startsAtMs === null ? nowMs() : beforeMs + 1, beforeMs + 1);
        anchor = { timestampUs, atMs };
        beforeMs = atMs;
        return { atMs, broken: true };
      }
      const broken = atMs - beforeMs > GAP_MS && beforeMs > -Infinity; // the first frame has none before it
      beforeMs = atMs;
      return { atMs, broken };
    },
  };
}
