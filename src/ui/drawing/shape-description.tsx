import type { JSX } from 'preact';
import type { ZoneKind } from '../../core/counting/scene.ts';
import type { DraftShape, ShapeForm } from '../../core/drawing/draft-shape.ts';
import { takesPoints } from '../../core/drawing/hit-test.ts';
import type { LineKind } from '../../core/site/site.ts';
import type { DrawingStore } from '../../state/drawing-store.ts';
import { useText } from '../app-context.ts';
import layout from '../styles/layout.module.css';
import { Button } from '../widgets/button.tsx';
import { nameError } from '../widgets/name-error.ts';
import { Segmented } from '../widgets/segmented.tsx';
import { SelectField, TextField } from '../widgets/text-field.tsx';

const LINE_KINDS: readonly LineKind[] = ['entrance', 'outside', 'passage'];
const ZONE_KINDS: readonly ZoneKind[] = ['area', 'queue', 'staff'];

/** Name and kind of what counts; nothing for what does not. */
export function ShapeDescription<S extends string>({
  store,
  shape: { form, name, kind },
  tells,
}: {
  readonly store: DrawingStore<S>;
  readonly shape: Pick<DraftShape<S>, 'form' | 'name' | 'kind'>;
  /** It was tried to save: what is wrong is said. */
  readonly tells: boolean;
}): JSX.Element | null {
  const { m } = useText();
  if (form !== 'line' && form !== 'zone') return null;
  return (
    <>
      <TextField
        label={m.cameras.name}
        value={name}
        onInput={(value) => store.describe({ name: value })}
        error={tells ? nameError(name, m) : null}
      />
      <KindField form={form} kind={kind} onChange={(next) => store.describe({ kind: next })} />
    </>
  );
}

function KindField({
  form,
  kind,
  onChange,
}: {
  readonly form: ShapeForm;
  readonly kind: DraftShape<string>['kind'];
  readonly onChange: (kind: LineKind | ZoneKind) => void;
}): JSX.Element {
  const { m } = useText();
  const lines = LINE_KINDS.map((value) => ({ value, label: m.lineKinds[value] }));
  const zones = ZONE_KINDS.map((value) => ({ value, label: m.zoneKinds[value] }));
  return (
    <SelectField<LineKind | ZoneKind>
      label={form === 'line' ? m.cameras.lineKind : m.cameras.zoneKind}
      value={kind ?? 'area'}
      options={form === 'line' ? lines : zones}
      onChange={onChange}
    />
  );
}

/** Whether a line or zone that was moved goes on with its figures. */
export function SeriesChoice<S extends string>({
  store,
  isNewSeries,
}: {
  readonly store: DrawingStore<S>;
  readonly isNewSeries: boolean;
}): JSX.Element {
  const { m } = useText();
  return (
    <>
      <Segmented<'keep' | 'new'>
        legend={m.drawing.series}
        options={[
          { value: 'keep', label: m.drawing.keepSeries },
          { value: 'new', label: m.drawing.newSeries },
        ]}
        value={isNewSeries ? 'new' : 'keep'}
        onChange={(value) => store.describe({ isNewSeries: value === 'new' })}
      />
      <p class={layout.prose}>{m.drawing.seriesHint}</p>
    </>
  );
}

/** What can be taken away: the selected point, or the whole shape. */
export function RemoveButtons<S extends string>({
  store,
  shape,
}: {
  readonly store: DrawingStore<S>;
  readonly shape: DraftShape<S>;
}): JSX.Element {
  const { m } = useText();
  return (
    <div class={layout.row}>
      {store.selection.value?.index != null && takesPoints(shape) && (
        <Button kind="quiet" onClick={() => store.remove()}>
          {m.drawing.removePoint}
        </Button>
      )}
      <Button kind="quiet" onClick={() => store.run({ kind: 'remove', key: shape.key })}>
        {m.drawing.removeShape}
      </Button>
    </div>
  );
}
