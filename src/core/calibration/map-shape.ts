import type { Point } from '../geometry/point.ts';
import { distance } from '../geometry/point.ts';
import { turn } from '../geometry/segment.ts';
import { determinant, project } from './homography.ts';
import { mapPoint, type PlaneMap } from './plane-map.ts';

/** A line with its in side, in a space: as `SceneLine`, on any plane. */
export interface SidedLine<Space extends string> {
  readonly points: readonly Point<Space>[];
  readonly inward: Point<Space>;
}

/** A polyline on the other plane; straight stays straight, so its corners say all. Null where one is beyond the horizon. */
export function mapPolyline<From extends string, To extends string>(
  map: PlaneMap<From, To>,
  points: readonly Point<NoInfer<From>>[],
): readonly Point<To>[] | null {
  const mapped = points.map((point) => mapPoint(map, point)).filter((point) => point !== null);
  return mapped.length === points.length ? mapped : null;
}

/**
 * A counting line on the other plane, with the same in side. Null where a corner is beyond the horizon, or where no
 * single direction points to the in side of all segments.
 */
export function mapLine<From extends string, To extends string>(
  map: PlaneMap<From, To>,
  line: SidedLine<NoInfer<From>>,
): SidedLine<To> | null {
  const points = mapPolyline(map, line.points);
  if (!points) return null;
  // Between a picture and a map of the floor left becomes right.
  const isFlipped = determinant(map.matrix) < 0;
  const normals = points.flatMap((b, index): Point<To>[] => {
    const a = points[index - 1];
    const before = line.points[index - 1];
    const after = line.points[index];
    if (!a || !before || !after) return [];
    const ahead = { x: before.x + line.inward.x, y: before.y + line.inward.y };
    const isInLeft = turn(before, after, ahead) > 0 !== isFlipped;
    const length = distance(a, b) * (isInLeft ? 1 : -1);
    return [{ x: -(b.y - a.y) / length, y: (b.x - a.x) / length }];
  });
  const inward = commonSide(normals);
  return inward && { points, inward };
}

/**
 * A polygon on the other plane; what lies at and beyond the horizon is cut off along a straight edge (Sutherland &
 * Hodgman 1974). Empty where nothing is left.
 */
export function mapPolygon<From extends string, To extends string>(
  map: PlaneMap<From, To>,
  polygon: readonly Point<NoInfer<From>>[],
): readonly Point<To>[] {
  const depthAt = (point: Point<From>): number => project(map.matrix, point).w;
  // A hair inside the bounds, so that a corner made by the cut is not refused for its rounding.
  const near = cutPolygon<From>(polygon, (point) => depthAt(point) - map.least * (1 + HAIR));
  const kept = cutPolygon<From>(near, (point) => map.most * (1 - HAIR) - depthAt(point));
  return mapPolyline(map, kept) ?? [];
}

const HAIR = 1e-9;

/** The part of a polygon in which a function that is linear in x and y is not negative. */
export function cutPolygon<Space extends string>(
  polygon: readonly Point<Space>[],
  height: (point: Point<Space>) => number,
): readonly Point<Space>[] {
  return polygon.flatMap((corner, index) => {
    const before = polygon[(index || polygon.length) - 1] ?? corner;
    const heightBefore = height(before);
    const heightHere = height(corner);
    const kept = heightHere >= 0 ? [corner] : [];
    if (heightBefore >= 0 === heightHere >= 0) return kept;
    const share = heightBefore / (heightBefore - heightHere);
    const edge = {
      x: before.x + share * (corner.x - before.x),
      y: before.y + share * (corner.y - before.y),
    };
    return [edge, ...kept];
  });
}

/** A unit vector on the positive side of all normals, as far within as can be; null when there is none. */
function commonSide<Space extends string>(normals: readonly Point<Space>[]): Point<Space> | null {
  let best: Point<Space> | null = null;
  let depth = 0;
  for (const [index, one] of normals.entries()) {
    for (const other of normals.slice(index)) {
      const length = Math.hypot(one.x + other.x, one.y + other.y);
      const middle = { x: (one.x + other.x) / length, y: (one.y + other.y) / length };
      const least = Math.min(...normals.map(({ x, y }) => x * middle.x + y * middle.y));
      if (least > depth) {
        depth = least;
        best = middle;
      }
    }
  }
  return best;
}
