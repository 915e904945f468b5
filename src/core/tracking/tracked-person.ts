import type { Detection } from '../detection/detection.ts';
import { boxOf, correctMotion, predictMotion, startMotion } from './box-motion.ts';
import type { BoxMotion } from './box-motion.ts';
import type { TrackerParameters } from './parameters.ts';
import type { Track } from './track.ts';

/** What the tracker remembers of one person: never more than this, however long they stay. */
export interface TrackedPerson {
  id: number;
  motion: BoxMotion;
  believed: boolean;
  score: number;
  sightings: number;
  bornAtMs: number;
  lastSeenAtMs: number;
}

/** Begins to follow whoever this detection shows. */
export function startPerson(
  detection: Detection,
  birth: { readonly id: number; readonly atMs: number },
  parameters: TrackerParameters,
): TrackedPerson {
  return {
    id: birth.id,
    motion: startMotion(detection, parameters),
    believed: false,
    score: detection.score,
    sightings: 1,
    bornAtMs: birth.atMs,
    lastSeenAtMs: birth.atMs,
  };
}

/** Moves the estimate on to the time of a new frame. */
export function predictPerson(
  person: TrackedPerson,
  step: { readonly fromMs: number; readonly toMs: number },
  parameters: TrackerParameters,
): void {
  const dtS = (step.toMs - step.fromMs) / 1000;
  predictMotion(person.motion, { dtS, coasting: person.lastSeenAtMs < step.fromMs }, parameters);
}

/** Takes in the detection that shows this person at `atMs`. */
export function seePerson(
  person: TrackedPerson,
  sighting: { readonly detection: Detection; readonly atMs: number },
  parameters: TrackerParameters,
): void {
  correctMotion(person.motion, sighting.detection, parameters);
  person.score = sighting.detection.score;
  person.sightings += 1;
  person.lastSeenAtMs = sighting.atMs;
}

/** What others are told about this person at `atMs`. */
export function trackOf(person: TrackedPerson, atMs: number): Track {
  const seen = person.lastSeenAtMs === atMs;
  return {
    id: person.id,
    box: boxOf(person.motion),
    state: person.believed ? (seen ? 'confirmed' : 'coasting') : 'tentative',
    score: person.score,
    bornAtMs: person.bornAtMs,
    lastSeenAtMs: person.lastSeenAtMs,
  };
}
