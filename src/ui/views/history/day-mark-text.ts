import type { DayHours } from '../../../core/time/opening-hours.ts';
import type { SlotRow } from '../../../state/history-figures.ts';
import { useApp, useText } from '../../app-context.ts';
import type { Messages } from '../../i18n/messages.en.ts';
import { isDay } from './period-text.ts';

/** What is special about the days of rows; empty for parts of a day. */
export interface DayMarkText {
  /** For the axis of a chart. */
  short(row: Pick<SlotRow, 'fromMs' | 'toMs'>): string;
  /** In words. */
  long(row: Pick<SlotRow, 'fromMs' | 'toMs'>): string;
}

/** Holidays and notes of days, as marks and in words. */
export function useDayMarkText(): DayMarkText {
  const { dayMarks, preferences } = useApp();
  const { m, f } = useText();
  const language = preferences.language.value;
  return {
    short: (row) => {
      if (!isDay(row)) return '';
      const { holiday, note } = dayMarks.on(f.isoDate(row.fromMs));
      return `${holiday ? ` ${m.calendar.holidayMark}` : ''}${note === null ? '' : ` ${m.calendar.noteMark}`}`;
    },
    long: (row) => {
      if (!isDay(row)) return '';
      const { holiday, note } = dayMarks.on(f.isoDate(row.fromMs));
      return [
        ...(holiday ? [m.calendar.holiday(holiday[language])] : []),
        ...(note === null ? [] : [note]),
      ].join(m.figures.separator);
    },
  };
}

/** Opening hours of a day in words. */
export function hoursText({ fromMinute, toMinute }: DayHours, m: Messages): string {
  if (fromMinute === toMinute) return m.calendar.openAllDay;
  const until = clockText(toMinute);
  return m.calendar.open(clockText(fromMinute), toMinute < fromMinute ? m.calendar.nextDay(until) : until);
}

function clockText(minute: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
