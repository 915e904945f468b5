import { useSignal, useSignalEffect, type Signal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Box } from '../../../core/geometry/box.ts';
import type { Problem } from '../../../core/result.ts';
import { LEAST_REGION } from '../../../core/site/shape-fields.ts';
import type { CountedCamera } from '../../../core/site/counted-camera.ts';
import { floorZonesInPicture } from '../../../core/site/floor-shapes.ts';
import {
  EDGES,
  formatRegion,
  leftOut,
  parseRegion,
  type RegionError,
  type RegionText,
} from '../../../state/region-input.ts';
import { useApp, useText } from '../../app-context.ts';
import type { Format } from '../../i18n/format.ts';
import type { Messages } from '../../i18n/messages.en.ts';
import layout from '../../styles/layout.module.css';
import { Button } from '../../widgets/button.tsx';
import { Form } from '../../widgets/form.tsx';
import { TextField } from '../../widgets/text-field.tsx';
import styles from './region-form.module.css';

/** A detection range that is typed and makes sense, but is not saved yet. */
export interface RegionDraft {
  readonly region: Box | null;
}

/** The part of the picture in which people are looked for, by four numbers; it is drawn beside as it is typed. */
export function RegionForm({
  camera,
  preview,
  close,
}: {
  readonly camera: CountedCamera;
  readonly preview: Signal<RegionDraft | null>;
  readonly close: () => void;
}): JSX.Element {
  const { site } = useApp();
  const { m, f } = useText();
  const text = useSignal<RegionText>(formatRegion(camera.region));
  const problem = useSignal<Problem | null>(null);
  useSignalEffect(() => {
    const read = parseRegion(text.value);
    preview.value = read.ok ? { region: read.region } : null;
  });
  useEffect(() => () => void (preview.value = null), [preview]); // another task may be opened over this one
  const typed = parseRegion(text.value);
  const zones = [...camera.zones, ...floorZonesInPicture(camera)];
  const beyond = typed.ok ? leftOut({ lines: camera.lines, zones }, typed.region) : [];
  const submit = async (): Promise<void> => {
    if (!typed.ok) return;
    const saved = await site.setRegion(camera.id, typed.region);
    if (saved.ok) close();
    else problem.value = saved.problem;
  };
  return (
    <Form
      title={m.cameras.region}
      submitLabel={m.cameras.save}
      submit={submit}
      cancel={close}
      problem={problem.value}
    >
      <p class={layout.prose}>{m.cameras.regionHint}</p>
      <div class={styles.edges}>
        {EDGES.map((edge) => (
          <TextField
            key={edge}
            width="narrow"
            label={m.cameras.edges[edge]}
            value={text.value[edge]}
            onInput={(value) => (text.value = { ...text.value, [edge]: value })}
            error={!typed.ok && typed.error.edge === edge ? errorText(typed.error, m, f) : null}
          />
        ))}
      </div>
      {beyond.length > 0 && (
        <p class={styles.beyond} role="status">
          {m.cameras.regionLeavesOut(beyond.join(m.figures.listSeparator))}
        </p>
      )}
      <div class={layout.row}>
        <Button onClick={() => (text.value = formatRegion(null))}>{m.cameras.regionUseWhole}</Button>
      </div>
    </Form>
  );
}

function errorText(error: RegionError, m: Messages, f: Format): string {
  switch (error.kind) {
    case 'number':
      return m.cameras.regionNumber;
    case 'order':
      return m.cameras.regionOrder[error.edge];
    case 'too-small':
      return m.cameras.regionSmall(f.percent(LEAST_REGION));
  }
}
