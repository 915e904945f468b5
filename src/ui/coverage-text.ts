import type { IntervalFigures } from '../contracts/archive.ts';
import { isMeasured } from '../core/measures/open-coverage.ts';
import type { Text } from './i18n/error-text.ts';

/** How much of the time, or of the opening hours where there are any, was measured. */
export function coverageText(total: IntervalFigures, { m, f }: Text): string {
  if (total.coverage === null) return isMeasured(total) ? m.intervals.closed : m.figures.coverageNone;
  const percent = f.percent(total.coverage);
  return total.openTime ? m.calendar.coverage(percent) : m.figures.coverage(percent);
}
