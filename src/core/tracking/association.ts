import type { Detection } from '../detection/detection.ts';
import { assign } from './assignment.ts';
import type { Candidate } from './assignment.ts';
import { doubtOf, heightOf, widthOf } from './box-motion.ts';
import type { TrackerParameters } from './parameters.ts';
import type { TrackedPerson } from './tracked-person.ts';

/** Who was seen where. */
export interface Pair {
  readonly person: TrackedPerson;
  readonly detection: Detection;
}

/**
 * One association of ByteTrack (Zhang et al. 2022, algorithm 1): the pairing of people with detections that is most
 * likely as a whole. `strict` divides the squared gate.
 */
export function associate(
  people: readonly TrackedPerson[],
  detections: readonly Detection[],
  rules: { readonly parameters: TrackerParameters; readonly strict: number },
): readonly Pair[] {
  const gate = rules.parameters.gate / rules.strict;
  const candidates: Candidate[] = [];
  people.forEach((person, row) => {
    detections.forEach((detection, column) => {
      const gain = gate - mismatch(person, detection, rules.parameters);
      if (gain > 0) candidates.push({ row, column, gain });
    });
  });
  return assign(candidates).flatMap(([row, column]) => {
    const person = people[row];
    const detection = detections[column];
    return person && detection ? [{ person, detection }] : [];
  });
}

/**
 * How badly a detection fits a prediction: twice the negative log-likelihood of its position and size, relative to
 * a perfect fit to a person who was just seen. A widely uncertain prediction pays for its uncertainty, so it does
 * not take a detection from somebody who is known to be there.
 */
function mismatch(
  { motion }: TrackedPerson,
  { box, score }: Detection,
  parameters: TrackerParameters,
): number {
  const height = heightOf(motion);
  const doubt = doubtOf(score);
  const floor = FIT_FLOOR * height;
  const base = floor * floor;
  const noise = parameters.positionNoise * doubt * height;
  const dx = (box.left + box.right) / 2 - motion.x.value;
  const varX = motion.x.varValue + noise * noise + base;
  const farX = (dx * dx) / varX;
  if (farX > parameters.gate) return farX;
  const dy = (box.top + box.bottom) / 2 - motion.y.value;
  const varY = motion.y.varValue + noise * noise + base;
  const farY = (dy * dy) / varY;
  if (farX + farY > parameters.gate) return farX + farY;
  const sizeNoise = parameters.sizeNoise * doubt;
  const varSize = motion.logHeight.varValue + sizeNoise * sizeNoise + SIZE_FLOOR;
  const dSize = Math.log((box.bottom - box.top) / height);
  const varWidth = motion.logWidth.varValue + sizeNoise * sizeNoise * 4 + SIZE_FLOOR * 4;
  const dWidth = Math.log((box.right - box.left) / widthOf(motion));
  const spread = Math.log((varX * varY) / (base * base));
  return farX + farY + (dSize * dSize) / varSize + (dWidth * dWidth) / varWidth + spread;
}

/** Two boxes this far apart (heights of the box) are still as good as equal: partial views shift them. */
const FIT_FLOOR = 0.05;
const SIZE_FLOOR = 0.01;
