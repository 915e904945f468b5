import { effect, signal, type ReadonlySignal } from '@preact/signals-core';
import type { Site } from '../core/site/site.ts';
import type { Holidays } from '../core/time/holidays.ts';
import { hoursOn, type DayHours } from '../core/time/opening-hours.ts';

/** What is special about a date of the store. */
export interface DayMark {
  readonly holiday: { readonly ja: string; readonly en: string } | null;
  /** The operator's words. */
  readonly note: string | null;
  /** Null: closed; undefined: no hours are set. */
  readonly hours: DayHours | null | undefined;
}

/** Holidays, notes and hours by date. */
export interface DayMarks {
  /** Of a local date; what is not wanted or not loaded yet is null. Reading it follows every change. */
  on(date: string): DayMark;
}

/** Marks of the site that is looked at; the table of holidays is fetched when a site first wants it. */
export function createDayMarks(load: () => Promise<Holidays>, site: ReadonlySignal<Site>): DayMarks {
  const holidays = signal<Holidays | null>(null);
  let isAsked = false;
  effect(() => {
    if (site.value.calendar?.holidays !== true || isAsked) return;
    isAsked = true;
    load().then(
      (loaded) => {
        holidays.value = loaded;
      },
      () => {
        isAsked = false; // the file could not be fetched: again when the settings are read next
      },
    );
  });
  return {
    on(date) {
      const { calendar } = site.value;
      return {
        holiday: calendar?.holidays ? (holidays.value?.get(date) ?? null) : null,
        note: calendar?.notes.find((note) => note.date === date)?.text ?? null,
        hours: calendar && hoursOn(calendar, date),
      };
    },
  };
}
