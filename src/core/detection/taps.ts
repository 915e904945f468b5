/** Which source samples make up each target sample of one axis, and their weights (summing to 1). */
export interface Taps {
  /** Source samples per target sample; unused ones have weight 0. */
  readonly count: number;
  /** First source sample, by target sample. `first + count` never exceeds the source. */
  readonly first: Int32Array;
  /** `count` weights per target sample. */
  readonly weights: Float32Array;
}

/**
 * Taps that scale `source` samples to `target`: the average over the source area that a target sample covers
 * when scaling down (no shimmer, whatever the factor), linear interpolation when scaling up.
 */
export function createTaps(source: number, target: number): Taps {
  const scale = source / target;
  const weightOf = scale < 1 ? linearWeight : areaWeight;
  const reach = Math.max(2, scale) / 2;
  const count = Math.min(source, roomyCount(Math.ceil(Math.max(1, scale)) + 1));
  const first = new Int32Array(target);
  const weights = new Float32Array(target * count);
  for (let index = 0; index < target; index++) {
    const centre = (index + 0.5) * scale;
    const edge = scale < 1 ? Math.floor(centre - 0.5) : Math.floor(centre - scale / 2);
    const start = Math.max(0, Math.min(source - count, edge));
    first[index] = start;
    const parts = Array.from({ length: count }, (_, tap) => weightOf(start + tap - centre, reach));
    const sum = parts.reduce((total, part) => total + part, 0);
    parts.forEach((part, tap) => (weights[index * count + tap] = part / sum));
  }
  return { count, first, weights };
}

/** The unrolled loops that use taps want 3 or 5; more are taken as they are. */
function roomyCount(needed: number): number {
  if (needed <= 3) return 3;
  return Math.max(5, needed);
}

/** How much of a sample that begins at `from` lies within ±`reach`. */
function areaWeight(from: number, reach: number): number {
  return Math.max(0, Math.min(from + 1, reach) - Math.max(from, -reach));
}

function linearWeight(from: number): number {
  return Math.max(0, 1 - Math.abs(from + 0.5));
}
