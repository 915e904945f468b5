import { assign } from './assignment.ts';
import type { Candidate } from './assignment.ts';
import { SLACK } from './association.ts';
import { heightOf } from './box-motion.ts';
import type { Axis } from './kalman.ts';
import type { TrackerParameters } from './parameters.ts';
import type { TrackedPerson } from './tracked-person.ts';

/** Two fragments of one person's path. */
export interface Fragments {
  readonly lost: TrackedPerson;
  readonly newcomer: TrackedPerson;
}

/** Variance of the difference of two estimates of the logarithm of one person's height. */
const SIZE_SLACK = 0.01;

/**
 * Pairs newcomers with the lost people whose path they go on with: where, how fast and how tall each is now by its own
 * estimate (track-to-track association, Bar-Shalom, Li & Kirubarajan 2001, §8.3.2). Nobody is joined with somebody
 * who was seen since the newcomer was.
 */
export function joinFragments(
  lost: readonly TrackedPerson[],
  newcomers: readonly TrackedPerson[],
  parameters: TrackerParameters,
): readonly Fragments[] {
  const candidates: Candidate[] = [];
  newcomers.forEach((newcomer, row) => {
    lost.forEach((person, column) => {
      if (person.lastSeenAtMs >= newcomer.bornAtMs) return;
      const gain = parameters.joinGate - mismatch(person, newcomer);
      if (gain > 0) candidates.push({ row, column, gain });
    });
  });
  return assign(candidates).flatMap(([row, column]) => {
    const newcomer = newcomers[row];
    const person = lost[column];
    return newcomer && person ? [{ lost: person, newcomer }] : [];
  });
}

/** The lost person goes on where the newcomer is; the newcomer's own id is never heard of again. */
export function takeOver({ lost, newcomer }: Fragments): void {
  lost.motion = newcomer.motion;
  lost.score = newcomer.score;
  lost.sightings += newcomer.sightings;
  lost.lastSeenAtMs = newcomer.lastSeenAtMs;
}

function mismatch(lost: TrackedPerson, newcomer: TrackedPerson): number {
  const slack = (SLACK * heightOf(newcomer.motion)) ** 2;
  const one = lost.motion;
  const other = newcomer.motion;
  const taller = one.logHeight.value - other.logHeight.value;
  const varSize = one.logHeight.varValue + other.logHeight.varValue + SIZE_SLACK;
  return (
    axisMismatch(one.x, other.x, slack) + axisMismatch(one.y, other.y, slack) + (taller * taller) / varSize
  );
}

/** Squared Mahalanobis distance of two estimates of value and rate, plus what the uncertainty of the value costs. */
function axisMismatch(one: Axis, other: Axis, slack: number): number {
  const varValue = one.varValue + other.varValue + slack;
  const covariance = one.covariance + other.covariance;
  const varRate = one.varRate + other.varRate;
  const value = one.value - other.value;
  const rate = one.rate - other.rate;
  const far = varRate * value * value - 2 * covariance * value * rate + varValue * rate * rate;
  return far / (varValue * varRate - covariance * covariance) + Math.log(varValue / slack);
}
