/** A source of chance that is an argument everywhere: the same seed gives the same sequence. */
export interface Random {
  /** Uniform, 0 ≤ value < 1. */
  next(): number;
  /** Uniform, `low` ≤ value < `high`. */
  between(low: number, high: number): number;
  /** True with the probability given, 0–1. */
  chance(probability: number): boolean;
  /** Exponential with the mean given: the time to the next arrival of a Poisson stream. */
  wait(mean: number): number;
}

/** 32-bit generator with a Weyl sequence and a multiply-xorshift finaliser; period 2³². Not for secrets. */
export function createRandom(seed: number): Random {
  let weyl = Math.imul(seed | 0, 0x9e3779b1) ^ 0x5bd1e995;
  const next = (): number => {
    weyl = (weyl + 0x9e3779b9) | 0;
    let bits = weyl;
    bits = Math.imul(bits ^ (bits >>> 16), 0x21f0aaad);
    bits = Math.imul(bits ^ (bits >>> 15), 0x735a2d97);
    return ((bits ^ (bits >>> 15)) >>> 0) / 0x1_0000_0000;
  };
  return {
    next,
    between: (low, high) => low + (high - low) * next(),
    chance: (probability) => next() < probability,
    wait: (mean) => -Math.log(1 - next()) * mean,
  };
}
