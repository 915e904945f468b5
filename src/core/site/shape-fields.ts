import { segmentsWithoutSide } from '../counting/scene-from-site.ts';
import type { Box } from '../geometry/box.ts';
import type { ImagePoint, Point } from '../geometry/point.ts';
import { signedArea } from '../geometry/polygon.ts';
import type { Field } from './field.ts';

/** Corners that one line, zone or mask may have. */
export const MAX_CORNERS = 32;
/** Lines and zones that one camera may have together: as many as a `Tally` carries. */
export const MAX_ENTITIES = 64;
export const MAX_MASKS = 32;
export const MAX_NAME_LENGTH = 80;
/** Least width and height of a region, in fractions of the picture. */
export const LEAST_REGION = 0.1;

/** Smallest area of a polygon, in pictures: below it nobody can stand inside. */
const LEAST_AREA = 1e-6;

/** Refuses a line that has a segment for which `inward` names no side: the message names the segment. */
export function checkSides(line: {
  readonly points: Field;
  readonly corners: readonly ImagePoint[];
  readonly inward: Point<'image'>;
}): void {
  const [bad] = segmentsWithoutSide(line.corners, line.inward);
  if (bad !== undefined) line.points.list({ most: MAX_CORNERS })[bad]?.refuse('parallel');
}

/** Refuses a region that is too small on either axis, whatever rounding does to one that is just large enough. */
export function checkRegion(region: Field, { left, top, right, bottom }: Box): void {
  if (Math.min(right - left, bottom - top) < LEAST_REGION - 1e-9) region.refuse('too-small');
}

/** Refuses a polygon without an area. */
export function checkArea(polygon: Field, corners: readonly ImagePoint[]): void {
  if (Math.abs(signedArea(corners)) < LEAST_AREA) polygon.refuse('no-area');
}
