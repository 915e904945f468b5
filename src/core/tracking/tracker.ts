import type { Detection } from '../detection/detection.ts';
import { iou } from '../geometry/box.ts';
import { associate } from './association.ts';
import { boxOf } from './box-motion.ts';
import { DEFAULT_TRACKER_PARAMETERS } from './parameters.ts';
import type { TrackerParameters } from './parameters.ts';
import type { Track } from './track.ts';
import { predictPerson, seePerson, startPerson, trackOf } from './tracked-person.ts';
import type { TrackedPerson } from './tracked-person.ts';

/** Follows people through the frames of one camera by position, size, speed and time alone. */
export interface Tracker {
  /**
   * Takes in the detections of the frame captured at `atMs` (greater than at the call before) and returns everyone
   * who is followed: tentative, confirmed and coasting.
   */
  update(detections: readonly Detection[], atMs: number): readonly Track[];
  /** Forgets everyone. Ids go on: none is given twice. */
  reset(): void;
}

/** One frame's work in progress. */
interface Frame {
  readonly atMs: number;
  readonly parameters: TrackerParameters;
  /** Those not yet seen in this frame. */
  unseen: TrackedPerson[];
}

/** A tracker for one run of one camera; ids begin at 1. */
export function createTracker(parameters: TrackerParameters = DEFAULT_TRACKER_PARAMETERS): Tracker {
  let people: TrackedPerson[] = [];
  let nextId = 1;
  let beforeMs = -Infinity;

  function update(detections: readonly Detection[], atMs: number): readonly Track[] {
    if (atMs - beforeMs > parameters.resetAfterS * 1000 || atMs < beforeMs) people = [];
    for (const person of people) predictPerson(person, { fromMs: beforeMs, toMs: atMs }, parameters);
    beforeMs = atMs;

    const usable = detections.filter(isUsable);
    const high = usable.filter(({ score }) => score >= parameters.highScore);
    const low = usable.filter(({ score }) => score < parameters.highScore && score >= parameters.lowScore);
    const frame: Frame = { atMs, parameters, unseen: people };

    const strangers = see(frame, high, { of: ({ believed }) => believed, strict: 1 });
    const rest = see(frame, low, { of: (person) => person.believed && isFresh(person, frame), strict: 2 });
    const unknown = see(frame, strangers, { of: ({ believed }) => !believed, strict: 1 });
    see(frame, rest, { of: (person) => !person.believed && isFresh(person, frame), strict: 2 });

    people = people.filter((person) => isRemembered(person, frame));
    for (const detection of unknown) {
      if (detection.score < parameters.birthScore) continue;
      if (isDuplicate(detection, people, atMs)) continue;
      people.push(startPerson(detection, { id: nextId++, atMs }, parameters));
    }
    for (const person of people) {
      if (!person.believed && isConvincing(person, frame)) person.believed = true;
    }
    return people.map((person) => trackOf(person, atMs));
  }

  return {
    update,
    reset() {
      people = [];
    },
  };
}

/** Gives detections to those of the unseen people that a step is for; returns the detections nobody took. */
function see(
  frame: Frame,
  detections: readonly Detection[],
  step: { readonly of: (person: TrackedPerson) => boolean; readonly strict: number },
): readonly Detection[] {
  const candidates = frame.unseen.filter(step.of);
  const pairs = associate(candidates, detections, { parameters: frame.parameters, strict: step.strict });
  const taken = new Set<Detection>();
  for (const { person, detection } of pairs) {
    taken.add(detection);
    seePerson(person, { detection, atMs: frame.atMs }, frame.parameters);
  }
  frame.unseen = frame.unseen.filter(({ lastSeenAtMs }) => lastSeenAtMs !== frame.atMs);
  return detections.filter((detection) => !taken.has(detection));
}

function isUsable({ box }: Detection): boolean {
  return box.right > box.left && box.bottom > box.top;
}

/** A low score may only continue somebody seen a moment ago. */
function isFresh(person: TrackedPerson, { atMs }: Frame): boolean {
  return atMs - person.lastSeenAtMs <= 1000;
}

function isRemembered(person: TrackedPerson, { atMs, parameters }: Frame): boolean {
  const limitS = person.believed ? parameters.rememberS : parameters.tentativeS;
  return atMs - person.lastSeenAtMs <= limitS * 1000;
}

function isConvincing(person: TrackedPerson, { atMs, parameters }: Frame): boolean {
  return (
    person.sightings >= parameters.confirmSightings && atMs - person.bornAtMs >= parameters.confirmS * 1000
  );
}

function isDuplicate(detection: Detection, people: readonly TrackedPerson[], atMs: number): boolean {
  return people.some(
    (person) => person.lastSeenAtMs === atMs && iou(boxOf(person.motion), detection.box) > 0.6,
  );
}
