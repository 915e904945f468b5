/**
 * Rounds parts (ms) to whole seconds so that they add up to their rounded sum: the parts that lose most
 * by rounding down are rounded up (largest remainder).
 */
export function toWholeSeconds(partsMs: readonly number[]): number[] {
  const floors = partsMs.map((part) => Math.floor(part / 1000));
  const sum = Math.round(partsMs.reduce((a, b) => a + b, 0) / 1000);
  const missing = sum - floors.reduce((a, b) => a + b, 0);
  const byLoss = partsMs
    .map((part, index) => ({ index, loss: part / 1000 - Math.floor(part / 1000) }))
    .sort((a, b) => b.loss - a.loss || a.index - b.index);
  for (const { index } of byLoss.slice(0, missing)) floors[index] = (floors[index] ?? 0) + 1;
  return floors;
}
