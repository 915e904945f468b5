/** A projective map of the plane: a 3 × 3 matrix by rows that acts on (x, y, 1). */
export type Homography = readonly [number, number, number, number, number, number, number, number, number];

/** A point before it is divided by `w`. */
export interface Homogeneous {
  readonly x: number;
  readonly y: number;
  readonly w: number;
}

/** Applies the matrix to (x, y, 1). */
export function project(h: Homography, { x, y }: { readonly x: number; readonly y: number }): Homogeneous {
  return {
    x: h[0] * x + h[1] * y + h[2],
    y: h[3] * x + h[4] * y + h[5],
    w: h[6] * x + h[7] * y + h[8],
  };
}

/** First `b`, then `a`. */
export function compose(a: Homography, b: Homography): Homography {
  const entry = (row: number, column: number): number =>
    [0, 1, 2].reduce((sum, k) => sum + (a[row * 3 + k] ?? 0) * (b[k * 3 + column] ?? 0), 0);
  return [
    entry(0, 0),
    entry(0, 1),
    entry(0, 2),
    entry(1, 0),
    entry(1, 1),
    entry(1, 2),
    entry(2, 0),
    entry(2, 1),
    entry(2, 2),
  ];
}

/** Every entry times `factor`: the same map of points, another `w`. */
export function scaled(h: Homography, factor: number): Homography {
  return [
    h[0] * factor,
    h[1] * factor,
    h[2] * factor,
    h[3] * factor,
    h[4] * factor,
    h[5] * factor,
    h[6] * factor,
    h[7] * factor,
    h[8] * factor,
  ];
}

export function determinant(h: Homography): number {
  return (
    h[0] * (h[4] * h[8] - h[5] * h[7]) -
    h[1] * (h[3] * h[8] - h[5] * h[6]) +
    h[2] * (h[3] * h[7] - h[4] * h[6])
  );
}

/** The inverse matrix, so that the `w` of a point and of its image multiply to 1. Infinite for a singular one. */
export function inverse(h: Homography): Homography {
  const adjugate: Homography = [
    h[4] * h[8] - h[5] * h[7],
    h[2] * h[7] - h[1] * h[8],
    h[1] * h[5] - h[2] * h[4],
    h[5] * h[6] - h[3] * h[8],
    h[0] * h[8] - h[2] * h[6],
    h[2] * h[3] - h[0] * h[5],
    h[3] * h[7] - h[4] * h[6],
    h[1] * h[6] - h[0] * h[7],
    h[0] * h[4] - h[1] * h[3],
  ];
  return scaled(adjugate, 1 / determinant(h));
}
