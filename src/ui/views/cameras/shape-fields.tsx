import type { Signal } from '@preact/signals';
import type { JSX } from 'preact';
import { useText } from '../../app-context.ts';
import layout from '../../styles/layout.module.css';
import { Segmented } from '../../widgets/segmented.tsx';
import { TextArea, TextField } from '../../widgets/text-field.tsx';
import { FrameSizeFields } from './frame-size.tsx';
import type { ShapeDraft } from './shape-draft.ts';

/** Name and points of a line or zone. */
export function ShapeFields({
  draft,
  nameError,
  pointsError,
}: {
  readonly draft: Signal<ShapeDraft>;
  readonly nameError: string | null;
  readonly pointsError: string | null;
}): JSX.Element {
  const { m } = useText();
  const { name, points, units, size } = draft.value;
  const set = (change: Partial<ShapeDraft>): void => {
    draft.value = { ...draft.value, ...change };
  };
  return (
    <>
      <TextField
        label={m.cameras.name}
        value={name}
        onInput={(value) => set({ name: value })}
        error={nameError}
      />
      <div class={layout.row}>
        <Segmented<ShapeDraft['units']>
          legend={m.cameras.units}
          options={[
            { value: 'unit', label: m.cameras.unit01 },
            { value: 'px', label: m.cameras.pixels },
          ]}
          value={units}
          onChange={(value) => set({ units: value })}
        />
        {units === 'px' && <FrameSizeFields size={size} onChange={(value) => set({ size: value })} />}
      </div>
      <TextArea
        label={m.cameras.points}
        hint={m.cameras.pointsHint}
        value={points}
        onInput={(value) => set({ points: value })}
        error={pointsError}
      />
    </>
  );
}
