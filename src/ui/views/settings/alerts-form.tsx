import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Problem } from '../../../core/result.ts';
import { countedCameras, zonesOf } from '../../../core/site/counted-camera.ts';
import type { Site } from '../../../core/site/site.ts';
import { useApp, useText } from '../../app-context.ts';
import layout from '../../styles/layout.module.css';
import { Form } from '../../widgets/form.tsx';
import { TextField } from '../../widgets/text-field.tsx';
import { AlertMeans } from './alert-means.tsx';
import { alertsDraftOf, MOST, readAlertsDraft, type AlertsDraft, type AlertsFault } from './alerts-draft.ts';
import styles from './settings-view.module.css';
import { useDraft } from '../../widgets/use-draft.ts';

/** What is told, from when, and how. */
export function AlertsForm({ saved: site }: { readonly saved: Site }): JSX.Element {
  const { site: settings } = useApp();
  const { m } = useText();
  const draft = useDraft(site.alerts, alertsDraftOf);
  const problem = useSignal<Problem | null>(null);
  const isSaved = useSignal(false);
  const queues = countedCameras(site)
    .flatMap(zonesOf)
    .filter(({ kind }) => kind === 'queue');
  const { alerts, faults } = readAlertsDraft(draft.value, queues);
  const change = (changed: Partial<AlertsDraft>): void => {
    draft.value = { ...draft.value, ...changed };
    isSaved.value = false;
  };
  const field: FieldOf = (name) => ({
    width: 'narrow',
    value: draft.value.fields[name] ?? '',
    onInput: (value) => change({ fields: { ...draft.value.fields, [name]: value } }),
    fault: faults[name],
    most: MOST[name.split(':')[0] ?? ''] ?? 0,
  });
  const submit = async (): Promise<void> => {
    if (!alerts) return;
    const answer = await settings.setAlerts(alerts);
    problem.value = answer.ok ? null : answer.problem;
    isSaved.value = answer.ok;
  };
  return (
    <Form
      title={m.alerts.form}
      level={2}
      submitLabel={m.settings.save}
      submit={submit}
      problem={problem.value}
      note={isSaved.value ? m.settings.saved : null}
    >
      <p class={layout.prose}>{m.alerts.formHint}</p>
      <LimitField label={m.alerts.occupancyLimit} hint={m.alerts.occupancyLimitHint} {...field('limit')} />
      {queues.length > 0 ? (
        <div class={styles.pairs}>
          {queues.map(({ id, name }) => (
            <QueueFields key={id} id={id} name={name} field={field} />
          ))}
        </div>
      ) : (
        <p class={layout.prose}>{site.cameras.length === 0 ? m.alerts.demoQueues : m.alerts.noQueues}</p>
      )}
      <div class={styles.pairs}>
        <LimitField label={m.alerts.stopped} {...field('stopped')} />
        <LimitField label={m.alerts.coverage} hint={m.alerts.coverageHint} {...field('coverage')} />
        <LimitField label={m.alerts.repeat} hint={m.alerts.repeatHint} {...field('repeat')} />
      </div>
      <AlertMeans sound={draft.value.sound} notify={draft.value.notify} change={change} />
      <div class={styles.pairs}>
        <LimitField label={m.alerts.quietFrom} {...field('from')} />
        <LimitField label={m.alerts.quietTo} {...field('to')} />
      </div>
      <p class={layout.prose}>{m.alerts.quietHint}</p>
    </Form>
  );
}

interface LimitFieldValue {
  readonly width: 'narrow';
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly fault: AlertsFault | undefined;
  readonly most: number;
}

type FieldOf = (name: string) => LimitFieldValue;

function QueueFields({
  id,
  name,
  field,
}: {
  readonly id: number;
  readonly name: string;
  readonly field: FieldOf;
}): JSX.Element {
  const { m } = useText();
  return (
    <>
      <LimitField label={m.alerts.queueLength(name)} {...field(`length:${id}`)} />
      <LimitField label={m.alerts.queueWait(name)} {...field(`wait:${id}`)} />
    </>
  );
}

function LimitField({
  label,
  hint,
  fault,
  most,
  ...field
}: LimitFieldValue & { readonly label: string; readonly hint?: string }): JSX.Element {
  const { m, f } = useText();
  const error =
    fault === 'range'
      ? m.alerts.outOfRange(1, f.integer(most))
      : fault === 'time'
        ? m.alerts.timeInvalid
        : fault === 'both-times'
          ? m.alerts.bothTimes
          : null;
  return <TextField label={label} {...(hint !== undefined && { hint })} error={error} {...field} />;
}
