import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { rolesFor, type Permission } from '../../core/access/permissions.ts';
import type { PinProblem } from '../../state/access-store.ts';
import { useApp, useText } from '../app-context.ts';
import layout from '../styles/layout.module.css';
import { Button } from './button.tsx';
import styles from './pin-dialog.module.css';
import { pinProblemText } from './pin-problem-text.ts';
import { TextField } from './text-field.tsx';

/** Asks for a PIN when something is wanted that needs one; what waited goes ahead, or is given up. */
export function PinDialog(): JSX.Element | null {
  const { access } = useApp();
  const permission = access.asked.value;
  return permission === null ? null : <PinForm key={permission} permission={permission} />;
}

function PinForm({ permission }: { readonly permission: Permission }): JSX.Element {
  const { access } = useApp();
  const { m, f } = useText();
  const pin = useSignal('');
  const problem = useSignal<PinProblem | null>(null);
  const checking = useSignal(false);
  const dialog = useModal();
  const submit = async (): Promise<void> => {
    if (checking.value || pin.value === '') return;
    checking.value = true;
    const signedIn = await access.signIn(pin.value, permission);
    checking.value = false;
    problem.value = signedIn.ok ? null : signedIn.problem;
    pin.value = '';
  };
  const title = m.access.askTitle(m.access.permissions[permission]);
  return (
    <dialog
      ref={dialog}
      class={styles.dialog}
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault();
        access.cancel();
      }}
    >
      <form
        class={styles.form}
        aria-label={title}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <h2 class={layout.heading}>{title}</h2>
        <p class={layout.prose}>
          {m.access.askText(
            rolesFor(permission)
              .map((role) => m.access.roles[role])
              .join(m.access.or),
          )}
        </p>
        <TextField
          label={m.access.pin}
          type="password"
          value={pin.value}
          onInput={(value) => (pin.value = value)}
          error={problem.value && pinProblemText(problem.value, { m, f })}
        />
        <div class={layout.row}>
          <Button kind="primary" submit>
            {m.access.askGo}
          </Button>
          <Button kind="quiet" onClick={() => access.cancel()}>
            {m.access.cancel}
          </Button>
          <p role="status">{checking.value ? m.access.checking : ''}</p>
        </div>
        <p class={layout.prose}>{m.access.forgotten}</p>
      </form>
    </dialog>
  );
}

/** Opens the dialog over the page with its first field in focus; what had the focus gets it back. */
function useModal(): { readonly current: HTMLDialogElement | null } {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    element?.showModal();
    element?.querySelector('input')?.focus();
    return () => {
      element?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return dialog;
}
