import type { Signal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Camera, Line, Zone } from '../../../core/site/site.ts';
import { useApp, useText } from '../../app-context.ts';
import layout from '../../styles/layout.module.css';
import { Button } from '../../widgets/button.tsx';
import { LineAdvice, ZoneAdvice } from '../../widgets/placement-advice.tsx';
import type { CameraTask } from './camera-task.ts';
import styles from '../../styles/entity-list.module.css';

/** Lines and zones of a camera by name and kind. */
export function EntityList({
  camera,
  task,
}: {
  readonly camera: Camera;
  readonly task: Signal<CameraTask>;
}): JSX.Element {
  const { m } = useText();
  const entities: readonly (Line | Zone)[] = [...camera.lines, ...camera.zones];
  if (entities.length === 0) return <p class={layout.prose}>{m.cameras.nothingCounted}</p>;
  return (
    <ul aria-label={m.cameras.scene}>
      {entities.map((entity) => (
        <EntityRow key={entity.id} camera={camera} entity={entity} task={task} />
      ))}
    </ul>
  );
}

function EntityRow({
  camera,
  entity,
  task,
}: {
  readonly camera: Camera;
  readonly entity: Line | Zone;
  readonly task: Signal<CameraTask>;
}): JSX.Element {
  const { site, counting } = useApp();
  const { m } = useText();
  const isLive = counting.cameras.value.some(
    (status) => status.camera.id === camera.id && status.phase === 'live',
  );
  const isLine = 'points' in entity;
  const kind = isLine ? m.lineKinds[entity.kind] : m.zoneKinds[entity.kind];
  return (
    <li class={styles.entity}>
      <span class={styles.name}>{entity.name}</span>
      <span class={styles.kind}>{m.cameras.entityKind(isLine ? m.cameras.line : m.cameras.zone, kind)}</span>
      {camera.source.kind !== 'demo' && (
        <span class={styles.actions}>
          <Button
            kind="quiet"
            label={m.cameras.edit(entity.name)}
            onClick={() => (task.value = { kind: 'draw', start: { kind: 'edit', entity } })}
          >
            {m.cameras.editShort}
          </Button>
          <Button
            kind="quiet"
            label={m.cameras.delete(entity.name)}
            onClick={() => void site.removeEntity(camera.id, entity.id)}
          >
            {m.cameras.remove}
          </Button>
        </span>
      )}
      {isLive && <Advice camera={camera} entity={entity} task={task} />}
    </li>
  );
}

/** Whether the line or zone is in a good place; a better one is taken over into its form. */
function Advice({
  camera,
  entity,
  task,
}: {
  readonly camera: Camera;
  readonly entity: Line | Zone;
  readonly task: Signal<CameraTask>;
}): JSX.Element {
  if (!('points' in entity)) return <ZoneAdvice zone={entity} />;
  if (camera.source.kind === 'demo') return <LineAdvice line={entity} />;
  return (
    <LineAdvice
      line={entity}
      takeOver={(moved) => (task.value = { kind: 'draw', start: { kind: 'edit', entity: moved } })}
    />
  );
}
