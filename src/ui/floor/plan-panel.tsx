import type { Signal } from '@preact/signals';
import type { JSX } from 'preact';
import { floorMapsOf } from '../../core/calibration/floor-marks.ts';
import { shareInView } from '../../core/calibration/floor-zone.ts';
import { isBox, type DraftShape } from '../../core/drawing/draft-shape.ts';
import { faultOf } from '../../core/drawing/shape-faults.ts';
import type { FloorPoint } from '../../core/geometry/point.ts';
import { LEAST_IN_VIEW, PLAN_SIZE_M } from '../../core/site/floor-fields.ts';
import type { Camera, FloorZone } from '../../core/site/site.ts';
import type { DrawingStore } from '../../state/drawing-store.ts';
import { parseSize, SIZE_FIELDS, type PlanSize, type SizeText } from '../../state/floor-input.ts';
import { useText } from '../app-context.ts';
import type { PanelState } from '../drawing/drawing-editor.tsx';
import { RemoveButtons, SeriesChoice, ShapeDescription } from '../drawing/shape-description.tsx';
import layout from '../styles/layout.module.css';
import { SelectField, TextField } from '../widgets/text-field.tsx';
import { BoxFields, CornersField } from './plan-fields.tsx';
import styles from '../drawing/scene-editor.module.css';

/** The size of the plan: it sets the scale of everything that is drawn. */
export function SizeFields({ text }: { readonly text: Signal<SizeText> }): JSX.Element {
  const { m } = useText();
  const read = parseSize(text.value);
  return (
    <>
      <h3 class={layout.heading}>{m.floor.size}</h3>
      <div class={styles.edges}>
        {SIZE_FIELDS.map((field) => (
          <TextField
            key={field}
            width="narrow"
            label={m.floor[field]}
            value={text.value[field]}
            onInput={(value) => (text.value = { ...text.value, [field]: value })}
            error={
              !read.ok && read.field === field
                ? m.floor.sizeInvalid(PLAN_SIZE_M.least, PLAN_SIZE_M.most)
                : null
            }
          />
        ))}
      </div>
    </>
  );
}

interface PanelProps extends PanelState {
  readonly store: DrawingStore<'floor'>;
  readonly size: PlanSize;
  /** The cameras whose floor is calibrated. */
  readonly owners: readonly Camera[];
  /** The zones as they are saved. */
  readonly before: readonly FloorZone[];
}

/** What is selected on the plan, or is being drawn, in words and metres. */
export function PlanPanel({ store, size, owners, before, tells, onError }: PanelProps): JSX.Element {
  const { m } = useText();
  const making = store.making.value;
  const shape = store.selected.value;
  const subject = making ? { ...making.template, points: making.points } : shape;
  if (!subject) return <p class={layout.prose}>{m.drawing.nothingSelected}</p>;
  const { form, points } = subject;
  const onPoints = (typed: readonly FloorPoint[]): void => store.setPoints(typed);
  const fields = { points, size, tells, onPoints, onError };
  return (
    <>
      <h3 class={layout.heading}>
        {making ? m.drawing.newShape(m.drawing.forms[form]) : m.drawing.forms[form]}
      </h3>
      <ShapeDescription store={store} shape={subject} tells={tells} />
      {form === 'zone' && <OwnerField store={store} owner={subject.owner} owners={owners} />}
      {isBox(form) ? (
        <BoxFields key="points" {...fields} />
      ) : (
        <CornersField key="points" form={form} {...fields} />
      )}
      {shape && <AboutShape store={store} shape={shape} owners={owners} before={before} />}
    </>
  );
}

function OwnerField({
  store,
  owner,
  owners,
}: Pick<PanelProps, 'store' | 'owners'> & { readonly owner: number | null }): JSX.Element {
  const { m } = useText();
  return (
    <SelectField
      label={m.floor.owner}
      hint={m.floor.ownerHint}
      value={String(owner)}
      options={owners.map(({ id, name }) => ({ value: String(id), label: name }))}
      onChange={(value) => store.describe({ owner: Number(value) })}
    />
  );
}

/** What is wrong with a shape or how much of it is seen, and what can be done with it. */
function AboutShape({
  store,
  shape,
  owners,
  before,
}: Pick<PanelProps, 'store' | 'owners' | 'before'> & { readonly shape: DraftShape<'floor'> }): JSX.Element {
  const { m } = useText();
  const fault = faultOf(shape, store.sheet);
  const isTold = fault === 'no-name' || fault === 'name-long';
  const saved = before.find(({ id }) => id === shape.from);
  const isMoved = saved && (saved.polygon !== shape.points || saved.owner !== shape.owner);
  return (
    <>
      {fault && !isTold && (
        <p role="alert">
          {fault === 'too-small' && shape.form !== 'zone' ? m.floor.tooSmall : m.drawing.faults[fault]}
        </p>
      )}
      {shape.form === 'zone' && (
        <InView corners={shape.points} owner={owners.find(({ id }) => id === shape.owner)} />
      )}
      {isMoved && <SeriesChoice store={store} isNewSeries={shape.isNewSeries} />}
      <RemoveButtons store={store} shape={shape} />
    </>
  );
}

/** How much of the zone its camera sees, where that is not all of it. */
function InView({
  corners,
  owner,
}: {
  readonly corners: readonly FloorPoint[];
  readonly owner: Camera | undefined;
}): JSX.Element | null {
  const { m, f } = useText();
  if (!owner?.calibration) return null;
  const share = shareInView(corners, floorMapsOf(owner.calibration, 1));
  if (!(share < 1 - 1e-6)) return null;
  return (
    <p class={layout.prose} role="status">
      {share < LEAST_IN_VIEW ? m.floor.outOfView : m.floor.inView(f.percent(share))}
    </p>
  );
}
