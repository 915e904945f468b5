import type { ScenePoint } from '../geometry/point.ts';
import { jacobianAt, type PlaneMap } from './plane-map.ts';

/** Heights in which a standing person appears, scene units. */
export interface HeightRange {
  readonly least: number;
  readonly most: number;
}

const SHORT_M = 1.4;
const TALL_M = 2;

/**
 * Metres on the floor for one scene unit across the view at a ground point: along the horizon's direction, in which
 * the distance from the camera does not change. Null beyond the horizon.
 */
export function metresPerUnit(toFloor: PlaneMap<'scene', 'floor'>, at: ScenePoint): number | null {
  const slope = jacobianAt(toFloor, at);
  if (!slope) return null;
  const [tiltX, tiltY] = [toFloor.matrix[6], toFloor.matrix[7]];
  const steepness = Math.hypot(tiltX, tiltY);
  const across = steepness === 0 ? { x: 1, y: 0 } : { x: tiltY / steepness, y: -tiltX / steepness };
  return Math.hypot(slope.xx * across.x + slope.xy * across.y, slope.yx * across.x + slope.yy * across.y);
}

/**
 * Heights in which people of 1.4–2 m appear who stand at a ground point, from the floor's scale there. It takes the
 * camera to look level: seen from above people appear shorter, but nearer to the lens as well. Null beyond the horizon.
 */
export function expectedHeight(toFloor: PlaneMap<'scene', 'floor'>, at: ScenePoint): HeightRange | null {
  const scale = metresPerUnit(toFloor, at);
  return scale === null || scale === 0 ? null : { least: SHORT_M / scale, most: TALL_M / scale };
}
