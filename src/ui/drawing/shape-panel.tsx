import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { TriedShape } from '../../contracts/vision.ts';
import type { DraftShape } from '../../core/drawing/draft-shape.ts';
import { faultOf } from '../../core/drawing/shape-faults.ts';
import { sceneOfDrawing } from '../../core/drawing/scene-drawing.ts';
import type { Camera, Line, Zone } from '../../core/site/site.ts';
import type { DrawingStore } from '../../state/drawing-store.ts';
import { DIRECTIONS, inwardOf, type ScreenDirection } from '../../state/shape-input.ts';
import { useApp, useText } from '../app-context.ts';
import layout from '../styles/layout.module.css';
import { Button } from '../widgets/button.tsx';
import { LineAdvice, ZoneAdvice } from '../widgets/placement-advice.tsx';
import { SelectField } from '../widgets/text-field.tsx';
import type { PanelState } from './drawing-editor.tsx';
import { PointsField } from './points-field.tsx';
import { RegionFields } from './region-fields.tsx';
import { RemoveButtons, SeriesChoice, ShapeDescription } from './shape-description.tsx';
import { ShapeTrialText } from './shape-trial.tsx';

interface PanelProps extends PanelState {
  readonly store: DrawingStore<'image'>;
  readonly camera: Camera;
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
      <ShapeDescription store={store} shape={subject} tells={tells} />
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
      {shape.from !== null && !entityAsDrawn(camera, shape) && (
        <SeriesChoice store={store} isNewSeries={shape.isNewSeries} />
      )}
      <RemoveButtons store={store} shape={shape} />
    </>
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
