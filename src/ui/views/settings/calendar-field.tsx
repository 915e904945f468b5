import type { JSX } from 'preact';
import { MAX_NOTE_LENGTH } from '../../../core/site/calendar-fields.ts';
import { useText } from '../../app-context.ts';
import type { Messages } from '../../i18n/messages.en.ts';
import { TextField } from '../../widgets/text-field.tsx';
import type { CalendarDraft, CalendarFault, CalendarFaults } from './calendar-draft.ts';

/** What the parts of the calendar's form share. */
export interface CalendarPart {
  readonly draft: CalendarDraft;
  readonly faults: CalendarFaults;
  readonly change: (changed: Partial<CalendarDraft>) => void;
}

/** A time, a date or a note, and what is wrong with it. */
export function CalendarField({
  fault,
  width = 'narrow',
  ...field
}: {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly fault: CalendarFault | undefined;
  readonly type?: 'text' | 'date';
  readonly width?: 'wide' | 'narrow';
  readonly hasHiddenLabel?: boolean;
}): JSX.Element {
  const { m } = useText();
  return <TextField {...field} width={width} error={fault ? sentenceOf(fault, m) : null} />;
}

function sentenceOf(fault: CalendarFault, { calendar }: Messages): string {
  switch (fault) {
    case 'time':
      return calendar.timeInvalid;
    case 'both-times':
      return calendar.bothTimes;
    case 'date':
      return calendar.dateInvalid;
    case 'date-twice':
      return calendar.dateTwice;
    case 'needs-week':
      return calendar.needsWeek;
    case 'length':
      return calendar.noteLength(MAX_NOTE_LENGTH);
  }
}
