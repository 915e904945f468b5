import type { DayHours, DayNote, HoursException, OpeningCalendar } from '../time/opening-hours.ts';
import type { Field } from './field.ts';

/** Dates with other hours, and dates with a note, that a site may have: more than a year of them. */
export const MAX_DATES = 400;

/** Characters of a note about a day. */
export const MAX_NOTE_LENGTH = 80;

/** Reads the calendar of a store. A date comes once among the exceptions and once among the notes. */
export function readCalendar(calendar: Field): OpeningCalendar {
  const fields = calendar.object(['week', 'exceptions', 'holidays', 'notes']);
  return {
    week: fields.week.value === null ? null : fields.week.list({ least: 7, most: 7 }).map(readHours),
    exceptions: readDates(fields.exceptions, readException),
    holidays: fields.holidays.boolean(),
    notes: readDates(fields.notes, readNote),
  };
}

function readDates<T extends { readonly date: string }>(list: Field, read: (item: Field) => T): readonly T[] {
  const known = new Set<string>();
  return list.list({ most: MAX_DATES }).map((item) => {
    const one = read(item);
    if (known.has(one.date)) item.refuse('duplicate');
    known.add(one.date);
    return one;
  });
}

function readException(item: Field): HoursException {
  const { date, hours } = item.object(['date', 'hours']);
  return { date: readDate(date), hours: readHours(hours) };
}

function readNote(item: Field): DayNote {
  const { date, text } = item.object(['date', 'text']);
  return { date: readDate(date), text: text.text({ least: 1, most: MAX_NOTE_LENGTH }) };
}

function readHours(hours: Field): DayHours | null {
  if (hours.value === null) return null;
  const { fromMinute, toMinute } = hours.object(['fromMinute', 'toMinute']);
  const minute = { least: 0, most: 1439 };
  return { fromMinute: fromMinute.integer(minute), toMinute: toMinute.integer(minute) };
}

function readDate(date: Field): string {
  const text = date.text({ least: 10, most: 10 });
  return isDate(text) ? text : date.refuse('unknown-value');
}

/** Whether a text names a day that there is: `2028-02-29`. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const atMs = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(atMs) && new Date(atMs).toISOString().startsWith(text);
}
