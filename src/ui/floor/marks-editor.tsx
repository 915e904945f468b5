import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { MOST_PAIRS } from '../../core/calibration/floor-calibration.ts';
import { floorGrid } from '../../core/calibration/floor-grid.ts';
import { drawingOfPlan } from '../../core/drawing/plan-drawing.ts';
import { pictureSheet, planSheet } from '../../core/drawing/sheet.ts';
import { snapPoint } from '../../core/drawing/snap.ts';
import type { Point } from '../../core/geometry/point.ts';
import type { CountedCamera } from '../../core/site/counted-camera.ts';
import type { FloorPlan } from '../../core/site/site.ts';
import type { MarkSide, MarksInput } from '../../state/marks-input.ts';
import { createMarksStore, type MarksStore } from '../../state/marks-store.ts';
import { useApp, useText } from '../app-context.ts';
import { EMPTY_FLOOR } from '../canvas/floor-plan.ts';
import { handleUndoKey } from '../drawing/drawing-keys.ts';
import layout from '../styles/layout.module.css';
import { Button } from '../widgets/button.tsx';
import { Form } from '../widgets/form.tsx';
import { PreviewBackdrop } from '../widgets/preview-backdrop.tsx';
import { PreviewControls } from '../widgets/preview-controls.tsx';
import { useSubmit } from '../widgets/use-submit.ts';
import { MarksSheet } from './marks-sheet.tsx';
import { MarksTable } from './marks-table.tsx';
import { MarksVerdict } from './marks-verdict.tsx';
import { PlanOfSite } from './plan-of-site.tsx';
import { ScenePreview } from './scene-preview.tsx';
import styles from './marks-editor.module.css';

/** 床の目印: the same places in the picture and on the plan, set on both by mouse, finger or keyboard, or as numbers. */
export function MarksEditor({
  camera,
  close,
}: {
  readonly camera: CountedCamera;
  readonly close: () => void;
}): JSX.Element {
  const { counting, site } = useApp();
  const { m } = useText();
  const [store] = useState(() => createMarksStore(camera.calibration));
  const typed = store.typed.value;
  const { tried, problem, submit } = useSubmit(
    () => (typed.ok ? site.setMarks(camera.id, typed.marks) : null),
    close,
  );
  const removal = useSubmit(() => site.setMarks(camera.id, null), close);
  const plan = counting.site.value.floor;
  const zones = camera.floorZones.map(({ name }) => name).join(m.figures.listSeparator);
  return (
    <section onKeyDown={(event) => handleUndoKey(store, event)}>
      <Form
        title={m.floor.marks}
        submitLabel={m.cameras.save}
        submit={submit}
        cancel={close}
        problem={problem ?? removal.problem}
      >
        <p class={layout.prose}>{m.floor.marksHint}</p>
        <MarksToolbar store={store} />
        <div class={styles.sides}>
          <div class={styles.side}>
            <NextMark store={store} side="image" />
            <PictureSide store={store} camera={camera} typed={typed} />
            <PreviewControls camera={camera.id} name={camera.name} />
          </div>
          <div class={styles.side}>
            {plan ? (
              <>
                <NextMark store={store} side="floor" />
                <PlanSide store={store} plan={plan} />
              </>
            ) : (
              <p class={layout.prose}>{m.floor.marksNoPlan}</p>
            )}
          </div>
        </div>
        <p class={layout.prose}>{m.floor.marksKeys}</p>
        <MarksTable store={store} typed={typed} tried={tried} />
        <MarksVerdict typed={typed} tried={tried} />
        <p class={layout.prose}>{m.floor.marksUse}</p>
        {camera.calibration && zones === '' && (
          <div class={layout.row}>
            <Button kind="quiet" onClick={() => void removal.submit()}>
              {m.floor.removeMarks}
            </Button>
          </div>
        )}
        {zones !== '' && <p class={layout.prose}>{m.floor.marksInUse(zones)}</p>}
      </Form>
    </section>
  );
}

function MarksToolbar({ store }: { readonly store: MarksStore }): JSX.Element {
  const { m } = useText();
  return (
    <div class={layout.row}>
      {store.rows.value.length < MOST_PAIRS && <Button onClick={() => store.add()}>{m.floor.addMark}</Button>}
      <Button kind="quiet" disabled={!store.canUndo.value} onClick={() => store.undo()}>
        {m.drawing.undo}
      </Button>
      <Button kind="quiet" disabled={!store.canRedo.value} onClick={() => store.redo()}>
        {m.drawing.redo}
      </Button>
    </div>
  );
}

/** Which mark a press sets here. */
function NextMark({ store, side }: { readonly store: MarksStore; readonly side: MarkSide }): JSX.Element {
  const { m } = useText();
  const next = store.next(side);
  return (
    <>
      <h4 class={styles.sideName}>{m.floor.sides[side]}</h4>
      <p class={styles.next} role="status">
        {next === null ? m.floor.allMarked : m.floor.nextMark[side](next + 1)}
      </p>
    </>
  );
}

function PictureSide({
  store,
  camera,
  typed,
}: {
  readonly store: MarksStore;
  readonly camera: CountedCamera;
  readonly typed: MarksInput;
}): JSX.Element {
  const { m } = useText();
  const [sheet] = useState(() => pictureSheet(EMPTY_FLOOR.aspect));
  // With the plan where the marks put it: whether they fit is seen at once.
  const seen = useMemo(() => ({ ...camera, calibration: typed.ok ? typed.marks : null }), [camera, typed]);
  const floor = useMemo(() => ({ grid: typed.ok ? floorGrid(typed.marks) : [], marks: [] }), [typed]);
  return (
    <MarksSheet store={store} side="image" sheet={sheet} label={m.floor.marksStage.image(camera.name)}>
      <ScenePreview camera={seen} floor={floor} />
      <PreviewBackdrop camera={camera.id} name={camera.name} over />
    </MarksSheet>
  );
}

/** Of the plan a mark comes to lie on corners, else on decimetres. */
const GRID_M = 0.1;
const SNAP_SHARE = 0.5;

function PlanSide({ store, plan }: { readonly store: MarksStore; readonly plan: FloorPlan }): JSX.Element {
  const { m } = useText();
  const sheet = useMemo(() => planSheet(plan), [plan]);
  const drawing = useMemo(() => drawingOfPlan(plan, []), [plan]);
  const snap = (at: Point<string>, reach: number): Point<string> =>
    snapPoint<string>(at, {
      drawing,
      sheet,
      reach: reach * SNAP_SHARE,
      grid: GRID_M,
      moved: { key: null, neighbours: [] },
    }).at;
  return (
    <MarksSheet store={store} side="floor" sheet={sheet} label={m.floor.marksStage.floor} snap={snap}>
      <PlanOfSite plan={plan} />
    </MarksSheet>
  );
}
