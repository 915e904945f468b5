import { useSignal, type Signal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Problem } from '../../../core/result.ts';
import type { Removed } from '../../../state/site-store.ts';
import { useApp, useText } from '../../app-context.ts';
import layout from '../../styles/layout.module.css';
import { Button } from '../../widgets/button.tsx';
import { Form } from '../../widgets/form.tsx';
import styles from './cameras-view.module.css';

/** What was deleted: it can be brought back, or what was recorded of it be deleted too. */
export function UndoBar(): JSX.Element | null {
  const { site } = useApp();
  const { m } = useText();
  const asked = useSignal<Removed | null>(null);
  const done = useSignal('');
  const removed = site.removed.value;
  useEffect(() => {
    if (removed) done.value = '';
  }, [removed, done]);
  if (!removed) {
    return done.value === '' ? null : (
      <div class={styles.bar} role="status">
        <p>{done.value}</p>
      </div>
    );
  }
  const names = removed.names.join(m.figures.listSeparator);
  if (asked.value === removed)
    return <RemoveHistory removed={removed} names={names} asked={asked} done={done} />;
  return (
    <div class={styles.bar} role="status">
      <p>
        {m.cameras.removed(names)}
        {removed.floorZones.length > 0 && (
          <>
            <br />
            {m.floor.alsoRemoved(removed.floorZones.join(m.figures.listSeparator))}
          </>
        )}
      </p>
      <div class={layout.row}>
        <Button onClick={() => void removed.undo()}>{m.cameras.undo}</Button>
        <Button kind="quiet" onClick={() => (asked.value = removed)}>
          {m.historyRemoval.open}
        </Button>
      </div>
    </div>
  );
}

/** Says what goes, what stays and that nothing brings it back, and asks once more. */
function RemoveHistory({
  removed,
  names,
  asked,
  done,
}: {
  readonly removed: Removed;
  readonly names: string;
  readonly asked: Signal<Removed | null>;
  readonly done: Signal<string>;
}): JSX.Element {
  const { m, f } = useText();
  const problem = useSignal<Problem | null>(null);
  const submit = async (): Promise<void> => {
    const answer = await removed.removeHistory();
    problem.value = answer.ok ? null : answer.problem;
    if (answer.ok) done.value = m.historyRemoval.done(names, f.integer(answer.value.removed));
  };
  return (
    <div class={styles.bar}>
      <Form
        title={m.historyRemoval.title(names)}
        submitLabel={m.historyRemoval.submit}
        submit={submit}
        cancel={() => (asked.value = null)}
        problem={problem.value}
      >
        <p class={layout.prose}>{m.historyRemoval.gone}</p>
        <p class={layout.prose}>{m.historyRemoval.stays}</p>
        <p class={layout.prose}>{m.historyRemoval.disk}</p>
      </Form>
    </div>
  );
}
