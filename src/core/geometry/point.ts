/**
 * A position in a named space. The space is a phantom: it never exists at run time,
 * but an `ImagePoint` does not fit where a `FloorPoint` is wanted.
 */
export interface Point<Space extends string> {
  readonly x: number;
  readonly y: number;
  readonly space?: Space;
}

/** Fractions of the picture: x of its width, y of its height, both 0–1. Site descriptions use it. */
export type ImagePoint = Point<'image'>;

/**
 * Isotropic picture coordinates: both axes in picture *heights* (y 0–1, x 0–aspect), so angles and
 * distances are true and a change of resolution changes nothing. Tracking and counting use it.
 */
export type ScenePoint = Point<'scene'>;

/** Metres on the floor. */
export type FloorPoint = Point<'floor'>;

/** Converts a fraction of the picture to scene units; `aspect` is width ÷ height. */
export function toScene(point: ImagePoint, aspect: number): ScenePoint {
  return { x: point.x * aspect, y: point.y };
}

/** Inverse of `toScene`. */
export function toImage(point: ScenePoint, aspect: number): ImagePoint {
  return { x: point.x / aspect, y: point.y };
}

/** Euclidean distance of two points of one space, in that space's unit. */
export function distance<P extends Point<string>>(a: P, b: NoInfer<P>): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
