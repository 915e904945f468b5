import type { Detection } from '../detection/detection.ts';
import { middleOf } from '../geometry/box.ts';
import type { Box } from '../geometry/box.ts';
import { createNeighbourhood } from '../geometry/neighbourhood.ts';
import type { Neighbourhood } from '../geometry/neighbourhood.ts';
import { assign } from './assignment.ts';
import type { Candidate } from './assignment.ts';
import { MOST_DOUBT, boxOf, doubtOf, heightOf } from './box-motion.ts';
import type { TrackerParameters } from './parameters.ts';
import type { TrackedPerson } from './tracked-person.ts';

/** Who was seen where. */
export interface Pair {
  readonly person: TrackedPerson;
  readonly detection: Detection;
}

export interface AssociationRules {
  readonly gate: number;
  readonly parameters: TrackerParameters;
}

/** Two boxes this many heights apart are as good as equal: what a detector takes for a person's outline varies. */
export const SLACK = 0.05;

/** Degrees of freedom of the edges' heavy tails: one edge far off does not rule a person out, four do. */
const TAIL = 3;

/** Where a person's edges are expected. */
interface Expectation {
  readonly box: Box;
  readonly height: number;
  /** Variances of a left or right edge, and of a top or bottom edge, before the detection's own noise. */
  readonly varX: number;
  readonly varY: number;
  /** What the uncertainty of the position costs. */
  readonly spread: number;
  /** No detection whose middle is farther off on either axis can be this person. */
  readonly reach: number;
}

/**
 * One association of ByteTrack (Zhang et al. 2022, algorithm 1): the pairing of people and detections that is the
 * most likely as a whole; pairs whose mismatch reaches `gate` are impossible.
 */
export function associate(
  people: readonly TrackedPerson[],
  detections: readonly Detection[],
  rules: AssociationRules,
): readonly Pair[] {
  const { gate } = rules;
  if (people.length === 0 || detections.length === 0) return [];
  const candidates: Candidate[] = [];
  const places = placesOf(detections);
  people.forEach((person, row) => {
    const expected = expect(person, rules);
    places.visitNear(middleOf(expected.box), expected.reach, (column) => {
      const detection = detections[column];
      const gain = detection ? gate - mismatch(expected, detection, rules) : 0;
      if (gain > 0) candidates.push({ row, column, gain });
    });
  });
  return assign(candidates).flatMap(([row, column]) => {
    const person = people[row];
    const detection = detections[column];
    return person && detection ? [{ person, detection }] : [];
  });
}

/** Numbers of detections by the middles of their boxes, in cells of their mean height. */
function placesOf(detections: readonly Detection[]): Neighbourhood<number> {
  const heights = detections.reduce((sum, { box }) => sum + box.bottom - box.top, 0);
  const places = createNeighbourhood<number>(heights / detections.length);
  detections.forEach(({ box }, column) => {
    places.add(column, middleOf(box));
  });
  return places;
}

function expect({ motion }: TrackedPerson, { gate, parameters }: AssociationRules): Expectation {
  const height = heightOf(motion);
  const box = boxOf(motion);
  const halfWidth = (box.right - box.left) / 2;
  const slack = (SLACK * height) ** 2;
  const sizeNoise = parameters.sizeNoise ** 2;
  const varCentreX = motion.x.varValue + slack;
  const varCentreY = motion.y.varValue + slack;
  const varX = varCentreX + halfWidth ** 2 * (motion.logWidth.varValue + 4 * sizeNoise);
  const varY = varCentreY + (height / 2) ** 2 * (motion.logHeight.varValue + sizeNoise);
  const noise = (parameters.positionNoise * MOST_DOUBT * height) ** 2;
  // With one edge where it was expected, the other may be this many standard deviations off, the middle half of it.
  const farthest = Math.sqrt(TAIL * Math.expm1(gate / (TAIL + 1))) / 2;
  return {
    box,
    height,
    varX,
    varY,
    reach: farthest * Math.sqrt(Math.max(varX, varY) + noise),
    spread: Math.log((varCentreX * varCentreY) / (slack * slack)),
  };
}

/**
 * How badly a detection fits: twice the negative log-likelihood of its four edges (Student's t), plus what the
 * uncertainty of the position costs, so that somebody lost does not take a detection from somebody known to be there.
 */
function mismatch(expected: Expectation, { box, score }: Detection, rules: AssociationRules): number {
  const noise = (rules.parameters.positionNoise * doubtOf(score) * expected.height) ** 2;
  const varX = expected.varX + noise;
  const acrossPicture = tail(box.left - expected.box.left, varX) + tail(box.right - expected.box.right, varX);
  if (acrossPicture >= rules.gate) return acrossPicture;
  const varY = expected.varY + noise;
  return (
    acrossPicture +
    tail(box.top - expected.box.top, varY) +
    tail(box.bottom - expected.box.bottom, varY) +
    expected.spread
  );
}

function tail(distance: number, variance: number): number {
  return (TAIL + 1) * Math.log(1 + (distance * distance) / (variance * TAIL));
}
