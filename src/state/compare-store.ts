import { computed, effect, signal, untracked, type ReadonlySignal } from '@preact/signals-core';
import type { ArchiveApi, IntervalFigures } from '../contracts/archive.ts';
import { NO_CHECKS } from '../core/accuracy-check/period-checks.ts';
import { comparePeriods } from '../core/measures/compare-periods.ts';
import type { ComparedFigure, ComparedPeriod, PlacedFigures } from '../core/measures/compared-figure.ts';
import { countedSite } from '../core/measures/counted-site.ts';
import type { Problem, Result } from '../core/result.ts';
import type { Site } from '../core/site/site.ts';
import { createStoreCalendar, type Interval, type StoreCalendar } from '../core/time/store-calendar.ts';
import { baselineOf, daysOf, weekOf, type Baseline, type Span } from './compare-periods.ts';
import { settleCall } from './settle-call.ts';

/** Every figure of two periods, side by side. */
export type ComparedFigures =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly figures: readonly ComparedFigure[] }
  | { readonly kind: 'failed'; readonly problem: Problem };

/** くらべる: the day that the history shows, its week or a chosen range, beside an earlier one. */
export interface CompareStore {
  readonly span: ReadonlySignal<Span>;
  readonly baseline: ReadonlySignal<Baseline>;
  readonly period: ReadonlySignal<Interval>;
  readonly other: ReadonlySignal<Interval>;
  readonly compared: ReadonlySignal<ComparedFigures>;
  /** A chosen range begins as the period that was shown. */
  chooseSpan(span: Span): void;
  chooseBaseline(baseline: Baseline): void;
  /** Whole business days from one instant to another. */
  chooseRange(which: 'period' | 'other', fromMs: number, toMs: number): void;
  /** Reads the figures of both periods; the newest question wins. */
  refresh(): Promise<void>;
  /** Follows the choices until the returned function is called. */
  follow(): () => void;
}

/** `day`: the business day that the history shows. */
export function createCompareStore(
  archive: Pick<ArchiveApi, 'history' | 'checksAbout' | 'configurations'>,
  { site, day }: { readonly site: ReadonlySignal<Site>; readonly day: ReadonlySignal<Interval> },
): CompareStore {
  const calendar = computed(() => createStoreCalendar(site.value.store));
  const span = signal<Span>('day');
  const baseline = signal<Baseline>('week');
  const chosen = signal<Interval | null>(null);
  const chosenOther = signal<Interval | null>(null);
  const compared = signal<ComparedFigures>({ kind: 'loading' });
  const period = computed(() => {
    if (span.value === 'range' && chosen.value) return chosen.value;
    return span.value === 'week' ? weekOf(calendar.value, day.value) : day.value;
  });
  const other = computed(() => {
    if (baseline.value === 'range' && chosenOther.value) return chosenOther.value;
    return baselineOf(calendar.value, period.value, baseline.value === 'range' ? 'before' : baseline.value);
  });
  const question = computed((): Question => ({
    calendar: calendar.value,
    site: site.value,
    after: period.value,
    before: other.value,
  }));
  let asked = 0;

  async function ask(wanted: Question): Promise<void> {
    const turn = ++asked;
    const answer = await compare(archive, wanted);
    if (turn === asked) compared.value = answer;
  }

  return {
    span,
    baseline,
    period,
    other,
    compared,
    refresh: () => ask(question.value),
    chooseSpan(next) {
      if (next === 'range') chosen.value = period.value;
      // The time just before a week is the week before.
      if (next === 'week' && baseline.value === 'before') baseline.value = 'week';
      span.value = next;
    },
    chooseBaseline(next) {
      if (next === 'range') chosenOther.value = other.value;
      baseline.value = next;
    },
    chooseRange(which, fromMs, toMs) {
      const range = { fromMs: calendar.value.dayAt(fromMs).fromMs, toMs: calendar.value.dayAt(toMs).toMs };
      (which === 'period' ? chosen : chosenOther).value = range;
    },
    follow: () =>
      effect(() => {
        const wanted = question.value;
        untracked(() => {
          // The figures of the choice before must not stand under the new one.
          compared.value = { kind: 'loading' };
          void ask(wanted);
        });
      }),
  };
}

interface Question {
  readonly calendar: StoreCalendar;
  readonly site: Site;
  readonly before: Interval;
  readonly after: Interval;
}

async function compare(
  archive: Pick<ArchiveApi, 'history' | 'checksAbout' | 'configurations'>,
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
  archive: Pick<ArchiveApi, 'history' | 'checksAbout'>,
  calendar: StoreCalendar,
  period: Interval,
): Promise<Result<ComparedPeriod>> {
  const [hours, days, checks] = await Promise.all([
    settleCall(archive.history({ ...period, intervalMinutes: 60 }), 'archive-worker-failed'),
    settleCall(archive.history({ ...period, intervalMinutes: 1440 }), 'archive-worker-failed'),
    settleCall(archive.checksAbout(period), 'archive-worker-failed'),
  ]);
  if (!hours.ok) return hours;
  if (!days.ok) return days;
  const place = placer(calendar, period);
  const value = {
    hours: hours.value.map(place),
    days: days.value.map(place),
    checks: checks.ok ? checks.value : NO_CHECKS, // figures whose error is not known are worth showing
  };
  return { ok: true, value };
}

/** By day of the period and minute of the local clock: the clock may be changed within it. */
function placer(calendar: StoreCalendar, period: Interval): (figures: IntervalFigures) => PlacedFigures {
  const dayNumbers = new Map(daysOf(calendar, period).map(({ fromMs }, index) => [fromMs, index]));
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
