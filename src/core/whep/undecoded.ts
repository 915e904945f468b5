import type { Problem } from '../result.ts';

/** What has arrived on a connection that has shown no picture yet, and when that was looked at. */
export interface Arrival {
  readonly atMs: number;
  readonly packets: number;
  /** Complete frames, the first of them a keyframe. */
  readonly framesReceived: number;
}

/** Since when something has been there; null: not yet. */
export interface UndecodedSince {
  readonly packetsMs: number | null;
  readonly framesMs: number | null;
}

export const NOTHING_YET: UndecodedSince = { packetsMs: null, framesMs: null };

/** A decoder shows the first frame within one or two frames. */
const FRAMES_MS = 3000;
/** Until its next keyframe a camera's packets make no frame; few have one more rarely than this. */
const PACKETS_MS = 15_000;

/** Takes another look into account. */
export function lookAgain(since: UndecodedSince, arrival: Arrival): UndecodedSince {
  return {
    packetsMs: arrival.packets > 0 ? (since.packetsMs ?? arrival.atMs) : null,
    framesMs: arrival.framesReceived > 0 ? (since.framesMs ?? arrival.atMs) : null,
  };
}

/** What it means when data arrives and no picture does; null as long as it may still come. */
export function undecodedProblem(since: UndecodedSince, atMs: number): Problem | null {
  const frames = since.framesMs !== null && atMs - since.framesMs >= FRAMES_MS;
  const packets = since.packetsMs !== null && atMs - since.packetsMs >= PACKETS_MS;
  return frames || packets ? { code: 'camera-codec-unsupported', detail: { reason: 'not-decoded' } } : null;
}
