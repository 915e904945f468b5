import type { Point } from '../geometry/point.ts';
import { compose, inverse, type Homography } from './homography.ts';
import { symmetricEigen } from './symmetric-eigen.ts';

/** A point and where the map takes it. */
export interface Correspondence<From extends string, To extends string> {
  readonly from: Point<From>;
  readonly to: Point<To>;
}

export interface HomographyEstimate {
  readonly homography: Homography;
  /**
   * Second least ÷ greatest singular value of the normalised equations, 0–1: near 0 more than one map fits the
   * pairs (Hartley & Zisserman, §4.1.3 "degenerate configurations").
   */
  readonly definiteness: number;
}

/**
 * The map that fits four or more pairs best: the normalised DLT (Hartley & Zisserman, Multiple View Geometry,
 * 2nd ed., algorithm 4.2). Exact for four pairs of which no three lie on a line.
 */
export function estimateHomography<From extends string, To extends string>(
  pairs: readonly Correspondence<From, To>[],
): HomographyEstimate {
  const before = normalisation(pairs.map(({ from }) => from));
  const after = normalisation(pairs.map(({ to }) => to));
  const { values, vectors } = symmetricEigen(
    normalEquations(pairs.map(({ from, to }) => ({ from: before.apply(from), to: after.apply(to) }))),
  );
  const normalised = toHomography(vectors[0] ?? []);
  const homography = compose(inverse(after.matrix), compose(normalised, before.matrix));
  const share = Math.max(0, values[1] ?? 0) / (values[values.length - 1] ?? 1);
  return { homography, definiteness: Math.sqrt(share) };
}

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Moves the centroid to the origin and scales to a mean distance of √2 from it. */
function normalisation(points: readonly Place[]): {
  readonly matrix: Homography;
  readonly apply: (point: Place) => Place;
} {
  const centre = {
    x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
    y: points.reduce((sum, { y }) => sum + y, 0) / points.length,
  };
  const spread =
    points.reduce((sum, { x, y }) => sum + Math.hypot(x - centre.x, y - centre.y), 0) / points.length;
  const scale = Math.SQRT2 / spread;
  return {
    matrix: [scale, 0, -scale * centre.x, 0, scale, -scale * centre.y, 0, 0, 1],
    apply: ({ x, y }) => ({ x: scale * (x - centre.x), y: scale * (y - centre.y) }),
  };
}

/** AᵀA of the equations (4.3): two rows of A for each pair. */
function normalEquations(pairs: readonly { readonly from: Place; readonly to: Place }[]): number[][] {
  const rows = pairs.flatMap(({ from: { x, y }, to }) => [
    [0, 0, 0, -x, -y, -1, to.y * x, to.y * y, to.y],
    [x, y, 1, 0, 0, 0, -to.x * x, -to.x * y, -to.x],
  ]);
  const size = Array.from({ length: 9 }, (_, index) => index);
  return size.map((i) => size.map((j) => rows.reduce((sum, row) => sum + (row[i] ?? 0) * (row[j] ?? 0), 0)));
}

function toHomography(h: readonly number[]): Homography {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, i = 0, j = 0] = h;
  return [a, b, c, d, e, f, g, i, j];
}
