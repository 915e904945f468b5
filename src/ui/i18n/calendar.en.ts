/** Sentences about opening hours, holidays and notes. Times and dates come in formatted. */
export interface CalendarMessages {
  readonly form: string;
  readonly formHint: string;
  /** Sunday first. */
  readonly weekdays: readonly string[];
  readonly opens: (day: string) => string;
  readonly closes: (day: string) => string;
  readonly copyMonday: string;
  readonly exceptions: string;
  readonly exceptionsHint: string;
  readonly exception: (number: number) => string;
  readonly addException: string;
  readonly date: string;
  readonly opensThen: string;
  readonly closesThen: string;
  readonly remove: string;
  readonly showHolidays: string;
  readonly notes: string;
  readonly notesHint: string;
  readonly note: (number: number) => string;
  readonly addNote: string;
  readonly noteText: string;
  readonly noteLength: (most: number) => string;
  readonly dateInvalid: string;
  readonly dateTwice: string;
  readonly timeInvalid: string;
  readonly bothTimes: string;
  readonly needsWeek: string;
  readonly open: (from: string, to: string) => string;
  readonly openAllDay: string;
  readonly nextDay: (time: string) => string;
  readonly closedDay: string;
  readonly coverage: (percent: string) => string;
  readonly why: string;
  readonly holidayMark: string;
  readonly noteMark: string;
  readonly marks: string;
  readonly holiday: (name: string) => string;
}

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

export const calendarEn: CalendarMessages = {
  form: 'Opening hours and calendar',
  formHint:
    'Leave a weekday empty if the store is closed then. A closing time that is not the later one is on the next day. With all weekdays empty, all time counts as open.',
  weekdays: WEEKDAYS,
  opens: (day) => `${day}: opens`,
  closes: (day) => `${day}: closes`,
  copyMonday: 'Use Monday’s hours every day',
  exceptions: 'Days with other hours',
  exceptionsHint: 'Leave the times empty if the store is closed that day.',
  exception: (number) => `Other hours ${number}`,
  addException: 'Add a day',
  date: 'Date',
  opensThen: 'Opens',
  closesThen: 'Closes',
  remove: 'Remove',
  showHolidays: 'Show public holidays of Japan beside the dates',
  notes: 'Notes about a day',
  notesHint: 'For example a sale or the weather. Write no names of people.',
  note: (number) => `Note ${number}`,
  addNote: 'Add a note',
  noteText: 'Note',
  noteLength: (most) => `Write up to ${most} characters.`,
  dateInvalid: 'Choose a date.',
  dateTwice: 'This date is there already.',
  timeInvalid: 'Enter a time such as 10:00.',
  bothTimes: 'Enter both times, or neither.',
  needsWeek: 'Enter the hours of the weekdays first.',
  open: (from, to) => `Open ${from}–${to}`,
  openAllDay: 'Open 24 hours',
  nextDay: (time) => `${time} (next day)`,
  closedDay: 'Closed all day',
  coverage: (percent) => `${percent} of the opening hours measured`,
  why: 'This store has opening hours: the share measured is that of the quarter hours in which it was open. People who were counted outside of them are in the totals. With other opening hours, past days are read by them too.',
  holidayMark: '(PH)',
  noteMark: '*',
  marks: '(PH) public holiday  * day with a note',
  holiday: (name) => `Public holiday: ${name}`,
};
