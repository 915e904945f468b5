import type { Result } from '../result.ts';
import {
  calibrateFloor,
  type CalibrationProblem,
  type CalibrationProblemCode,
  type FloorCalibration,
  type FloorMaps,
  type FloorPair,
} from './floor-calibration.ts';
import { compose } from './homography.ts';

/** Why 床の目印 are refused. `mirrored`: x and y turn the other way round than on a plan whose y grows downwards. */
export interface MarksProblem {
  readonly code: CalibrationProblemCode | 'mirrored';
  readonly detail?: NonNullable<CalibrationProblem['detail']>;
}

/**
 * Marks are judged for a picture of this shape, whatever the camera's: what is accepted when it is typed is accepted
 * when the first frame tells the true one. Picture and floor are mapped onto each other the same way for all shapes.
 */
const JUDGED_ASPECT = 16 / 9;

/** Judges the marks of a camera: at least four places, in picture fractions and in metres on the plan. */
export function judgeMarks(marks: readonly FloorPair[]): Result<FloorCalibration, MarksProblem> {
  const judged = calibrateFloor(marks, JUDGED_ASPECT);
  if (!judged.ok || judged.value.handedness === 'drawing') return judged;
  return { ok: false, problem: { code: 'mirrored' } };
}

/**
 * The maps of a camera whose picture has this width ÷ height. Throws for marks that `judgeMarks` refuses: settings
 * never hold them.
 */
export function floorMapsOf(marks: readonly FloorPair[], aspect: number): FloorMaps {
  const judged = judgeMarks(marks);
  if (!judged.ok) throw new Error(`marks that are no calibration: ${judged.problem.code}`);
  const { toFloor, toScene } = judged.value;
  const wider = aspect / JUDGED_ASPECT;
  return {
    aspect,
    toFloor: { ...toFloor, matrix: compose(toFloor.matrix, [1 / wider, 0, 0, 0, 1, 0, 0, 0, 1]) },
    toScene: { ...toScene, matrix: compose([wider, 0, 0, 0, 1, 0, 0, 0, 1], toScene.matrix) },
  };
}
