import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { SignedRole } from '../../../core/access/permissions.ts';
import type { PinProblem } from '../../../state/access-store.ts';
import { useApp, useText } from '../../app-context.ts';
import layout from '../../styles/layout.module.css';
import { Form } from '../../widgets/form.tsx';
import { pinProblemText } from '../../widgets/pin-problem-text.ts';
import { TextField } from '../../widgets/text-field.tsx';

/** Whose PIN is typed, or that the manager's is chosen anew with the recovery code. */
export type PinTask = SignedRole | 'recover';

/** A new PIN, typed twice. `done` gets the recovery code where there is one to write down. */
export function PinChange({
  task,
  done,
  close,
}: {
  readonly task: PinTask;
  readonly done: (recoveryCode: string | null) => void;
  readonly close: () => void;
}): JSX.Element {
  const { access } = useApp();
  const { m, f } = useText();
  const draft = useSignal({ code: '', pin: '', again: '' });
  const problem = useSignal<PinProblem | null>(null);
  const differs = useSignal(false);
  const field = (name: 'code' | 'pin' | 'again') => ({
    value: draft.value[name],
    onInput: (value: string) => (draft.value = { ...draft.value, [name]: value }),
  });
  const submit = async (): Promise<void> => {
    const { code, pin, again } = draft.value;
    differs.value = pin !== again;
    if (differs.value) return;
    const answer = await (task === 'recover' ? access.recover(code, pin) : access.setPin(task, pin));
    problem.value = answer.ok ? null : answer.problem;
    if (answer.ok) done(answer.value.recoveryCode);
  };
  const text = problem.value && pinProblemText(problem.value, { m, f });
  const isAboutCode =
    task === 'recover' && (problem.value?.code === 'wrong' || problem.value?.code === 'locked');
  const password = { type: 'password', autocomplete: 'new-password' } as const;
  return (
    <Form
      title={titleOf(task, m.access, access.hasPin.value === true)}
      submitLabel={m.access.save}
      submit={submit}
      cancel={close}
    >
      {task === 'recover' && (
        <>
          <p class={layout.prose}>{m.access.lost}</p>
          <TextField
            label={m.access.code}
            {...field('code')}
            error={isAboutCode ? (problem.value?.code === 'wrong' ? m.access.wrongCode : text) : null}
          />
        </>
      )}
      <TextField
        label={m.access.newPin}
        hint={m.access.newPinHint}
        {...password}
        {...field('pin')}
        error={isAboutCode ? null : text}
      />
      <TextField
        label={m.access.again}
        {...password}
        {...field('again')}
        error={differs.value ? m.access.differs : null}
      />
    </Form>
  );
}

function titleOf(
  task: PinTask,
  words: {
    readonly recover: string;
    readonly setManager: string;
    readonly changeManager: string;
    readonly setMerchandiser: string;
  },
  hasPin: boolean,
): string {
  if (task === 'recover') return words.recover;
  if (task === 'merchandiser') return words.setMerchandiser;
  return hasPin ? words.changeManager : words.setManager;
}
