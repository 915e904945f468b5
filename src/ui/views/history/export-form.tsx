import { useSignal, type Signal } from '@preact/signals';
import type { JSX } from 'preact';
import type { ExportProfile } from '../../../contracts/archive.ts';
import type { Problem } from '../../../core/result.ts';
import type { ExportRequest } from '../../../state/history-store.ts';
import { useApp, useText } from '../../app-context.ts';
import layout from '../../styles/layout.module.css';
import { Button } from '../../widgets/button.tsx';
import { ProblemSentences } from '../../widgets/problem-sentences.tsx';
import { Segmented } from '../../widgets/segmented.tsx';
import { TextField } from '../../widgets/text-field.tsx';
import styles from './export-form.module.css';

/** Longest recipient and purpose that the journal keeps. */
const MAX_TEXT = 200;

interface Draft {
  readonly from: string;
  readonly to: string;
  readonly recipient: string;
  readonly purpose: string;
  readonly profile: ExportProfile;
}

type Outcome = { readonly name: string } | { readonly problem: Problem } | null;

/** Asks who gets the file and why, then writes it. */
export function ExportForm({ close }: { readonly close: () => void }): JSX.Element {
  const { history } = useApp();
  const { m, f } = useText();
  const day = f.isoDate(history.day.value.fromMs);
  const draft = useSignal<Draft>({ from: day, to: day, recipient: '', purpose: '', profile: 'in-house' });
  const tried = useSignal(false);
  const outcome = useSignal<Outcome>(null);
  const checked = useCheckedDraft(draft.value, tried.value);
  const submit = async (): Promise<void> => {
    tried.value = true;
    if (!checked.request) return;
    const written = await history.exportCsv(checked.request);
    outcome.value = written.ok ? { name: written.value.name } : { problem: written.problem };
  };
  return (
    <form
      class={styles.form}
      aria-label={m.exporting.title}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <h2 class={layout.heading}>{m.exporting.title}</h2>
      <p class={layout.prose}>{m.exporting.text}</p>
      <ExportFields draft={draft} errors={checked.errors} />
      <div class={layout.row}>
        <Button kind="primary" submit>
          {m.exporting.submit}
        </Button>
        <Button kind="quiet" onClick={close}>
          {m.exporting.cancel}
        </Button>
        {outcome.value && 'name' in outcome.value && (
          <p role="status">{m.exporting.done(outcome.value.name)}</p>
        )}
      </div>
      {outcome.value && 'problem' in outcome.value && <ProblemSentences problem={outcome.value.problem} />}
    </form>
  );
}

type Errors = Readonly<Partial<Record<keyof Draft, string>>>;

function ExportFields({
  draft,
  errors,
}: {
  readonly draft: Signal<Draft>;
  readonly errors: Errors;
}): JSX.Element {
  const { m } = useText();
  const field = (name: 'from' | 'to' | 'recipient' | 'purpose') => ({
    label: m.exporting[name],
    value: draft.value[name],
    error: errors[name] ?? null,
    onInput: (value: string) => (draft.value = { ...draft.value, [name]: value }),
  });
  return (
    <>
      <div class={styles.fields}>
        <TextField type="date" {...field('from')} />
        <TextField type="date" {...field('to')} />
        <TextField hint={m.exporting.recipientHint} {...field('recipient')} />
        <TextField hint={m.exporting.purposeHint} {...field('purpose')} />
      </div>
      <Segmented<ExportProfile>
        legend={m.exporting.profile}
        options={[
          { value: 'in-house', label: m.exporting.inHouse },
          { value: 'third-party', label: m.exporting.thirdParty },
        ]}
        value={draft.value.profile}
        onChange={(profile) => (draft.value = { ...draft.value, profile })}
      />
    </>
  );
}

/** What is wrong with a draft, or the request that it makes. Empty fields are told only after an attempt. */
function useCheckedDraft(
  draft: Draft,
  tried: boolean,
): { readonly errors: Errors; readonly request: ExportRequest | null } {
  const { history } = useApp();
  const { m } = useText();
  const fromMs = history.instantOf(draft.from);
  const toMs = history.instantOf(draft.to);
  const errors: Partial<Record<keyof Draft, string>> = {};
  let complete = fromMs !== null && toMs !== null;
  if (fromMs === null && tried) errors.from = m.exporting.required;
  if (toMs === null && tried) errors.to = m.exporting.required;
  if (fromMs !== null && toMs !== null && toMs < fromMs) errors.to = m.exporting.order;
  for (const name of ['recipient', 'purpose'] as const) {
    if (draft[name].trim() === '') {
      complete = false;
      if (tried) errors[name] = m.exporting.required;
    }
    if (draft[name].length > MAX_TEXT) errors[name] = m.exporting.tooLong(MAX_TEXT);
  }
  if (!complete || fromMs === null || toMs === null || Object.keys(errors).length > 0) {
    return { errors, request: null };
  }
  const { profile, recipient, purpose } = draft;
  return { errors, request: { fromMs, toMs, profile, recipient: recipient.trim(), purpose: purpose.trim() } };
}
