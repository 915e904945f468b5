import type { Point } from '../geometry/point.ts';
import { project, type Homography } from './homography.ts';

/**
 * A projective map from one plane to another, with the part of the plane in which it is trusted: where `w` lies
 * between `least` (> 0) and `most`. Beyond that lies the horizon, or what is behind the camera.
 */
export interface PlaneMap<From extends string, To extends string> {
  readonly matrix: Homography;
  readonly least: number;
  readonly most: number;
  readonly from?: From;
  readonly to?: To;
}

/** Where a point lies on the other plane; null at and beyond the horizon. */
export function mapPoint<From extends string, To extends string>(
  map: PlaneMap<From, To>,
  point: Point<NoInfer<From>>,
): Point<To> | null {
  const { x, y, w } = project(map.matrix, point);
  return w >= map.least && w <= map.most ? { x: x / w, y: y / w } : null;
}

/** How places near a point move on the other plane: by rows, target per source unit. Null as for `mapPoint`. */
export interface Jacobian {
  readonly xx: number;
  readonly xy: number;
  readonly yx: number;
  readonly yy: number;
}

/** The map's derivative at a point. */
export function jacobianAt<From extends string, To extends string>(
  map: PlaneMap<From, To>,
  at: Point<NoInfer<From>>,
): Jacobian | null {
  const there = mapPoint(map, at);
  if (!there) return null;
  const h = map.matrix;
  const { w } = project(h, at);
  return {
    xx: (h[0] - there.x * h[6]) / w,
    xy: (h[1] - there.x * h[7]) / w,
    yx: (h[3] - there.y * h[6]) / w,
    yy: (h[4] - there.y * h[7]) / w,
  };
}

/** A velocity (units per second) at a point, on the other plane: metres per second where that is the floor. */
export function mapVelocity<From extends string, To extends string>(
  map: PlaneMap<From, To>,
  at: Point<NoInfer<From>>,
  velocity: Point<NoInfer<From>>,
): Point<To> | null {
  const slope = jacobianAt(map, at);
  if (!slope) return null;
  return {
    x: slope.xx * velocity.x + slope.xy * velocity.y,
    y: slope.yx * velocity.x + slope.yy * velocity.y,
  };
}
