import type { IntervalFigures } from '../contracts/archive.ts';
import { conversionOf, type ConversionFigures } from '../core/measures/conversion.ts';
import { countedSite } from '../core/measures/counted-site.ts';
import type { Site } from '../core/site/site.ts';
import { isTradingOver } from '../core/time/opening-hours.ts';
import type { StoreCalendar } from '../core/time/store-calendar.ts';
import type { DayFigures } from './history-store.ts';

/** Where and when days are looked at. */
export interface ShownAt {
  readonly site: Site;
  readonly calendar: StoreCalendar;
  readonly nowMs: number;
}

/** 買上率 of the days shown, or of one of them. */
export function shownConversion(
  { days, typed, checks }: Pick<DayFigures & { kind: 'ready' }, 'days' | 'typed' | 'checks'>,
  { site, calendar, nowMs }: ShownAt,
  only?: IntervalFigures,
): ConversionFigures {
  return conversionOf({
    days: only ? [only] : days,
    typed,
    checks,
    site: countedSite(site),
    isOver: (day) => isTradingOver(site.calendar, calendar, { day, nowMs }),
  });
}
