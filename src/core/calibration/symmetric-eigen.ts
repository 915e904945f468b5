/** Eigenvalues in ascending order; `vectors[n]` is the unit eigenvector of `values[n]`. */
export interface Eigen {
  readonly values: readonly number[];
  readonly vectors: readonly (readonly number[])[];
}

/** Sweeps after which the work ends in any case; matrices of this size converge in fewer than ten. */
const MOST_SWEEPS = 50;

/**
 * All eigenvalues and eigenvectors of a real symmetric matrix, given by rows: the cyclic Jacobi method
 * (Golub & Van Loan, Matrix Computations, 4th ed., §8.5).
 */
export function symmetricEigen(rows: readonly (readonly number[])[]): Eigen {
  const a = rows.map((row) => [...row]);
  const vectors = rows.map((_, row) => rows.map((__, column) => (row === column ? 1 : 0)));
  for (let sweep = 0; sweep < MOST_SWEEPS && !isDiagonal(a); sweep++) {
    for (let p = 0; p < a.length; p++) {
      for (let q = p + 1; q < a.length; q++) annihilate(a, vectors, { p, q });
    }
  }
  const order = a.map((row, index) => ({ value: row[index] ?? 0, index })).sort((x, y) => x.value - y.value);
  return { values: order.map(({ value }) => value), vectors: order.map(({ index }) => vectors[index] ?? []) };
}

interface Plane {
  readonly p: number;
  readonly q: number;
}

function isDiagonal(a: readonly (readonly number[])[]): boolean {
  let off = 0;
  let all = 0;
  a.forEach((row, r) =>
    row.forEach((value, c) => {
      all += value * value;
      if (r !== c) off += value * value;
    }),
  );
  return off <= all * Number.EPSILON ** 2;
}

/** Makes the entry (p, q) zero by a rotation; the rows of `vectors` turn with it. */
function annihilate(a: number[][], vectors: number[][], plane: Plane): void {
  const { p, q } = plane;
  const off = a[p]?.[q] ?? 0;
  if (off === 0) return;
  const half = ((a[q]?.[q] ?? 0) - (a[p]?.[p] ?? 0)) / (2 * off);
  const tangent = (half < 0 ? -1 : 1) / (Math.abs(half) + Math.hypot(half, 1));
  const cosine = 1 / Math.hypot(tangent, 1);
  const turn = { cosine, sine: tangent * cosine };
  for (const row of a) turnEntries(row, plane, turn);
  turnRows(a, plane, turn);
  turnRows(vectors, plane, turn);
}

interface Turn {
  readonly cosine: number;
  readonly sine: number;
}

function turnEntries(row: number[], { p, q }: Plane, { cosine, sine }: Turn): void {
  const x = row[p] ?? 0;
  const y = row[q] ?? 0;
  row[p] = cosine * x - sine * y;
  row[q] = sine * x + cosine * y;
}

function turnRows(rows: number[][], { p, q }: Plane, { cosine, sine }: Turn): void {
  const before = rows[p] ?? [];
  const after = rows[q] ?? [];
  rows[p] = before.map((x, index) => cosine * x - sine * (after[index] ?? 0));
  rows[q] = after.map((y, index) => sine * (before[index] ?? 0) + cosine * y);
}
