/** 入店率: in ÷ (in + passers-by), 0–1; null when there is nobody to divide by. */
export function captureRate(entered: number, passersby: number): number | null {
  return entered + passersby === 0 ? null : entered / (entered + passersby);
}

/** 買上率: transactions ÷ in; null when nobody came in. */
export function conversionRate(transactions: number, entered: number): number | null {
  return entered === 0 ? null : transactions / entered;
}

/** 計測率: measured ÷ open seconds, at most 1; null when the store was not open. */
export function coverageRate(measuredS: number, openS: number): number | null {
  return openS <= 0 ? null : Math.min(1, measuredS / openS);
}
