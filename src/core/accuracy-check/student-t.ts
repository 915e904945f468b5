/** Probability that |t| stays below `value` ≥ 0, for a whole number of degrees of freedom ≥ 1 (Abramowitz & Stegun 26.7.3, 26.7.4). */
export function studentWithin(value: number, degrees: number): number {
  const angle = Math.atan(value / Math.sqrt(degrees));
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
  const isOdd = degrees % 2 === 1;
  let term = isOdd ? cosine : 1;
  let sum = 0;
  for (let power = isOdd ? 1 : 0; power <= degrees - 2; power += 2) {
    sum += term;
    term *= ((power + 1) / (power + 2)) * cosine * cosine;
  }
  return isOdd ? (2 / Math.PI) * (angle + sine * sum) : sine * sum;
}

/** The t that |t| stays below with a probability of 0.95. From 2000 degrees on that of 2000: it no longer changes. */
export function student95(degrees: number): number {
  const whole = Math.min(2000, Math.max(1, Math.floor(degrees)));
  let low = 0;
  let high = 13;
  while (high - low > 1e-9) {
    const middle = (low + high) / 2;
    if (studentWithin(middle, whole) < 0.95) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
