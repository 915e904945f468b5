import { isDate, MAX_NOTE_LENGTH } from '../../../core/site/calendar-fields.ts';
import type { DayHours, OpeningCalendar } from '../../../core/time/opening-hours.ts';
import { clockOf, minuteIn } from '../../widgets/clock-text.ts';

/** Opening and closing time as they are typed; both empty: closed. */
export interface HoursDraft {
  readonly from: string;
  readonly to: string;
}

export interface ExceptionDraft extends HoursDraft {
  readonly date: string;
}

export interface NoteDraft {
  readonly date: string;
  readonly text: string;
}

/** The calendar as it is typed. */
export interface CalendarDraft {
  /** Sunday first. */
  readonly week: readonly HoursDraft[];
  readonly exceptions: readonly ExceptionDraft[];
  readonly holidays: boolean;
  readonly notes: readonly NoteDraft[];
}

/** What is wrong with a field. */
export type CalendarFault = 'time' | 'both-times' | 'date' | 'date-twice' | 'needs-week' | 'length';

/** By field: `week:0:from`, `exceptions:0:date`, `notes:0:text`. */
export type CalendarFaults = Readonly<Record<string, CalendarFault>>;

const NO_HOURS: HoursDraft = { from: '', to: '' };

/** The calendar as text; without one, empty fields. */
export function calendarDraftOf(calendar: OpeningCalendar | undefined): CalendarDraft {
  return {
    week: Array.from({ length: 7 }, (_, day) => hoursDraftOf(calendar?.week?.[day] ?? null)),
    exceptions: (calendar?.exceptions ?? []).map(({ date, hours }) => ({ date, ...hoursDraftOf(hours) })),
    holidays: calendar?.holidays ?? false,
    notes: calendar?.notes ?? [],
  };
}

/** The calendar that a draft makes, or what is wrong with which field. */
export function readCalendarDraft(draft: CalendarDraft): {
  readonly calendar: OpeningCalendar | null;
  readonly faults: CalendarFaults;
} {
  const faults: Record<string, CalendarFault> = {};
  const week = draft.week.map((hours, day) => readHours(hours, `week:${day}`, faults));
  const hasWeek = draft.week.some(({ from, to }) => from.trim() !== '' || to.trim() !== '');
  checkDates(draft.exceptions, 'exceptions', faults);
  checkDates(draft.notes, 'notes', faults);
  const exceptions = draft.exceptions.map(({ date, ...hours }, index) => {
    if (!hasWeek) faults[`exceptions:${index}:date`] ??= 'needs-week';
    return { date, hours: readHours(hours, `exceptions:${index}`, faults) };
  });
  const notes = draft.notes.map(({ date, text }, index) => {
    const trimmed = text.trim();
    if (trimmed === '' || trimmed.length > MAX_NOTE_LENGTH) faults[`notes:${index}:text`] = 'length';
    return { date, text: trimmed };
  });
  const calendar = {
    week: hasWeek ? week : null,
    exceptions: exceptions.sort(byDate),
    holidays: draft.holidays,
    notes: notes.sort(byDate),
  };
  return { calendar: Object.keys(faults).length > 0 ? null : calendar, faults };
}

/** The hours of Monday on every day. */
export function withMondayAlways(draft: CalendarDraft): CalendarDraft {
  return { ...draft, week: draft.week.map(() => draft.week[1] ?? NO_HOURS) };
}

function readHours(
  { from, to }: HoursDraft,
  name: string,
  faults: Record<string, CalendarFault>,
): DayHours | null {
  const [fromMinute, toMinute] = [minuteIn(from), minuteIn(to)];
  if (fromMinute === 'wrong') faults[`${name}:from`] = 'time';
  if (toMinute === 'wrong') faults[`${name}:to`] = 'time';
  if (fromMinute === 'wrong' || toMinute === 'wrong') return null;
  if (fromMinute !== null && toMinute !== null) return { fromMinute, toMinute };
  if (fromMinute !== toMinute) faults[`${name}:${fromMinute === null ? 'from' : 'to'}`] = 'both-times';
  return null;
}

function checkDates(
  dated: readonly { readonly date: string }[],
  name: string,
  faults: Record<string, CalendarFault>,
): void {
  dated.forEach(({ date }, index) => {
    const isTwice = dated.findIndex((other) => other.date === date) < index;
    if (!isDate(date)) faults[`${name}:${index}:date`] = 'date';
    else if (isTwice) faults[`${name}:${index}:date`] = 'date-twice';
  });
}

function byDate(a: { readonly date: string }, b: { readonly date: string }): number {
  return a.date < b.date ? -1 : 1;
}

function hoursDraftOf(hours: DayHours | null): HoursDraft {
  return hours ? { from: clockOf(hours.fromMinute), to: clockOf(hours.toMinute) } : NO_HOURS;
}
