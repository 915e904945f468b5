import type { ComponentChildren, JSX } from 'preact';
import { useText } from '../../app-context.ts';
import layout from '../../styles/layout.module.css';
import { Button } from '../../widgets/button.tsx';
import { CalendarField, type CalendarPart } from './calendar-field.tsx';
import styles from './settings-view.module.css';

/** Dates with other hours, and dates with a note: lists that grow by a button. */
export function CalendarDates({ most, ...part }: CalendarPart & { readonly most: number }): JSX.Element {
  const { m } = useText();
  const { draft, change } = part;
  const newException = { date: '', from: '', to: '' };
  return (
    <>
      <h3 class={layout.heading}>{m.calendar.exceptions}</h3>
      <p class={layout.prose}>{m.calendar.exceptionsHint}</p>
      {draft.exceptions.map((_, index) => (
        <ExceptionRow key={index} index={index} {...part} />
      ))}
      <AddButton
        isFull={draft.exceptions.length >= most}
        onClick={() => change({ exceptions: [...draft.exceptions, newException] })}
      >
        {m.calendar.addException}
      </AddButton>
      <h3 class={layout.heading}>{m.calendar.notes}</h3>
      <p class={layout.prose}>{m.calendar.notesHint}</p>
      {draft.notes.map((_, index) => (
        <NoteRow key={index} index={index} {...part} />
      ))}
      <AddButton
        isFull={draft.notes.length >= most}
        onClick={() => change({ notes: [...draft.notes, { date: '', text: '' }] })}
      >
        {m.calendar.addNote}
      </AddButton>
    </>
  );
}

function ExceptionRow({
  index,
  draft,
  faults,
  change,
}: CalendarPart & { readonly index: number }): JSX.Element {
  const { m } = useText();
  const exception = draft.exceptions[index];
  const field = (name: 'date' | 'from' | 'to') => ({
    value: exception?.[name] ?? '',
    fault: faults[`exceptions:${index}:${name}`],
    onInput: (value: string) =>
      change({
        exceptions: draft.exceptions.map((one, at) => (at === index ? { ...one, [name]: value } : one)),
      }),
  });
  return (
    <div class={styles.dated} role="group" aria-label={m.calendar.exception(index + 1)}>
      <CalendarField label={m.calendar.date} type="date" {...field('date')} />
      <CalendarField label={m.calendar.opensThen} {...field('from')} />
      <CalendarField label={m.calendar.closesThen} {...field('to')} />
      <RemoveButton
        name={m.calendar.exception(index + 1)}
        onClick={() => change({ exceptions: draft.exceptions.toSpliced(index, 1) })}
      />
    </div>
  );
}

function NoteRow({ index, draft, faults, change }: CalendarPart & { readonly index: number }): JSX.Element {
  const { m } = useText();
  const note = draft.notes[index];
  const field = (name: 'date' | 'text') => ({
    value: note?.[name] ?? '',
    fault: faults[`notes:${index}:${name}`],
    onInput: (value: string) =>
      change({ notes: draft.notes.map((one, at) => (at === index ? { ...one, [name]: value } : one)) }),
  });
  return (
    <div class={styles.dated} role="group" aria-label={m.calendar.note(index + 1)}>
      <CalendarField label={m.calendar.date} type="date" {...field('date')} />
      <CalendarField label={m.calendar.noteText} width="wide" {...field('text')} />
      <RemoveButton
        name={m.calendar.note(index + 1)}
        onClick={() => change({ notes: draft.notes.toSpliced(index, 1) })}
      />
    </div>
  );
}

function AddButton({
  isFull,
  onClick,
  children,
}: {
  readonly isFull: boolean;
  readonly onClick: () => void;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <div>
      <Button disabled={isFull} onClick={onClick}>
        {children}
      </Button>
    </div>
  );
}

function RemoveButton({
  name,
  onClick,
}: {
  readonly name: string;
  readonly onClick: () => void;
}): JSX.Element {
  const { m } = useText();
  return (
    <Button kind="quiet" label={`${name}: ${m.calendar.remove}`} onClick={onClick}>
      {m.calendar.remove}
    </Button>
  );
}
