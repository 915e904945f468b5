import type { PeriodChecks } from '../accuracy-check/period-checks.ts';
import type { LineKind } from '../site/site.ts';
import type { CountedSite } from './counted-site.ts';
import type { IntervalFigures } from './figures.ts';
import { cameraCoverage, countedTime, wantedS } from './open-coverage.ts';
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

/** How much of an interval was measured, and how many seconds of it were to be measured. */
export interface PartCoverage {
  /** 計測率, 0–1; null where nothing was to be measured or it is not known. */
  readonly coverage: number | null;
  readonly wantedS: number;
}

/** Of the lines of some kinds: that of the camera with the lowest coverage; null where one had no time that counts. */
export function lineCoverage(
  figures: Pick<IntervalFigures, 'cameras'>,
  kinds: readonly LineKind[],
  site: CountedSite,
): PartCoverage {
  const cameras = new Set(kinds.flatMap((kind) => linesOf(site, kind)).map(({ camera }) => camera));
  const parts = [...cameras].map((id): PartCoverage => {
    const found = figures.cameras.find(({ camera }) => camera === id);
    return found
      ? { coverage: cameraCoverage(found), wantedS: wantedS(countedTime(found)) }
      : { coverage: null, wantedS: 0 };
  });
  return parts.reduce<PartCoverage | null>((lowest, part) => lower(lowest, part), null) ?? NOTHING;
}

const NOTHING: PartCoverage = { coverage: null, wantedS: 0 };

function lower(a: PartCoverage | null, b: PartCoverage): PartCoverage {
  if (a === null || b.coverage === null) return b;
  return a.coverage === null || a.coverage <= b.coverage ? a : b;
}

function linesOf(site: CountedSite, kind: LineKind): readonly { line: { id: number }; camera: number }[] {
  return [...site.lines.values()].filter(({ line }) => line.kind === kind);
}
