import type { Detection } from '../detection/detection.ts';
import type { Box } from '../geometry/box.ts';
import { axisAt, correctAxis, predictAxis } from './kalman.ts';
import type { Axis } from './kalman.ts';
import type { TrackerParameters } from './parameters.ts';

/** Where a person's box is and how it moves: centre with velocity, and the logarithms of its size. */
export interface BoxMotion {
  readonly x: Axis;
  readonly y: Axis;
  readonly logWidth: Axis;
  readonly logHeight: Axis;
}

/** The motion of somebody seen for the first time. */
export function startMotion({ box, score }: Detection, parameters: TrackerParameters): BoxMotion {
  const height = box.bottom - box.top;
  const doubt = doubtOf(score);
  const sd = parameters.positionNoise * doubt * height;
  const sdRate = parameters.walkingSpeed * height;
  const sdSize = parameters.sizeNoise * doubt;
  return {
    x: axisAt((box.left + box.right) / 2, sd, sdRate),
    y: axisAt((box.top + box.bottom) / 2, sd, sdRate * 0.5),
    logWidth: axisAt(Math.log(box.right - box.left), sdSize * 2, 0),
    logHeight: axisAt(Math.log(height), sdSize, 0),
  };
}

/** Time update; `coasting` lets the speed decay, because people who cannot be seen stop or turn. */
export function predictMotion(
  motion: BoxMotion,
  step: { readonly dtS: number; readonly coasting: boolean },
  parameters: TrackerParameters,
): void {
  const { dtS } = step;
  const acceleration = parameters.agility * heightOf(motion);
  const decayS = step.coasting ? parameters.coastingDecayS : Infinity;
  const drift = { dtS, density: acceleration * acceleration, decayS };
  predictAxis(motion.x, drift);
  predictAxis(motion.y, drift);
  motion.logWidth.varValue += SIZE_DRIFT * 4 * dtS;
  motion.logHeight.varValue += SIZE_DRIFT * dtS;
}

/** Variance that the logarithm of a height gains per second. */
const SIZE_DRIFT = 0.01;

/** Measurement update with the detection that was given to this person. */
export function correctMotion(motion: BoxMotion, detection: Detection, parameters: TrackerParameters): void {
  const { box, score } = detection;
  const doubt = doubtOf(score);
  const sd = parameters.positionNoise * doubt * heightOf(motion);
  const sdSize = parameters.sizeNoise * doubt;
  correctAxis(motion.x, (box.left + box.right) / 2, sd * sd);
  correctAxis(motion.y, (box.top + box.bottom) / 2, sd * sd);
  correctAxis(motion.logWidth, Math.log(box.right - box.left), sdSize * sdSize * 4);
  correctAxis(motion.logHeight, Math.log(box.bottom - box.top), sdSize * sdSize);
}

/** How much noisier than a sure detection one of this score is (measured on PETS09-S2L1: 1 at 0.8, 3 at 0.3). */
export function doubtOf(score: number): number {
  return Math.min(4, Math.max(1, 4.2 - 4 * score));
}

export function heightOf(motion: BoxMotion): number {
  return Math.exp(motion.logHeight.value);
}

export function widthOf(motion: BoxMotion): number {
  return Math.exp(motion.logWidth.value);
}

/** The estimated box. */
export function boxOf(motion: BoxMotion): Box {
  const halfWidth = widthOf(motion) / 2;
  const halfHeight = heightOf(motion) / 2;
  return {
    left: motion.x.value - halfWidth,
    right: motion.x.value + halfWidth,
    top: motion.y.value - halfHeight,
    bottom: motion.y.value + halfHeight,
  };
}
