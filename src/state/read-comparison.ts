import type { ArchiveApi, IntervalFigures } from '../contracts/archive.ts';
import { NO_CHECKS } from '../core/accuracy-check/period-checks.ts';
import { comparePeriods } from '../core/measures/compare-periods.ts';
import { daysToldByHours } from '../core/measures/compare-zones.ts';
import type { ComparedFigure, ComparedPeriod, PlacedFigures } from '../core/measures/compared-figure.ts';
import { countedSite } from '../core/measures/counted-site.ts';
import type { Problem, Result } from '../core/result.ts';
import type { Site } from '../core/site/site.ts';
import type { Interval, StoreCalendar } from '../core/time/store-calendar.ts';
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
  const byHours = daysToldByHours(past.value, present.value, context.site);
  const [fullPast, fullPresent] = await Promise.all([
    withDetail(archive, past.value, { calendar, period: before, days: byHours }),
    withDetail(archive, present.value, { calendar, period: after, days: byHours }),
  ]);
  if (!fullPast.ok) return { kind: 'failed', problem: fullPast.problem };
  if (!fullPresent.ok) return { kind: 'failed', problem: fullPresent.problem };
  return { kind: 'ready', figures: comparePeriods(fullPast.value, fullPresent.value, context) };
}

/** Hours of some days of a period with their areas and queues, where the others have none. */
async function withDetail(
  archive: CompareArchive,
  compared: ComparedPeriod,
  { calendar, period, days }: { calendar: StoreCalendar; period: Period; days: readonly number[] },
): Promise<Result<ComparedPeriod>> {
  const spans = runsOf(daysOf(calendar, period), days);
  const read = await Promise.all(
    spans.map((span) =>
      settleCall(archive.history({ ...span, intervalMinutes: 60 }), 'archive-worker-failed'),
    ),
  );
  const full = new Map<number, IntervalFigures>();
  for (const answer of read) {
    if (!answer.ok) return answer;
    for (const figures of answer.value) full.set(figures.fromMs, figures);
  }
  const hours = compared.hours.map((hour) => ({
    ...hour,
    figures: full.get(hour.figures.fromMs) ?? hour.figures,
  }));
  return { ok: true, value: { ...compared, hours } };
}

/** The time of days by their numbers, those in a row as one. */
function runsOf(all: readonly Interval[], numbers: readonly number[]): readonly Interval[] {
  const runs: { fromMs: number; toMs: number }[] = [];
  for (const number of numbers) {
    const day = all[number];
    if (!day) continue;
    const last = runs.at(-1);
    if (last?.toMs === day.fromMs) last.toMs = day.toMs;
    else runs.push({ ...day });
  }
  return runs;
}

/** Hours are without areas and queues. */
async function readPeriod(
  archive: CompareArchive,
  calendar: StoreCalendar,
  period: Period,
): Promise<Result<ComparedPeriod>> {
  const span = { fromMs: period.fromMs, toMs: period.toMs };
  const [hours, days, checks, typed] = await Promise.all([
    settleCall(
      archive.history({ ...span, intervalMinutes: 60, withoutDetail: true }),
      'archive-worker-failed',
    ),
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
