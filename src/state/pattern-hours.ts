import type { IntervalFigures } from '../contracts/archive.ts';
import { countedSite } from '../core/measures/counted-site.ts';
import { ENTERED, lineCoverage } from '../core/measures/line-sums.ts';
import type { PatternHour } from '../core/measures/week-pattern.ts';
import type { Site } from '../core/site/site.ts';
import type { StoreCalendar } from '../core/time/store-calendar.ts';

/** Customers who came in, by weekday and hour of the store's clock. Hours under way have no coverage yet. */
export function enteredByHour(
  hours: readonly IntervalFigures[],
  { site, calendar }: { readonly site: Site; readonly calendar: StoreCalendar },
): readonly PatternHour[] {
  const counted = countedSite(site);
  const entrances = new Set(
    [...counted.lines.values()].flatMap(({ line }) => (line.kind === ENTERED.kind ? [line.id] : [])),
  );
  return hours.map((figures) => {
    const { fromMs, status, lines } = figures;
    const local = new Date(fromMs + calendar.offsetMsAt(fromMs));
    return {
      weekday: (local.getUTCDay() + 6) % 7,
      hour: local.getUTCHours(),
      coverage: status === 'open' ? null : lineCoverage(figures, [ENTERED.kind], counted).coverage,
      isClosed: status === 'closed',
      value: lines.reduce((sum, line) => sum + (entrances.has(line.line) ? line.in : 0), 0),
    };
  });
}
