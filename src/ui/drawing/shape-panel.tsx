import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { TriedShape } from '../../contracts/vision.ts';
import type { ZoneKind } from '../../core/counting/scene.ts';
import type { DraftShape, ShapeForm } from '../../core/drawing/draft-shape.ts';
import { faultOf } from '../../core/drawing/shape-faults.ts';
import { sceneOfDrawing } from '../../core/drawing/scene-drawing.ts';
import type { Camera, Line, LineKind, Zone } from '../../core/site/site.ts';
import type { DrawingStore } from '../../state/drawing-store.ts';
import { DIRECTIONS, inwardOf, type ScreenDirection } from '../../state/shape-input.ts';
import { useApp, useText } from '../app-context.ts';
import layout from '../styles/layout.module.css';
import { Button } from '../widgets/button.tsx';
import { nameError } from '../widgets/name-error.ts';
import { LineAdvice, ZoneAdvice } from '../widgets/placement-advice.tsx';
import { Segmented } from '../widgets/segmented.tsx';
import { SelectField, TextField } from '../widgets/text-field.tsx';
import { PointsField } from './points-field.tsx';
import { RegionFields } from './region-fields.tsx';
import { ShapeTrialText } from './shape-trial.tsx';

const LINE_KINDS: readonly LineKind[] = ['entrance', 'outside', 'passage'];
const ZONE_KINDS: readonly ZoneKind[] = ['area', 'queue', 'staff'];

interface PanelProps {
  readonly store: DrawingStore<'image'>;
  readonly camera: Camera;
  /** It was tried to save: what is wrong is said. */
  readonly tells: boolean;
  readonly onError: (isWrong: boolean) => void;
}

/** What is selected, or is being drawn, in words and numbers: the same fields, so that typing goes on while it becomes a shape. */
export function ShapePanel({ store, camera, tells, onError }: PanelProps): JSX.Element {
  const { m } = useText();
  const making = store.making.value;
  const shape = store.selected.value;
  const subject = making ? { ...making.template, points: making.points } : shape;
  if (!subject) return <p class={layout.prose}>{m.drawing.nothingSelected}</p>;
  const { form, points } = subject;
  const fields = { points, onPoints: (typed: typeof points) => store.setPoints(typed), onError };
  return (
    <>
      <h3 class={layout.heading}>
        {making ? m.drawing.newShape(m.drawing.forms[form]) : m.drawing.forms[form]}
      </h3>
      <Description store={store} shape={subject} tells={tells} />
      {form === 'mask' && <p class={layout.prose}>{m.drawing.maskHint}</p>}
      {shape?.form === 'line' && <InSide key={shape.key} store={store} shape={shape} />}
      {form === 'region' ? (
        <RegionFields key="points" scene={sceneOfDrawing(store.drawing.value, camera)} {...fields} />
      ) : (
        <PointsField key="points" form={form} tells={tells} {...fields} />
      )}
      {shape && <AboutShape key={`about ${shape.key}`} store={store} camera={camera} shape={shape} />}
    </>
  );
}

/** What is wrong with a shape or what it would have counted, and what can be done with it. */
function AboutShape({
  store,
  camera,
  shape,
}: Pick<PanelProps, 'store' | 'camera'> & { readonly shape: DraftShape<'image'> }): JSX.Element {
  const { m } = useText();
  const fault = faultOf(shape, store.sheet);
  const isTold = fault === 'no-name' || fault === 'name-long' || shape.form === 'region';
  return (
    <>
      {fault && !isTold && <p role="alert">{m.drawing.faults[fault]}</p>}
      {!fault && <Trial camera={camera} shape={shape} />}
      <Advice store={store} camera={camera} shape={shape} />
      <Series store={store} camera={camera} shape={shape} />
      <div class={layout.row}>
        {store.selection.value?.index != null && (
          <Button kind="quiet" onClick={() => store.remove()}>
            {m.drawing.removePoint}
          </Button>
        )}
        <Button kind="quiet" onClick={() => store.run({ kind: 'remove', key: shape.key })}>
          {m.drawing.removeShape}
        </Button>
      </div>
    </>
  );
}

function Description({
  store,
  shape: { form, name, kind },
  tells,
}: {
  readonly store: DrawingStore<'image'>;
  readonly shape: Pick<DraftShape<'image'>, 'form' | 'name' | 'kind'>;
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
  readonly kind: DraftShape<'image'>['kind'];
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

function InSide({
  store,
  shape: { key },
}: {
  readonly store: DrawingStore<'image'>;
  readonly shape: DraftShape<'image'>;
}): JSX.Element {
  const { m } = useText();
  const chosen = useSignal<ScreenDirection | 'keep'>('keep');
  return (
    <>
      <SelectField<ScreenDirection | 'keep'>
        label={m.cameras.inward}
        hint={m.cameras.inwardHint}
        value={chosen.value}
        options={(['keep', ...DIRECTIONS] as const).map((value) => ({
          value,
          label: m.cameras.directions[value],
        }))}
        onChange={(value) => {
          chosen.value = value;
          if (value !== 'keep') store.run({ kind: 'set-inward', key, inward: inwardOf(value) });
        }}
      />
      <div class={layout.row}>
        <Button
          onClick={() => {
            chosen.value = 'keep';
            store.run({ kind: 'flip', key });
          }}
        >
          {m.drawing.flip}
        </Button>
      </div>
    </>
  );
}

/** The line or zone that the shape is, as long as it lies where it lay. */
function entityAsDrawn(
  { lines, zones }: Camera,
  { from, points, inward }: DraftShape<'image'>,
): Line | Zone | undefined {
  return (
    lines.find((line) => line.id === from && line.points === points && line.inward === inward) ??
    zones.find((zone) => zone.id === from && zone.polygon === points)
  );
}

/** What the last people say of the place of a line or zone that counts already and was not moved. */
function Advice({
  store,
  camera,
  shape,
}: {
  readonly store: DrawingStore<'image'>;
  readonly camera: Camera;
  readonly shape: DraftShape<'image'>;
}): JSX.Element | null {
  const { counting } = useApp();
  const isLive = counting.cameras.value.some(
    (status) => status.camera.id === camera.id && status.phase === 'live',
  );
  const entity = entityAsDrawn(camera, shape);
  if (!isLive || !entity) return null;
  return 'points' in entity ? (
    <LineAdvice line={entity} takeOver={({ points }) => store.setPoints(points)} />
  ) : (
    <ZoneAdvice zone={entity} />
  );
}

/** Whether a line or zone that was moved goes on with its figures. */
function Series({
  store,
  camera,
  shape,
}: {
  readonly store: DrawingStore<'image'>;
  readonly camera: Camera;
  readonly shape: DraftShape<'image'>;
}): JSX.Element | null {
  const { m } = useText();
  if (shape.from === null || entityAsDrawn(camera, shape)) return null;
  return (
    <>
      <Segmented<'keep' | 'new'>
        legend={m.drawing.series}
        options={[
          { value: 'keep', label: m.drawing.keepSeries },
          { value: 'new', label: m.drawing.newSeries },
        ]}
        value={shape.isNewSeries ? 'new' : 'keep'}
        onChange={(value) => store.describe({ isNewSeries: value === 'new' })}
      />
      <p class={layout.prose}>{m.drawing.seriesHint}</p>
    </>
  );
}

function Trial({
  camera,
  shape: { form, points, inward },
}: {
  readonly camera: Camera;
  readonly shape: DraftShape<'image'>;
}): JSX.Element | null {
  const tried = useMemo(
    (): TriedShape | null =>
      form === 'line' && inward ? { points, inward } : form === 'zone' ? { polygon: points } : null,
    [form, points, inward],
  );
  return tried && <ShapeTrialText camera={camera.id} shape={tried} />;
}
