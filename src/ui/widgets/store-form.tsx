import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Problem } from '../../core/result.ts';
import { MAX_NAME_LENGTH } from '../../core/site/shape-fields.ts';
import type { Store } from '../../core/site/site.ts';
import { useApp, useText } from '../app-context.ts';
import { Form } from './form.tsx';
import { TextField } from './text-field.tsx';
import { useDraft } from './use-draft.ts';
import { readStore, storeDraftOf, type StoreDraft } from './store-draft.ts';

const TIME_ZONES = Intl.supportedValuesOf('timeZone');

/** Name, clock and retention of the store. */
export function StoreForm({
  store,
  isTitled = true,
}: {
  readonly store: Store;
  /** False where the name of the section says it. */
  readonly isTitled?: boolean;
}): JSX.Element {
  const { site } = useApp();
  const { m } = useText();
  const draft = useDraft(store, storeDraftOf);
  const problem = useSignal<Problem | null>(null);
  const saved = useSignal(false);
  const read = readStore(draft.value);
  const field = (name: keyof StoreDraft) => ({
    value: draft.value[name],
    onInput: (value: string) => {
      draft.value = { ...draft.value, [name]: value };
      saved.value = false;
    },
  });
  const submit = async (): Promise<void> => {
    if (!read.store) return;
    const answer = await site.setStore(read.store);
    problem.value = answer.ok ? null : answer.problem;
    saved.value = answer.ok;
  };
  return (
    <Form
      title={m.settings.store}
      level={2}
      isTitled={isTitled}
      submitLabel={m.settings.save}
      submit={submit}
      problem={problem.value}
      note={saved.value ? m.settings.saved : null}
    >
      <TextField
        label={m.settings.name}
        {...field('name')}
        error={read.wrong === 'name' ? m.cameras.nameLong(MAX_NAME_LENGTH) : null}
      />
      <TextField
        label={m.settings.timeZone}
        hint={m.settings.timeZoneHint}
        list={TIME_ZONES}
        {...field('timeZone')}
        error={read.wrong === 'timeZone' ? m.settings.timeZoneInvalid : null}
      />
      <TextField
        width="narrow"
        label={m.settings.dayStart}
        hint={m.settings.dayStartHint}
        {...field('dayStart')}
        error={read.wrong === 'dayStart' ? m.settings.minuteInvalid : null}
      />
      <TextField
        width="narrow"
        label={m.settings.retention}
        hint={m.settings.retentionHint}
        {...field('months')}
        error={read.wrong === 'months' ? m.settings.retentionInvalid : null}
      />
    </Form>
  );
}
