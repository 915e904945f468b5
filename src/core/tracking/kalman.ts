/** Estimate of one coordinate and its rate with their covariance. Belongs to one owner, who lets it be updated in place. */
export interface Axis {
  value: number;
  rate: number;
  varValue: number;
  covariance: number;
  varRate: number;
}

/** A coordinate just measured, its rate unknown but for its spread. */
export function axisAt(value: number, sdValue: number, sdRate: number): Axis {
  return { value, rate: 0, varValue: sdValue * sdValue, covariance: 0, varRate: sdRate * sdRate };
}

/** How a coordinate moves during a step. */
export interface Drift {
  readonly dtS: number;
  /** Spectral density of white acceleration noise. */
  readonly density: number;
  /** Time constant of the rate's decay; `Infinity` is the constant-velocity model. */
  readonly decayS: number;
}

/** Time update (Bar-Shalom, Li & Kirubarajan 2001, §6.2.2), with the rate decaying as in a first-order Gauss–Markov process. */
export function predictAxis(axis: Axis, drift: Drift): void {
  const { dtS, density, decayS } = drift;
  const keep = decayS === Infinity ? 1 : Math.exp(-dtS / decayS);
  const reach = decayS === Infinity ? dtS : decayS * (1 - keep);
  axis.value += axis.rate * reach;
  axis.rate *= keep;
  axis.varValue +=
    2 * reach * axis.covariance + reach * reach * axis.varRate + (density * dtS * dtS * dtS) / 3;
  axis.covariance = keep * (axis.covariance + reach * axis.varRate) + (density * dtS * dtS) / 2;
  axis.varRate = keep * keep * axis.varRate + density * dtS;
}

/** Measurement update with a measured value of variance `variance`. */
export function correctAxis(axis: Axis, measured: number, variance: number): void {
  const total = axis.varValue + variance;
  const gainValue = axis.varValue / total;
  const gainRate = axis.covariance / total;
  const surprise = measured - axis.value;
  axis.value += gainValue * surprise;
  axis.rate += gainRate * surprise;
  axis.varRate -= gainRate * axis.covariance;
  axis.covariance *= 1 - gainValue;
  axis.varValue *= 1 - gainValue;
}
