import { useComputed, useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { drawingOf, sceneOfDrawing } from '../../core/drawing/scene-drawing.ts';
import { pictureSheet } from '../../core/drawing/sheet.ts';
import type { Problem } from '../../core/result.ts';
import type { Camera, Line, Zone } from '../../core/site/site.ts';
import { createDrawingStore, type DrawingStore } from '../../state/drawing-store.ts';
import { useApp, useText } from '../app-context.ts';
import { EMPTY_FLOOR } from '../canvas/floor-plan.ts';
import layout from '../styles/layout.module.css';
import { Button } from '../widgets/button.tsx';
import { dotsOf } from '../widgets/dots.ts';
import { PreviewBackdrop } from '../widgets/preview-backdrop.tsx';
import { PreviewControls } from '../widgets/preview-controls.tsx';
import { ProblemSentences } from '../widgets/problem-sentences.tsx';
import { Stage } from '../widgets/stage.tsx';
import { Switch } from '../widgets/switch.tsx';
import { handleUndoKey } from './drawing-keys.ts';
import { DrawingStage } from './drawing-stage.tsx';
import { makingHint, nameOfShape } from './drawing-words.ts';
import { editRegion, SceneToolbar, TEMPLATES } from './scene-toolbar.tsx';
import { ShapePanel } from './shape-panel.tsx';
import styles from './scene-editor.module.css';

/** With what the editor opens. */
export type EditorStart =
  | { readonly kind: 'look' | 'add-line' | 'add-zone' | 'region' }
  /** A line or zone of the settings, as it is or moved to a better place. */
  | { readonly kind: 'edit'; readonly entity: Line | Zone };

/** Everything that a camera counts, drawn by mouse, finger, keyboard or numbers. Nothing counts it until it is saved. */
export function SceneEditor({
  camera,
  start,
  close,
}: {
  readonly camera: Camera;
  readonly start: EditorStart;
  readonly close: () => void;
}): JSX.Element {
  const text = useText();
  const { m } = text;
  const [store] = useState(() => openDrawing(camera, start));
  const tells = useSignal(false);
  const isTextWrong = useSignal(false);
  useEffect(() => store.selection.subscribe(() => (isTextWrong.value = false)), [store, isTextWrong]);
  const making = store.making.value;
  return (
    <section
      class={styles.editor}
      aria-label={m.drawing.editor(camera.name)}
      onKeyDown={(event) => handleUndoKey(store, event)}
    >
      <SceneToolbar store={store} />
      <p class={layout.prose}>{making ? makingHint(making.template.form, text) : m.drawing.hint}</p>
      <div class={styles.work}>
        <SceneStage store={store} camera={camera} />
        <div class={styles.panel}>
          <ShapePanel
            store={store}
            camera={camera}
            tells={tells.value}
            onError={(isWrong) => (isTextWrong.value = isWrong)}
          />
          <SaveBar
            store={store}
            camera={camera}
            isTextWrong={() => isTextWrong.value}
            tried={() => (tells.value = true)}
            close={close}
          />
        </div>
      </div>
    </section>
  );
}

function openDrawing(camera: Camera, start: EditorStart): DrawingStore<'image'> {
  const drawing = drawingOf(camera);
  const store = createDrawingStore(drawing, pictureSheet(EMPTY_FLOOR.aspect));
  if (start.kind === 'add-line') store.begin(TEMPLATES.line);
  if (start.kind === 'add-zone') store.begin(TEMPLATES.zone);
  if (start.kind === 'region') editRegion(store);
  if (start.kind === 'edit') {
    const { entity } = start;
    const points = 'points' in entity ? entity.points : entity.polygon;
    const shape = drawing.shapes.find(({ from }) => from === entity.id);
    store.select(shape ? { key: shape.key, index: null } : null);
    if (shape && JSON.stringify(shape.points) !== JSON.stringify(points)) store.setPoints(points);
  }
  return store;
}

/** The drawing over the camera's floor, with the people of now as dots where they may be shown. */
function SceneStage({
  store,
  camera,
}: {
  readonly store: DrawingStore<'image'>;
  readonly camera: Camera;
}): JSX.Element {
  const { counting } = useApp();
  const { m } = useText();
  const switchedOn = useSignal(false);
  const people = useComputed(() =>
    dotsOf({ people: counting.live.peopleOf(camera.id), demo: false, switchedOn: switchedOn.value }),
  );
  return (
    <div class={styles.drawn}>
      <DrawingStage store={store} label={m.drawing.stage(camera.name)}>
        <Stage
          plan={EMPTY_FLOOR}
          lines={[]}
          zones={[]}
          region={null}
          people={people}
          label={m.live.stageLabelHidden(camera.name)}
        />
        <PreviewBackdrop camera={camera.id} name={camera.name} over />
      </DrawingStage>
      <PreviewControls camera={camera.id} name={camera.name} />
      <Switch label={m.live.dots} checked={switchedOn.value} onChange={(on) => (switchedOn.value = on)} />
      <p class={styles.keys}>
        {switchedOn.value && people.value.length === 0 ? `${m.live.dotsWaiting} ` : ''}
        {m.drawing.keys}
      </p>
    </div>
  );
}

function SaveBar({
  store,
  camera,
  isTextWrong,
  tried,
  close,
}: {
  readonly store: DrawingStore<'image'>;
  readonly camera: Camera;
  readonly isTextWrong: () => boolean;
  /** From now on it is said what is wrong. */
  readonly tried: () => void;
  readonly close: () => void;
}): JSX.Element {
  const { site } = useApp();
  const text = useText();
  const { m } = text;
  const problem = useSignal<Problem | null>(null);
  const wasTried = useSignal(false);
  const faulty = store.faults.value.flatMap(
    ({ key }) => store.drawing.value.shapes.find((shape) => shape.key === key) ?? [],
  );
  const elsewhere = faulty.filter(({ key }) => key !== store.selection.value?.key);
  const save = async (): Promise<void> => {
    tried();
    wasTried.value = true;
    if (isTextWrong()) return;
    store.finish();
    const [first] = store.faults.value;
    if (first) store.select({ key: first.key, index: null });
    if (first || store.making.value) return;
    const saved = await site.setScene(camera.id, sceneOfDrawing(store.drawing.value, camera));
    if (saved.ok) close();
    else problem.value = saved.problem;
  };
  return (
    <>
      {wasTried.value && elsewhere.length > 0 && (
        <p role="status">
          {m.drawing.faultsLeft(
            elsewhere.map((shape) => nameOfShape(shape, text)).join(m.figures.listSeparator),
          )}
        </p>
      )}
      {problem.value && (
        <div role="alert">
          <ProblemSentences problem={problem.value} />
        </div>
      )}
      <div class={layout.row}>
        <Button kind="primary" onClick={() => void save()}>
          {m.drawing.save}
        </Button>
        <Button kind="quiet" onClick={close}>
          {store.isChanged.value ? m.drawing.discard : m.drawing.close}
        </Button>
      </div>
    </>
  );
}
