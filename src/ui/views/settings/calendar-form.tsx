import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Problem } from '../../../core/result.ts';
import { MAX_DATES } from '../../../core/site/calendar-fields.ts';
import type { Site } from '../../../core/site/site.ts';
import { useApp, useText } from '../../app-context.ts';
import layout from '../../styles/layout.module.css';
import { Button } from '../../widgets/button.tsx';
import { Form } from '../../widgets/form.tsx';
import { Switch } from '../../widgets/switch.tsx';
import { useDraft } from '../../widgets/use-draft.ts';
import { CalendarDates } from './calendar-dates.tsx';
import {
  calendarDraftOf,
  readCalendarDraft,
  withMondayAlways,
  type CalendarDraft,
} from './calendar-draft.ts';
import { CalendarField, type CalendarPart } from './calendar-field.tsx';
import styles from './settings-view.module.css';

/** Monday first, as numbers of `Date.getDay`. */
const WEEK = [1, 2, 3, 4, 5, 6, 0] as const;

/** Opening hours, days that are otherwise, holidays and notes. */
export function CalendarForm({ saved: site }: { readonly saved: Site }): JSX.Element {
  const { site: settings } = useApp();
  const { m } = useText();
  const draft = useDraft(site.calendar ?? null, (saved) => calendarDraftOf(saved ?? undefined));
  const problem = useSignal<Problem | null>(null);
  const isSaved = useSignal(false);
  const { calendar, faults } = readCalendarDraft(draft.value);
  const part: CalendarPart = {
    draft: draft.value,
    faults,
    change: (changed: Partial<CalendarDraft>) => {
      draft.value = { ...draft.value, ...changed };
      isSaved.value = false;
    },
  };
  const submit = async (): Promise<void> => {
    if (!calendar) return;
    const answer = await settings.setCalendar(calendar);
    problem.value = answer.ok ? null : answer.problem;
    isSaved.value = answer.ok;
  };
  return (
    <Form
      title={m.calendar.form}
      level={2}
      submitLabel={m.settings.save}
      submit={submit}
      problem={problem.value}
      note={isSaved.value ? m.settings.saved : null}
    >
      <p class={layout.prose}>{m.calendar.formHint}</p>
      <WeekFields {...part} />
      <CalendarDates {...part} most={MAX_DATES} />
      <Switch
        label={m.calendar.showHolidays}
        checked={draft.value.holidays}
        onChange={(holidays) => part.change({ holidays })}
      />
    </Form>
  );
}

function WeekFields(part: CalendarPart): JSX.Element {
  const { draft, change } = part;
  const { m } = useText();
  const set = (day: number, changed: { readonly from?: string; readonly to?: string }): void =>
    change({ week: draft.week.map((hours, index) => (index === day ? { ...hours, ...changed } : hours)) });
  return (
    <div class={styles.week}>
      <div class={styles.hours} data-head="true" aria-hidden="true">
        <span />
        <span>{m.calendar.opensThen}</span>
        <span>{m.calendar.closesThen}</span>
      </div>
      {WEEK.map((day) => {
        const name = m.calendar.weekdays[day] ?? '';
        const hours = draft.week[day];
        return (
          <div key={day} class={styles.hours}>
            <span aria-hidden="true">{name}</span>
            <CalendarField
              hasHiddenLabel
              label={m.calendar.opens(name)}
              value={hours?.from ?? ''}
              fault={part.faults[`week:${day}:from`]}
              onInput={(from) => set(day, { from })}
            />
            <CalendarField
              hasHiddenLabel
              label={m.calendar.closes(name)}
              value={hours?.to ?? ''}
              fault={part.faults[`week:${day}:to`]}
              onInput={(to) => set(day, { to })}
            />
          </div>
        );
      })}
      <div>
        <Button kind="quiet" onClick={() => change(withMondayAlways(draft))}>
          {m.calendar.copyMonday}
        </Button>
      </div>
    </div>
  );
}
