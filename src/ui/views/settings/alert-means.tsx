import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useApp, useText } from '../../app-context.ts';
import layout from '../../styles/layout.module.css';
import { Button } from '../../widgets/button.tsx';
import { Switch } from '../../widgets/switch.tsx';
import styles from './settings-view.module.css';

/** How alerts are told, with a way to try each. */
export function AlertMeans({
  sound,
  notify,
  change,
}: {
  readonly sound: boolean;
  readonly notify: boolean;
  readonly change: (changed: { readonly sound?: boolean; readonly notify?: boolean }) => void;
}): JSX.Element {
  const { alarm } = useApp();
  const { m } = useText();
  const permission = useSignal(alarm.permission());
  const ask = async (): Promise<void> => {
    permission.value = await alarm.askPermission();
  };
  return (
    <fieldset class={styles.means}>
      <legend>{m.alerts.how}</legend>
      <div class={layout.row}>
        <Switch label={m.alerts.sound} checked={sound} onChange={(on) => change({ sound: on })} />
        <Button onClick={() => alarm.sound()}>{m.alerts.testSound}</Button>
      </div>
      <Switch label={m.alerts.notify} checked={notify} onChange={(on) => change({ notify: on })} />
      <div class={layout.row}>
        <span class={layout.prose} role="status">
          {m.alerts.permission[permission.value]}
        </span>
        {permission.value === 'default' && <Button onClick={() => void ask()}>{m.alerts.allow}</Button>}
      </div>
    </fieldset>
  );
}
