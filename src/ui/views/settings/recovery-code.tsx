import type { JSX } from 'preact';
import { useText } from '../../app-context.ts';
import layout from '../../styles/layout.module.css';
import { Button } from '../../widgets/button.tsx';
import styles from './settings-view.module.css';

/** The recovery code, this once. */
export function RecoveryCode({
  code,
  close,
}: {
  readonly code: string;
  readonly close: () => void;
}): JSX.Element {
  const { m } = useText();
  return (
    <div class={styles.recovery} role="group" aria-label={m.access.codeTitle}>
      <h3 class={layout.heading}>{m.access.codeTitle}</h3>
      <p class={styles.code}>{code}</p>
      <p class={layout.prose}>{m.access.codeText}</p>
      <Button kind="primary" onClick={close}>
        {m.access.codeNoted}
      </Button>
    </div>
  );
}
