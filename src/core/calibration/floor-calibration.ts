import { distance, toScene } from '../geometry/point.ts';
import type { FloorPoint, ImagePoint, ScenePoint } from '../geometry/point.ts';
import type { Result } from '../result.ts';
import { estimateHomography, type Correspondence } from './estimate-homography.ts';
import { generality } from './general-position.ts';
import { determinant, inverse, project, scaled, type Homography } from './homography.ts';
import { expectedHeight } from './person-height.ts';
import { mapPoint, type PlaneMap } from './plane-map.ts';

/** A place on the floor that the operator found in the picture and measured in the store. */
export interface FloorPair {
  readonly image: ImagePoint;
  /** Metres; origin and direction of the axes are the operator's. */
  readonly floor: FloorPoint;
}

/** How far a pair lies from where the calibration puts it. */
export interface Residual {
  readonly metres: number;
  /** Picture heights: times the picture's height it is pixels. */
  readonly sceneUnits: number;
}

/** The ways between a camera's picture and the floor. */
export interface FloorMaps {
  /** Width ÷ height of the picture that they hold for. */
  readonly aspect: number;
  readonly toFloor: PlaneMap<'scene', 'floor'>;
  readonly toScene: PlaneMap<'floor', 'scene'>;
}

/** フロア校正: the floor of one camera, as an ideal lens sees it. Straight lines of the floor must look straight. */
export interface FloorCalibration extends FloorMaps {
  /** By pair. */
  readonly residuals: readonly Residual[];
  readonly rms: Residual;
  /** Pairs beyond four. With none the residuals are 0 whatever was marked, and prove nothing. */
  readonly sparePairs: number;
  /**
   * `map`: the floor's y axis lies to the left of its x axis, seen from above. `drawing`: to the right, as on a plan
   * whose y grows downwards. All cameras of one floor must agree; one that does not was marked mirrored.
   */
  readonly handedness: 'map' | 'drawing';
}

/** Why pairs are no calibration. */
export type CalibrationProblemCode =
  /** Fewer than `LEAST_PAIRS`, or more than `MOST_PAIRS`. */
  | 'too-few-pairs'
  | 'too-many-pairs'
  /** There are no four of which no three lie on a line, in the picture and on the floor. */
  | 'pairs-on-a-line'
  /** More than one calibration fits them nearly as well. */
  | 'pairs-nearly-degenerate'
  /** No camera sees the floor so: pairs were mixed up, or one is far off. `rmsMetres` says how far. */
  | 'pairs-contradict'
  /** People would be taller than the picture or too small to see: the floor is not in metres. */
  | 'scale-implausible';

export interface CalibrationProblem {
  readonly code: CalibrationProblemCode;
  readonly detail?: Readonly<Record<string, number>>;
}

export const LEAST_PAIRS = 4;
export const MOST_PAIRS = 16;

/** Least altitude of the triangles of the best four pairs, as a share of all pairs' extent. */
const LEAST_GENERALITY = 0.03;
const LEAST_DEFINITENESS = 0.003;
/** Root mean square of the residuals, as a share of the floor's marked extent. */
const MOST_RMS = 0.1;
/** How far beyond the marked places the map is trusted: so many times as far away as the farthest … */
const BEYOND = 20;
/** Heights in which a person of 1.4–2 m may appear at a marked place, picture heights. */
const PLAUSIBLE_HEIGHT = { least: 0.01, most: 4 } as const;

/** How far the marks are off on average, m: what people call an average, unlike the root mean square. */
export function meanOffM({ residuals }: Pick<FloorCalibration, 'residuals'>): number {
  return residuals.reduce((sum, { metres }) => sum + metres, 0) / Math.max(1, residuals.length);
}

/** Calibrates a camera from at least four places; `aspect` is the picture's width ÷ height. */
export function calibrateFloor(
  pairs: readonly FloorPair[],
  aspect: number,
): Result<FloorCalibration, CalibrationProblem> {
  if (pairs.length < LEAST_PAIRS) return refused('too-few-pairs', { least: LEAST_PAIRS });
  if (pairs.length > MOST_PAIRS) return refused('too-many-pairs', { most: MOST_PAIRS });
  const known = pairs.map(({ image, floor }): KnownPair => ({ from: toScene(image, aspect), to: floor }));
  if (!(generality(known) >= LEAST_GENERALITY)) return refused('pairs-on-a-line');
  const { homography, definiteness } = estimateHomography(known);
  if (!(definiteness >= LEAST_DEFINITENESS)) return refused('pairs-nearly-degenerate');
  const maps = trustedMaps(homography, known);
  return maps ? judge(known, { aspect, ...maps }) : refused('pairs-contradict');
}

type KnownPair = Correspondence<'scene', 'floor'>;
type Maps = Omit<FloorMaps, 'aspect'>;

function judge(pairs: readonly KnownPair[], maps: FloorMaps): Result<FloorCalibration, CalibrationProblem> {
  const residuals = pairs.map((pair) => residualOf(pair, maps));
  const rms = {
    metres: rootMeanSquare(residuals.map(({ metres }) => metres)),
    sceneUnits: rootMeanSquare(residuals.map(({ sceneUnits }) => sceneUnits)),
  };
  const extentM = Math.max(...pairs.flatMap(({ to }) => pairs.map((other) => distance(to, other.to))));
  if (!(rms.metres <= MOST_RMS * extentM)) return refused('pairs-contradict', { rmsMetres: rms.metres });
  const calibration: FloorCalibration = {
    ...maps,
    residuals,
    rms,
    sparePairs: pairs.length - LEAST_PAIRS,
    handedness: determinant(maps.toFloor.matrix) < 0 ? 'map' : 'drawing',
  };
  const isPlausible = pairs.every(({ from }) => isPlausibleAt(calibration, from));
  return isPlausible ? { ok: true, value: calibration } : refused('scale-implausible');
}

/**
 * Both directions, scaled so that `w` is positive before the camera (it is 1 ÷ depth up to a factor) and trusted
 * around the marked places. Null when they do not all lie on one side of the horizon (H & Z, §21.1).
 */
function trustedMaps(homography: Homography, pairs: readonly KnownPair[]): Maps | null {
  const depths = pairs.map(({ from }) => project(homography, from).w);
  const mean = depths.reduce((sum, w) => sum + w, 0) / depths.length;
  const least = Math.min(...depths.map((w) => w / mean)) / BEYOND;
  const most = Math.max(...depths.map((w) => w / mean)) * BEYOND;
  if (!(least > 0)) return null;
  const matrix = scaled(homography, 1 / mean);
  return {
    toFloor: { matrix, least, most },
    toScene: { matrix: inverse(matrix), least: 1 / most, most: 1 / least },
  };
}

function residualOf({ from, to }: KnownPair, { toFloor, toScene: back }: Maps): Residual {
  const floor = mapPoint(toFloor, from);
  const scene = mapPoint(back, to);
  return {
    metres: floor ? distance(floor, to) : Infinity,
    sceneUnits: scene ? distance(scene, from) : Infinity,
  };
}

function isPlausibleAt(calibration: FloorCalibration, at: ScenePoint): boolean {
  const height = expectedHeight(calibration.toFloor, at);
  return height !== null && height.least >= PLAUSIBLE_HEIGHT.least && height.most <= PLAUSIBLE_HEIGHT.most;
}

function rootMeanSquare(values: readonly number[]): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);
}

function refused(
  code: CalibrationProblemCode,
  detail?: Readonly<Record<string, number>>,
): { readonly ok: false; readonly problem: CalibrationProblem } {
  return { ok: false, problem: detail ? { code, detail } : { code } };
}
