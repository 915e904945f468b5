import type { Signal } from '@preact/signals';
import type { JSX } from 'preact';
import { LEAST_PAIRS, meanOffM } from '../../../core/calibration/floor-calibration.ts';
import { judgeMarks } from '../../../core/calibration/floor-marks.ts';
import type { Camera } from '../../../core/site/site.ts';
import { useText } from '../../app-context.ts';
import type { Format } from '../../i18n/format.ts';
import type { Messages } from '../../i18n/messages.en.ts';
import { Button } from '../../widgets/button.tsx';
import type { CameraTask } from './camera-task.ts';
import styles from '../../styles/entity-list.module.css';

/** What is known of the camera's floor, and the way to change it. */
export function MarksRow({
  camera,
  task,
}: {
  readonly camera: Camera;
  readonly task: Signal<CameraTask>;
}): JSX.Element {
  const { m, f } = useText();
  return (
    <div class={styles.entity}>
      <span class={styles.name}>{m.floor.marks}</span>
      <span class={styles.kind}>{summary(camera, m, f)}</span>
      {camera.source.kind !== 'demo' && (
        <span class={styles.actions}>
          <Button
            kind="quiet"
            label={m.cameras.edit(m.floor.marks)}
            onClick={() => (task.value = { kind: 'marks' })}
          >
            {m.cameras.editShort}
          </Button>
        </span>
      )}
    </div>
  );
}

function summary({ calibration }: Camera, m: Messages, f: Format): string {
  if (!calibration) return m.floor.marksNone;
  const judged = judgeMarks(calibration);
  const { length } = calibration;
  // With the least number of marks nothing can be off.
  if (length === LEAST_PAIRS || !judged.ok) return m.floor.marksCount(length);
  return m.floor.marksOff(length, f.decimal(meanOffM(judged.value) * 100));
}
