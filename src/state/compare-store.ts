import { computed, effect, signal, untracked, type ReadonlySignal } from '@preact/signals-core';
import type { Site } from '../core/site/site.ts';
import { createStoreCalendar, type Interval, type StoreCalendar } from '../core/time/store-calendar.ts';
import { baselineOf, periodOf, weekOf, type Baseline, type Period, type Span } from './compare-periods.ts';
import {
  readComparison,
  type CompareArchive,
  type ComparedFigures,
  type Question,
} from './read-comparison.ts';

/** くらべる: the day that the history shows, its week or a chosen range, beside an earlier one. */
export interface CompareStore {
  readonly span: ReadonlySignal<Span>;
  readonly baseline: ReadonlySignal<Baseline>;
  readonly period: ReadonlySignal<Period>;
  readonly other: ReadonlySignal<Period>;
  readonly compared: ReadonlySignal<ComparedFigures>;
  /** A chosen range begins as the period that was shown. */
  chooseSpan(span: Span): void;
  chooseBaseline(baseline: Baseline): void;
  /** The business days from one instant to another, as `periodOf` makes them. */
  chooseRange(which: 'period' | 'other', instants: Interval): void;
  /** Reads the figures of both periods; the newest question wins. */
  refresh(): Promise<void>;
  /** Follows the choices until the returned function is called. */
  follow(): () => void;
}

/** The site that is counted, the days that the history shows and the one of them that was chosen. */
export interface CompareSubject {
  readonly site: ReadonlySignal<Site>;
  readonly day: ReadonlySignal<Interval>;
  readonly shown: ReadonlySignal<Period>;
}

/** Newest question wins. */
export function createCompareStore(
  archive: CompareArchive,
  { site, day, shown }: CompareSubject,
): CompareStore {
  const calendar = computed(() => createStoreCalendar(site.value.store));
  const span = signal<Span>('day');
  const baseline = signal<Baseline>('week');
  const chosen = signal<Chosen>({ period: null, other: null });
  const compared = signal<ComparedFigures>({ kind: 'loading' });
  const period = computed(() =>
    periodFor(span.value, calendar.value, { day: day.value, shown: shown.value, ...chosen.value }),
  );
  const other = computed(() =>
    otherFor(baseline.value, calendar.value, { ...chosen.value, of: period.value }),
  );
  const question = computed((): Question => ({
    calendar: calendar.value,
    site: site.value,
    after: period.value,
    before: other.value,
  }));
  let asked = 0;

  async function ask(wanted: Question): Promise<void> {
    const turn = ++asked;
    const answer = await readComparison(archive, wanted);
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
      if (next === 'range') chosen.value = { ...chosen.value, period: period.value };
      // The time just before a week is the week before.
      if (next === 'week' && baseline.value === 'before') baseline.value = 'week';
      span.value = next;
    },
    chooseBaseline(next) {
      if (next === 'range') chosen.value = { ...chosen.value, other: other.value };
      baseline.value = next;
    },
    chooseRange(which, { fromMs, toMs }) {
      const days = calendar.value;
      const range = periodOf(days, days.dayAt(fromMs), days.dayAt(toMs));
      chosen.value = { ...chosen.value, [which]: range };
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

/** Ranges that the operator chose. */
interface Chosen {
  readonly period: Period | null;
  readonly other: Period | null;
}

function periodFor(
  span: Span,
  calendar: StoreCalendar,
  { day, shown, period }: { readonly day: Interval; readonly shown: Period; readonly period: Period | null },
): Period {
  if (span === 'range' && period) return period;
  return span === 'week' ? weekOf(calendar, day) : shown;
}

function otherFor(
  baseline: Baseline,
  calendar: StoreCalendar,
  { of, other }: { readonly of: Period; readonly other: Period | null },
): Period {
  if (baseline === 'range' && other) return other;
  return baselineOf(calendar, of, baseline === 'range' ? 'before' : baseline);
}
