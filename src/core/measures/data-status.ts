import type { CoverageFigures } from './figures.ts';

/** Share of the time from which figures count as measured. */
export const MEASURED_FROM = 0.99;

/** How much of an ended interval was measured by these cameras. Partial also where counting began inside it. */
export function statusOf(
  coverage: number | null,
  cameras: readonly CoverageFigures[],
): 'measured' | 'partial' | 'gap' {
  if (coverage === null || coverage === 0) return 'gap';
  const isWhole = cameras.every(({ gapS }) => (gapS['not-started'] ?? 0) === 0);
  return coverage >= MEASURED_FROM && isWhole ? 'measured' : 'partial';
}
