import type { Detection } from '../detection/detection.ts';
import { associate } from './association.ts';
import { joinFragments, takeOver } from './fragments.ts';
import { DEFAULT_TRACKER_PARAMETERS } from './parameters.ts';
import type { TrackerParameters } from './parameters.ts';
import { isLeaving, isOutside } from './picture-edge.ts';
import { softSuppress } from './soft-suppression.ts';
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

/** People followed at once; a crowd beyond it is not counted person by person, and memory stays bounded. */
const MOST_PEOPLE = 1000;

/** One frame's work in progress. */
interface Frame {
  readonly atMs: number;
  readonly aspect: number;
  readonly parameters: TrackerParameters;
  readonly people: readonly TrackedPerson[];
}

/** A tracker for one run of one camera, whose picture is `aspect` times as wide as high; ids begin at 1. */
export function createTracker(
  aspect: number,
  parameters: TrackerParameters = DEFAULT_TRACKER_PARAMETERS,
): Tracker {
  let people: TrackedPerson[] = [];
  let nextId = 1;
  let beforeMs = -Infinity;

  function update(detections: readonly Detection[], atMs: number): readonly Track[] {
    const isGap = atMs < beforeMs || atMs - beforeMs > parameters.resetAfterS * 1000;
    if (isGap) people = [];
    for (const person of people) predictPerson(person, { fromMs: beforeMs, toMs: atMs }, parameters);
    beforeMs = atMs;

    const frame: Frame = { atMs, aspect, parameters, people };
    const unknown = seeEveryone(frame, softSuppress(detections.filter(isUsable), parameters));
    people = people.filter((person) => isRemembered(person, frame));
    for (const detection of unknown) {
      if (detection.score < parameters.birthScore || people.length >= MOST_PEOPLE) continue;
      people.push(startPerson(detection, { id: nextId++, atMs }, parameters));
    }
    people = believe({ ...frame, people });
    return people.map((person) => trackOf(person, atMs));
  }

  return {
    update,
    reset() {
      people = [];
    },
  };
}

function isUsable({ box }: Detection): boolean {
  return box.right > box.left && box.bottom > box.top;
}

/**
 * ByteTrack's cascade (Zhang et al. 2022, algorithm 1): believed people and high scores, then low scores, then those
 * not yet believed. Returns the high-scored detections that nobody took.
 */
function seeEveryone(frame: Frame, detections: readonly Detection[]): readonly Detection[] {
  const { highScore, lowScore } = frame.parameters;
  const high = detections.filter(({ score }) => score >= highScore);
  const low = detections.filter(({ score }) => score < highScore && score >= lowScore);
  const strangers = see(frame, high, { believed: true, gate: frame.parameters.highGate });
  const rest = see(frame, low, { believed: true, gate: frame.parameters.lowGate });
  const unknown = see(frame, strangers, { believed: false, gate: frame.parameters.highGate });
  see(frame, rest, { believed: false, gate: frame.parameters.lowGate });
  return unknown;
}

/** Gives detections to the people of one step who were not seen yet; returns the detections nobody took. */
function see(
  frame: Frame,
  detections: readonly Detection[],
  step: { readonly believed: boolean; readonly gate: number },
): readonly Detection[] {
  const { atMs, parameters } = frame;
  const directMs = parameters.directS * 1000;
  const unseen = frame.people.filter(
    ({ believed, lastSeenAtMs }) =>
      believed === step.believed && lastSeenAtMs < atMs && atMs - lastSeenAtMs <= directMs,
  );
  const taken = new Set<Detection>();
  for (const { person, detection } of associate(unseen, detections, { gate: step.gate, parameters })) {
    taken.add(detection);
    seePerson(person, { detection, atMs }, parameters);
  }
  return detections.filter((detection) => !taken.has(detection));
}

function isRemembered(person: TrackedPerson, { atMs, aspect, parameters }: Frame): boolean {
  const unseenMs = atMs - person.lastSeenAtMs;
  if (unseenMs === 0) return true;
  if (!person.believed) return unseenMs <= parameters.tentativeS * 1000;
  if (isOutside(person.motion, aspect)) return false;
  const limitS = isLeaving(person.motion, aspect) ? parameters.leaveS : parameters.rememberS;
  return unseenMs <= limitS * 1000;
}

/** Believes those who were seen often enough; a newcomer who goes on with a lost person's path is that person. */
function believe({ people, atMs, parameters }: Frame): TrackedPerson[] {
  const newcomers = people.filter(
    ({ believed, sightings, bornAtMs }) =>
      !believed && sightings >= parameters.confirmSightings && atMs - bornAtMs >= parameters.confirmS * 1000,
  );
  const lost = people.filter(({ believed, lastSeenAtMs }) => believed && lastSeenAtMs < atMs);
  for (const newcomer of newcomers) newcomer.believed = true;
  const joined = new Set<TrackedPerson>();
  for (const fragments of joinFragments(lost, newcomers, parameters)) {
    takeOver(fragments);
    joined.add(fragments.newcomer);
  }
  return people.filter((person) => !joined.has(person));
}
