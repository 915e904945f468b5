import type { JSX } from 'preact';
import type { UpdateWindow } from '../../core/update/update-time.ts';
import { useApp, useText } from '../app-context.ts';
import { Button } from './button.tsx';
import styles from './notice-list.module.css';

/** Says that a newer build waits and when it takes over, and offers it now; nothing where none waits. */
export function UpdateBar(): JSX.Element | null {
  const { update } = useApp();
  const { m } = useText();
  const planned = update.planned.value;
  const isApplying = update.isApplying.value;
  if (!planned && !isApplying) return null;
  return (
    <section class={styles.list} aria-label={m.update.label} aria-live="polite">
      <div class={styles.notice} data-quiet="true">
        {isApplying || !planned ? (
          <p class={styles.sentences}>{m.update.applying}</p>
        ) : (
          <Planned window={planned} />
        )}
      </div>
    </section>
  );
}

function Planned({ window }: { readonly window: UpdateWindow }): JSX.Element {
  const { update } = useApp();
  const { m } = useText();
  const when = useWhen(window);
  if (update.isOther.value) {
    return (
      <p class={styles.sentences}>
        <strong>{m.update.waits}</strong> {m.update.otherTab}
      </p>
    );
  }
  return (
    <>
      <p class={styles.sentences}>
        <strong>{m.update.waits}</strong> {when} {m.update.meanwhile}
      </p>
      <div class={styles.actions}>
        <Button onClick={() => void update.apply()}>{m.update.apply}</Button>
      </div>
    </>
  );
}

/** When it takes over, in words; with the day where that is not today. */
function useWhen({ kind, fromMs }: UpdateWindow): string {
  const { clock } = useApp();
  const { m, f } = useText();
  const nowMs = clock.nowMs();
  const time = f.isoDate(fromMs) === f.isoDate(nowMs) ? f.time(fromMs) : f.dateTime(fromMs);
  if (kind === 'quiet') return m.update.whenQuiet(time);
  return fromMs > nowMs ? m.update.afterClosing(time) : m.update.closedNow;
}
