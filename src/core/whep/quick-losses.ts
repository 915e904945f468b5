import type { Problem } from '../result.ts';

/** A connection that its gateway ends sooner than this was never any use. */
const QUICK_MS = 10_000;
/** Fewer can be a gateway that starts. */
const TELLING = 3;

/**
 * How often in a row a gateway has ended a camera's connection right after it stood. MediaMTX does so for ever with
 * H.264 that has B-frames (bluenviron/mediamtx#1491): it answers 201, and drops the session at the first one.
 */
export function afterLoss(quickLosses: number, livedMs: number): number {
  return livedMs < QUICK_MS ? quickLosses + 1 : 0;
}

/** What a loss means, given those before it. */
export function problemOfLoss(quickLosses: number): Problem {
  return quickLosses >= TELLING
    ? { code: 'camera-codec-unsupported', detail: { reason: 'b-frames' } }
    : { code: 'camera-unreachable', detail: { reason: 'connection-lost' } };
}
