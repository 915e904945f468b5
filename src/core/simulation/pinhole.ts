import type { FloorPoint, ScenePoint } from '../geometry/point.ts';

/** An ideal camera above a flat floor; it looks along the floor's y axis and down. */
export interface Pinhole {
  readonly position: FloorPoint;
  /** Height of the lens above the floor, metres. */
  readonly heightM: number;
  /** Angle of the optical axis below the horizon, radians. */
  readonly tiltRad: number;
  /** Focal length in picture heights. */
  readonly focal: number;
  /** Width ÷ height of the picture. */
  readonly aspect: number;
}

/** Picture heights that one metre across the view takes at a place; 0 or less behind the camera. */
export function scaleAt(view: Pinhole, floor: FloorPoint, aboveM: number): number {
  const depth = depthOf(view, floor, aboveM);
  return depth > 0 ? view.focal / depth : 0;
}

/** Where a point `aboveM` metres above the floor appears, in scene units. Only for points before the camera. */
export function project(view: Pinhole, floor: FloorPoint, aboveM: number): ScenePoint {
  const depth = depthOf(view, floor, aboveM);
  const forward = floor.y - view.position.y;
  const below = view.heightM - aboveM;
  const down = below * Math.cos(view.tiltRad) - forward * Math.sin(view.tiltRad);
  return {
    x: view.aspect / 2 + (view.focal * (floor.x - view.position.x)) / depth,
    y: 0.5 + (view.focal * down) / depth,
  };
}

/** Distance along the floor from under the camera, metres: nearer people hide those behind. */
export function distanceFrom(view: Pinhole, floor: FloorPoint): number {
  return Math.hypot(floor.x - view.position.x, floor.y - view.position.y);
}

function depthOf(view: Pinhole, floor: FloorPoint, aboveM: number): number {
  const forward = floor.y - view.position.y;
  return forward * Math.cos(view.tiltRad) + (view.heightM - aboveM) * Math.sin(view.tiltRad);
}
