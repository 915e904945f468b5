import type { Detection } from '../detection/detection.ts';
import type { Box } from '../geometry/box.ts';
import { axisAt, correctAxis, predictAxis } from './kalman.ts';
import type { Axis } from './kalman.ts';
import type { TrackerParameters } from './parameters.ts';

/** Where a person's box is and how it moves: its centre with a velocity, and the logarithms of its size. */
export interface BoxMotion {
  readonly x: Axis;
  readonly y: Axis;
  readonly logWidth: Axis;
  readonly logHeight: Axis;
}

/** Standard deviation of the logarithm of a height first seen: half of a person may be hidden. Widths: twice that. */
const FIRST_SIZE_SD = 0.15;
/** Variance that the logarithm of a height gains per second, as people come nearer. Widths: four times that. */
const SIZE_DRIFT = 0.015;

/** The motion of somebody seen for the first time. */
export function startMotion({ box, score }: Detection, parameters: TrackerParameters): BoxMotion {
  const height = box.bottom - box.top;
  const sd = parameters.positionNoise * doubtOf(score) * height;
  const sdRate = parameters.walkingSpeed * height;
  return {
    x: axisAt((box.left + box.right) / 2, sd, sdRate),
    y: axisAt((box.top + box.bottom) / 2, sd, sdRate / 2),
    logWidth: axisAt(Math.log(box.right - box.left), 2 * FIRST_SIZE_SD, 0),
    logHeight: axisAt(Math.log(height), FIRST_SIZE_SD, 0),
  };
}

/** Time update; `coasting` lets the speed decay, because people who cannot be seen may stop or turn. */
export function predictMotion(
  motion: BoxMotion,
  step: { readonly dtS: number; readonly coasting: boolean },
  parameters: TrackerParameters,
): void {
  const { dtS } = step;
  const decayS = step.coasting ? parameters.coastingDecayS : Infinity;
  const across = parameters.agility * heightOf(motion);
  const upright = parameters.verticalShare * across;
  predictAxis(motion.x, { dtS, density: across * across, decayS });
  predictAxis(motion.y, { dtS, density: upright * upright, decayS });
  motion.logWidth.varValue += 4 * SIZE_DRIFT * dtS;
  motion.logHeight.varValue += SIZE_DRIFT * dtS;
}

/** Measurement update with the detection that was given to this person. */
export function correctMotion(motion: BoxMotion, detection: Detection, parameters: TrackerParameters): void {
  const { box, score } = detection;
  const doubt = doubtOf(score);
  const sd = parameters.positionNoise * doubt * heightOf(motion);
  const sdSize = parameters.sizeNoise * doubt;
  const { edgeDoubt } = parameters;
  const { x, y, logWidth, logHeight } = motion;
  correctExtent(x, logWidth, { low: box.left, high: box.right, sd, sdSize: 2 * sdSize, edgeDoubt });
  correctExtent(y, logHeight, { low: box.top, high: box.bottom, sd, sdSize, edgeDoubt });
}

/** The two opposite edges of a detection, and how far they may be off. */
interface MeasuredExtent {
  readonly low: number;
  readonly high: number;
  readonly sd: number;
  readonly sdSize: number;
  readonly edgeDoubt: number;
}

/**
 * Moves a centre and a size towards two measured edges. An edge that jumps is trusted less than its opposite one
 * (Cauchy weights): feet hidden behind a shelf leave the head where it was, and the person as tall as before.
 */
function correctExtent(centre: Axis, logSize: Axis, measured: MeasuredExtent): void {
  const { low, high, sd, sdSize, edgeDoubt } = measured;
  const half = Math.exp(logSize.value) / 2;
  const shiftLow = low - (centre.value - half);
  const shiftHigh = high - (centre.value + half);
  const variance = centre.varValue + sd * sd + half * half * (logSize.varValue + sdSize * sdSize);
  const scale = edgeDoubt * edgeDoubt * variance;
  const trustLow = 1 / (1 + (shiftLow * shiftLow) / scale);
  const trustHigh = 1 / (1 + (shiftHigh * shiftHigh) / scale);
  const trust = trustLow + trustHigh;
  const shift = (trustLow * shiftLow + trustHigh * shiftHigh) / trust;
  correctAxis(centre, centre.value + shift, (2 * sd * sd) / trust);
  correctAxis(logSize, Math.log(high - low), (sdSize * sdSize) / (trustLow * trustHigh));
}

/** How much noisier than a sure detection one of this score is (measured on PETS09-S2L1: 1 at 0.8, 3 at 0.3). */
export function doubtOf(score: number): number {
  return Math.min(MOST_DOUBT, Math.max(1, 4.2 - 4 * score));
}

export const MOST_DOUBT = 4;

export function heightOf(motion: BoxMotion): number {
  return Math.exp(motion.logHeight.value);
}

/** The estimated box. */
export function boxOf(motion: BoxMotion): Box {
  const halfWidth = Math.exp(motion.logWidth.value) / 2;
  const halfHeight = heightOf(motion) / 2;
  return {
    left: motion.x.value - halfWidth,
    right: motion.x.value + halfWidth,
    top: motion.y.value - halfHeight,
    bottom: motion.y.value + halfHeight,
  };
}
