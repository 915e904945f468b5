import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { RaisedAlert } from '../../core/alerts/alert-board.ts';
import { alertNotice, alertSentence } from '../alert-text.ts';
import { useApp, useText } from '../app-context.ts';
import layout from '../styles/layout.module.css';
import styles from './alert-bar.module.css';
import { Button } from './button.tsx';

/** What is over its limit in the shop now; tells it by sound and notification as the settings say. */
export function AlertBar(): JSX.Element {
  const { alerts, counting } = useApp();
  const { m } = useText();
  const said = useTelling();
  const raised = alerts.raised.value;
  const isDeaf = useIsDeaf();
  const wantsToTell = counting.site.value.alerts.sound || counting.site.value.alerts.notify;
  return (
    <>
      <p class={layout.hidden} aria-live="assertive">
        {said}
      </p>
      {raised.length > 0 && (
        <section class={styles.bar} aria-label={m.alerts.title}>
          {raised.map((alert) => (
            <AlertRow key={alert.watch.key} alert={alert} />
          ))}
          {wantsToTell && alerts.isQuiet.value && <p class={styles.note}>{m.alerts.quietNow}</p>}
          {isDeaf && <p class={styles.note}>{m.alerts.clickForSound}</p>}
        </section>
      )}
    </>
  );
}

function AlertRow({ alert }: { readonly alert: RaisedAlert }): JSX.Element {
  const { alerts } = useApp();
  const { m, f } = useText();
  return (
    <div class={styles.alert} data-seen={alert.isSeen}>
      <p class={styles.sentence}>
        {alertSentence(alert, { m, f })}{' '}
        <span class={styles.since}>{m.notices.since(f.time(alert.sinceMs))}</span>
      </p>
      {alert.isSeen ? (
        <p class={styles.since}>{m.alerts.isSeen}</p>
      ) : (
        <Button onClick={() => alerts.dismiss(alert.watch.key)}>{m.alerts.seen}</Button>
      )}
    </div>
  );
}

/** Rings for as long as the page is there; returns what was told last, for readers that do not see it. */
function useTelling(): string {
  const { alerts, alarm, counting, messages, format } = useApp();
  const said = useSignal('');
  useEffect(
    () =>
      alerts.watch((told) => {
        const text = { m: messages.peek(), f: format.peek() };
        const { sound, notify } = counting.site.peek().alerts;
        said.value = told.map((alert) => alertSentence(alert, text)).join(' ');
        if (sound) alarm.sound();
        if (!notify) return;
        for (const alert of told) {
          alarm.notify({ title: text.m.product, body: alertNotice(alert, text), key: alert.watch.key });
        }
      }),
    [alerts, alarm, counting, messages, format, said],
  );
  return said.value;
}

/** Sound is wanted, and the browser plays none before somebody has used the page. */
function useIsDeaf(): boolean {
  const { alarm, counting } = useApp();
  const canSound = useSignal(alarm.canSound());
  useEffect(() => {
    const look = (): void => {
      canSound.value = alarm.canSound();
    };
    addEventListener('pointerup', look);
    addEventListener('keyup', look);
    return () => {
      removeEventListener('pointerup', look);
      removeEventListener('keyup', look);
    };
  }, [alarm, canSound]);
  return counting.site.value.alerts.sound && !canSound.value;
}
