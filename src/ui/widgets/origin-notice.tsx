import type { JSX } from 'preact';
import { useApp, useText } from '../app-context.ts';
import { Button } from './button.tsx';
import styles from './origin-notice.module.css';

/** Says that the address of a camera waits for a reload, and offers it. */
export function OriginNotice(): JSX.Element | null {
  const { cameraSetup, problems } = useApp();
  const { m } = useText();
  const origins = cameraSetup.origins.value;
  // A camera that was refused for it has its own notice, with the same button.
  const told = problems.notices.value.some(({ problem }) => problem.code === 'camera-origin-not-allowed');
  if (origins === 'allowed' || (told && origins === 'reload-needed')) return null;
  if (origins === 'not-possible') return <p class={styles.bar}>{m.cameras.notPossible}</p>;
  return (
    <div class={styles.bar} role="status">
      <p>
        <strong>{m.cameras.reloadTitle}</strong>
        <br />
        {m.cameras.reloadText}
      </p>
      <Button kind="primary" onClick={() => cameraSetup.reload()}>
        {m.cameras.reload}
      </Button>
    </div>
  );
}
