import type { Sighting } from '../counting/sighting.ts';
import { groundPoint } from '../geometry/box.ts';
import { DEFAULT_TRACKER_PARAMETERS } from '../tracking/parameters.ts';
import type { Track } from '../tracking/track.ts';

/**
 * `clear`: seen well. `weak`: with a score that would begin no track. `hidden`: not seen, the place is a prediction.
 */
export type Sight = 'clear' | 'weak' | 'hidden';

/** A place on somebody's way; `atMs` since the way began. */
export interface TrailStep extends Sighting {
  readonly sight: Sight;
}

/** Somebody's way through the picture, without a name and without a time of day. Lives in memory only. */
export type Trail = readonly TrailStep[];

/** Steps that a trail is thinned to, however long somebody stays. */
export const MOST_STEPS = 48;
/** Steps are no closer than this; the distance doubles whenever a trail is thinned. */
const LEAST_SPACING_MS = 180;

/** A trail of somebody who is still followed. */
export interface OpenTrail {
  readonly bornAtMs: number;
  spacingMs: number;
  steps: TrailStep[];
  /** The newest sighting, in case it is the last. */
  lastSeen: TrailStep | null;
  isBelieved: boolean;
}

export function openTrail(atMs: number): OpenTrail {
  return { bornAtMs: atMs, spacingMs: LEAST_SPACING_MS, steps: [], lastSeen: null, isBelieved: false };
}

/** Takes in where the person is at `atMs`. */
export function extendTrail(trail: OpenTrail, track: Track, atMs: number): void {
  trail.isBelieved ||= track.state !== 'tentative';
  const step = stepOf(track, { atMs, sinceMs: trail.bornAtMs });
  if (step.sight !== 'hidden') trail.lastSeen = step;
  const before = trail.steps.at(-1);
  if (before && step.atMs - before.atMs < trail.spacingMs) return;
  trail.steps.push(step);
  if (trail.steps.length < MOST_STEPS) return;
  trail.steps = trail.steps.filter((_, index) => index % 2 === 0);
  trail.spacingMs *= 2;
}

/** The whole way, up to the last sighting; null for somebody who was never believed. */
export function closeTrail({ steps, lastSeen, isBelieved }: OpenTrail): Trail | null {
  if (!isBelieved || !lastSeen) return null;
  const before = steps.filter(({ atMs }) => atMs < lastSeen.atMs);
  return [...before, lastSeen];
}

/** Those steps of a trail in which the person was seen. */
export function sightingsOf(trail: Trail): Trail {
  return trail.filter(({ sight }) => sight !== 'hidden');
}

function stepOf(track: Track, time: { readonly atMs: number; readonly sinceMs: number }): TrailStep {
  const { left, top, right, bottom } = track.box;
  const isSeen = track.lastSeenAtMs === time.atMs;
  const isClear = track.score >= DEFAULT_TRACKER_PARAMETERS.birthScore;
  return {
    atMs: time.atMs - time.sinceMs,
    ground: groundPoint(track.box),
    height: bottom - top,
    width: right - left,
    sight: isSeen ? (isClear ? 'clear' : 'weak') : 'hidden',
  };
}
