import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useApp, useText } from '../../app-context.ts';
import layout from '../../styles/layout.module.css';
import { Button } from '../../widgets/button.tsx';
import { Form } from '../../widgets/form.tsx';
import { TextField } from '../../widgets/text-field.tsx';
import { useSubmit } from '../../widgets/use-submit.ts';
import styles from './recount-form.module.css';

/** More than any store holds. */
const MOST_PEOPLE = 100_000;

/** Staff have counted heads: the figure is set to what they found. Closed until it is asked for. */
export function RecountForm(): JSX.Element | null {
  const { counting } = useApp();
  const { m } = useText();
  const isOpen = useSignal(false);
  if (counting.state.value.kind !== 'running') return null;
  return (
    <div class={styles.recount}>
      {isOpen.value ? (
        <OpenForm close={() => (isOpen.value = false)} />
      ) : (
        <Button kind="quiet" onClick={() => (isOpen.value = true)}>
          {m.recount.open}
        </Button>
      )}
    </div>
  );
}

function OpenForm({ close }: { readonly close: () => void }): JSX.Element {
  const { recount } = useApp();
  const { m } = useText();
  const typed = useSignal('');
  const people = peopleIn(typed.value);
  const { tried, problem, submit } = useSubmit(() => (people === null ? null : recount(people)), close);
  return (
    <Form
      title={m.recount.title}
      level={2}
      submitLabel={m.recount.submit}
      submit={submit}
      cancel={close}
      problem={problem}
    >
      <p class={layout.prose}>{m.recount.hint}</p>
      <TextField
        width="narrow"
        label={m.recount.people}
        value={typed.value}
        onInput={(value) => (typed.value = value)}
        error={tried && people === null ? m.recount.invalid : null}
      />
    </Form>
  );
}

function peopleIn(typed: string): number | null {
  const text = typed.normalize('NFKC').trim();
  const people = Number(text);
  return text !== '' && Number.isInteger(people) && people >= 0 && people <= MOST_PEOPLE ? people : null;
}
