import type { LineAccuracy } from '../contracts/accuracy.ts';
import type { TodayFigures } from '../contracts/archive.ts';
import { plusMinusOf } from '../core/measures/headline-range.ts';
import type { Site } from '../core/site/site.ts';

/** What the ± of a headline figure rests on. */
export interface CheckedDay {
  readonly today: TodayFigures | null;
  readonly checks: readonly LineAccuracy[];
  readonly site: Site;
}

/** The ± of today's in or out; null for other figures, and unless every entrance line has a check that holds. */
export function plusMinusToday(figure: string, { today, checks, site }: CheckedDay): number | null {
  if (!today || (figure !== 'in' && figure !== 'out')) return null;
  const entrances = site.cameras.flatMap(({ lines }) => lines.filter(({ kind }) => kind === 'entrance'));
  const parts = entrances.map(({ id }) => ({
    count: today.total.lines.find(({ line }) => line === id)?.[figure] ?? 0,
    check: checks.find(({ line }) => line === id)?.[figure].estimate ?? null,
  }));
  return plusMinusOf(parts, today.total.coverage);
}
