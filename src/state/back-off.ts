const STEPS_MS = [500, 1000, 2000, 4000, 8000, 15_000];
const SPREAD = 0.2;

/**
 * Waiting time before attempt `attempt` (0 = first repetition), ms: 0.5, 1, 2, 4, 8, then 15 s, each ± 20 %
 * by `random` (0–1), so that several cameras of one gateway do not come back in step.
 */
export function backOffMs(attempt: number, random: number): number {
  const step = STEPS_MS[Math.min(attempt, STEPS_MS.length - 1)] ?? 15_000;
  return step * (1 - SPREAD + 2 * SPREAD * random);
}
