import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import {
  MAY,
  PERMISSIONS,
  ROLES,
  SIGNED_ROLES,
  type Role,
  type SignedRole,
} from '../../../core/access/permissions.ts';
import type { PinProblem } from '../../../state/access-store.ts';
import { useApp, useText } from '../../app-context.ts';
import layout from '../../styles/layout.module.css';
import { Button } from '../../widgets/button.tsx';
import { DataTable } from '../../widgets/data-table.tsx';
import { pinProblemText } from '../../widgets/pin-problem-text.ts';
import { PinChange, type PinTask } from './pin-change.tsx';
import { RecoveryCode } from './recovery-code.tsx';
import styles from './settings-view.module.css';

/** 役割とPIN: who may do what, and the PINs that say who somebody is. */
export function AccessSection(): JSX.Element {
  const { access } = useApp();
  const { m, f } = useText();
  const task = useSignal<PinTask | null>(null);
  const code = useSignal<string | null>(null);
  const note = useSignal<string | null>(null);
  const problem = useSignal<PinProblem | null>(null);
  const remove = async (role: SignedRole): Promise<void> => {
    const removed = await access.removePin(role);
    problem.value = removed.ok ? null : removed.problem;
    note.value = removed.ok ? m.access.removed : null;
    task.value = null;
  };
  const done = (recoveryCode: string | null): void => {
    task.value = null;
    problem.value = null;
    code.value = recoveryCode;
    note.value = m.access.saved;
  };
  const hasPin = access.hasPin.value;
  return (
    <section class={`${layout.section} ${styles.access}`} aria-label={m.access.title}>
      <h2 class={layout.heading}>{m.access.title}</h2>
      <p class={layout.prose}>{m.access.lead}</p>
      <p>{hasPin === null ? m.access.unknown : hasPin ? m.access.set : m.access.open}</p>
      {code.value !== null && <RecoveryCode code={code.value} close={() => (code.value = null)} />}
      {code.value === null && task.value !== null && (
        <PinChange key={task.value} task={task.value} done={done} close={() => (task.value = null)} />
      )}
      {code.value === null && task.value === null && hasPin !== null && (
        <Verbs choose={(chosen) => (task.value = chosen)} remove={(role) => void remove(role)} />
      )}
      {problem.value && (
        <p role="alert" class={layout.prose}>
          {pinProblemText(problem.value, { m, f })}
        </p>
      )}
      {note.value !== null && <p role="status">{note.value}</p>}
      <p class={layout.prose}>{m.access.limits}</p>
      <Permissions />
    </section>
  );
}

function Verbs({
  choose,
  remove,
}: {
  readonly choose: (task: PinTask) => void;
  readonly remove: (role: SignedRole) => void;
}): JSX.Element {
  const { access } = useApp();
  const { m } = useText();
  const sure = useSignal(false);
  if (!access.hasPin.value) return <Button onClick={() => choose('manager')}>{m.access.setManager}</Button>;
  return (
    <div class={layout.row}>
      <Button onClick={() => choose('manager')}>{m.access.changeManager}</Button>
      <Button onClick={() => choose('merchandiser')}>
        {access.hasMerchandiser.value ? m.access.changeMerchandiser : m.access.setMerchandiser}
      </Button>
      {access.hasMerchandiser.value && (
        <Button onClick={() => remove('merchandiser')}>{m.access.removeMerchandiser}</Button>
      )}
      <Button kind="quiet" onClick={() => choose('recover')}>
        {m.access.recover}
      </Button>
      {sure.value ? (
        <>
          <Button onClick={() => remove('manager')}>{m.access.removeAllConfirm}</Button>
          <Button kind="quiet" onClick={() => (sure.value = false)}>
            {m.access.cancel}
          </Button>
        </>
      ) : (
        <Button kind="quiet" onClick={() => (sure.value = true)}>
          {m.access.removeAll}
        </Button>
      )}
    </div>
  );
}

/** The table by which the app decides. */
function Permissions(): JSX.Element {
  const { m } = useText();
  const signed = (role: Role): boolean => SIGNED_ROLES.some((each) => each === role);
  return (
    <DataTable
      caption={m.access.tableCaption}
      columns={[
        m.access.tableRole,
        ...ROLES.map((role) =>
          signed(role) ? m.access.withPin(m.access.roles[role]) : m.access.without(m.access.roles[role]),
        ),
      ]}
      rows={PERMISSIONS.map((permission) => ({
        name: m.access.permissions[permission],
        cells: ROLES.map((role) => (MAY[role].includes(permission) ? m.access.yes : m.access.no)),
      }))}
      texts={ROLES.map((_, index) => index)}
    />
  );
}
