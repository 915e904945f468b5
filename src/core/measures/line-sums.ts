import type { PeriodChecks } from '../accuracy-check/period-checks.ts';
import type { LineKind } from '../site/site.ts';
import type { CountedSite } from './counted-site.ts';
import type { IntervalFigures } from './figures.ts';
import { openGapS } from './gap-cause.ts';
import { coverageRate } from './ratios.ts';
import type { CheckedCount } from './uncertainty.ts';

/** What is added up over lines: of one kind, in one direction or both. */
export interface LineSum {
  readonly kind: LineKind;
  readonly directions: readonly ('in' | 'out')[];
}

export const ENTERED: LineSum = { kind: 'entrance', directions: ['in'] };
export const LEFT: LineSum = { kind: 'entrance', directions: ['out'] };
export const PASSED_BY: LineSum = { kind: 'outside', directions: ['in', 'out'] };

/**
 * The counts of intervals, line by line and direction by direction, each with the check that holds for it. Figures that
 * were counted with other lines, rules or another model than the checks have none.
 */
export function lineCounts(
  intervals: readonly Pick<IntervalFigures, 'lines' | 'configIds'>[],
  { kind, directions }: LineSum,
  { site, checks }: { readonly site: CountedSite; readonly checks: PeriodChecks },
): readonly CheckedCount[] {
  const ids = linesOf(site, kind).map(({ line }) => line.id);
  const isChecked = intervals.every(({ configIds }) =>
    configIds.every((configId) => checks.configIds.includes(configId)),
  );
  return ids.flatMap((id) =>
    directions.map((direction) => ({
      count: intervals.reduce(
        (sum, { lines }) => sum + (lines.find(({ line }) => line === id)?.[direction] ?? 0),
        0,
      ),
      check: isChecked ? (checks.lines.find(({ line }) => line === id)?.[direction] ?? null) : null,
    })),
  );
}

/** All of the counts together. */
export function totalOf(counts: readonly CheckedCount[]): number {
  return counts.reduce((sum, { count }) => sum + count, 0);
}

/** 計測率 of the lines of some kinds: that of the camera with the lowest; null where none of them had open time. */
export function lineCoverage(
  figures: IntervalFigures,
  kinds: readonly LineKind[],
  site: CountedSite,
): number | null {
  const cameras = new Set(kinds.flatMap((kind) => linesOf(site, kind)).map(({ camera }) => camera));
  const rates = [...cameras].map((id) => {
    const found = figures.cameras.find(({ camera }) => camera === id);
    return found ? coverageRate(found.measuredS, found.measuredS + openGapS(found.gapS)) : null;
  });
  return rates.reduce<number | null>(
    (lowest, rate) => (rate === null || lowest === null ? null : Math.min(lowest, rate)),
    rates.length === 0 ? null : 1,
  );
}

function linesOf(site: CountedSite, kind: LineKind): readonly { line: { id: number }; camera: number }[] {
  return [...site.lines.values()].filter(({ line }) => line.kind === kind);
}
