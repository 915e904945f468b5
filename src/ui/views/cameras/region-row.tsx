import type { Signal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Camera } from '../../../core/site/site.ts';
import { formatRegion } from '../../../state/region-input.ts';
import { useText } from '../../app-context.ts';
import { Button } from '../../widgets/button.tsx';
import type { CameraTask } from './camera-task.ts';
import styles from '../../styles/entity-list.module.css';

/** Where people are looked for, and the way to change it. */
export function RegionRow({
  camera,
  task,
}: {
  readonly camera: Camera;
  readonly task: Signal<CameraTask>;
}): JSX.Element {
  const { m } = useText();
  const { left, top, right, bottom } = formatRegion(camera.region);
  const { region, regionPart, percentRange, regionWhole } = m.cameras;
  return (
    <div class={styles.entity}>
      <span class={styles.name}>{region}</span>
      <span class={styles.kind}>
        {camera.region ? regionPart(percentRange(left, right), percentRange(top, bottom)) : regionWhole}
      </span>
      <span class={styles.actions}>
        <Button
          kind="quiet"
          label={m.cameras.edit(region)}
          onClick={() => (task.value = { kind: 'draw', start: { kind: 'region' } })}
        >
          {m.cameras.editShort}
        </Button>
      </span>
    </div>
  );
}
