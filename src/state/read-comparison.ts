import type { ArchiveApi, IntervalFigures } from '../contracts/archive.ts';
import { NO_CHECKS } from '../core/accuracy-check/period-checks.ts';
import { comparePeriods } from '../core/measures/compare-periods.ts';
import type { ComparedFigure, ComparedPeriod, PlacedFigures } from '../core/measures/compared-figure.ts';
import { countedSite } from '../core/measures/counted-site.ts';
import type { Problem, Result } from '../core/result.ts';
import type { Site } from '../core/site/site.ts';
import type { StoreCalendar } from '../core/time/store-calendar.ts';
import { daysOf, type Period } from './compare-periods.ts';
import { settleCall } from './settle-call.ts';

/** Every figure of two periods, side by side. */
export type ComparedFigures =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly figures: readonly ComparedFigure[] }
  | { readonly kind: 'failed'; readonly problem: Problem };

/** The part of the archive that is asked. */
export type CompareArchive = Pick<ArchiveApi, 'history' | 'transactions' | 'checksAbout' | 'configurations'>;

/** Which periods are compared, and of what. */
export interface Question {
  readonly calendar: StoreCalendar;
  readonly site: Site;
  readonly before: Period;
  readonly after: Period;
}

/** Reads both periods and compares them. */
export async function readComparison(
  archive: CompareArchive,
  { calendar, site, before, after }: Question,
): Promise<ComparedFigures> {
  const [past, present, known] = await Promise.all([
    readPeriod(archive, calendar, before),
    readPeriod(archive, calendar, after),
    settleCall(archive.configurations(), 'archive-worker-failed'),
  ]);
  if (!past.ok) return { kind: 'failed', problem: past.problem };
  if (!present.ok) return { kind: 'failed', problem: present.problem };
  const context = { site: countedSite(site), configurations: known.ok ? known.value : [] };
  return { kind: 'ready', figures: comparePeriods(past.value, present.value, context) };
}

async function readPeriod(
  archive: CompareArchive,
  calendar: StoreCalendar,
  period: Period,
): Promise<Result<ComparedPeriod>> {
  const span = { fromMs: period.fromMs, toMs: period.toMs };
  const [hours, days, checks, typed] = await Promise.all([
    settleCall(archive.history({ ...span, intervalMinutes: 60 }), 'archive-worker-failed'),
    settleCall(archive.history({ ...span, intervalMinutes: 1440 }), 'archive-worker-failed'),
    settleCall(archive.checksAbout(span), 'archive-worker-failed'),
    settleCall(archive.transactions(span), 'archive-worker-failed'),
  ]);
  if (!hours.ok) return hours;
  if (!days.ok) return days;
  if (!typed.ok) return typed;
  const place = placer(calendar, period);
  const dayNumbers = numbersOfDays(calendar, period);
  const value = {
    hours: hours.value.map(place),
    days: days.value.map(place),
    transactions: new Map(
      typed.value.map(({ fromMs, transactions }) => [dayNumbers.get(fromMs) ?? -1, transactions]),
    ),
    checks: checks.ok ? checks.value : NO_CHECKS, // figures whose error is not known are worth showing
  };
  return { ok: true, value };
}

/** By day of the period and minute of the local clock: the clock may be changed within it. */
function placer(calendar: StoreCalendar, period: Period): (figures: IntervalFigures) => PlacedFigures {
  const dayNumbers = numbersOfDays(calendar, period);
  return (figures) => {
    const { fromMs } = figures;
    const local = new Date(fromMs + calendar.offsetMsAt(fromMs));
    return {
      day: dayNumbers.get(calendar.dayAt(fromMs).fromMs) ?? 0,
      minute: local.getUTCHours() * 60 + local.getUTCMinutes(),
      figures,
    };
  };
}

/** Days since the period began, by the start of each. */
function numbersOfDays(calendar: StoreCalendar, period: Period): ReadonlyMap<number, number> {
  return new Map(daysOf(calendar, period).map(({ fromMs }, index) => [fromMs, index]));
}
