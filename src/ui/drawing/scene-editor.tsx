import { useComputed, useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { drawingOf, sceneOfDrawing } from '../../core/drawing/scene-drawing.ts';
import { pictureSheet } from '../../core/drawing/sheet.ts';
import type { Camera, Line, Zone } from '../../core/site/site.ts';
import { createDrawingStore, type DrawingStore } from '../../state/drawing-store.ts';
import { useApp, useText } from '../app-context.ts';
import { EMPTY_FLOOR } from '../canvas/floor-plan.ts';
import { dotsOf } from '../widgets/dots.ts';
import { PreviewBackdrop } from '../widgets/preview-backdrop.tsx';
import { PreviewControls } from '../widgets/preview-controls.tsx';
import { Stage } from '../widgets/stage.tsx';
import { Switch } from '../widgets/switch.tsx';
import { DrawingEditor } from './drawing-editor.tsx';
import { DrawingStage } from './drawing-stage.tsx';
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
  const { site } = useApp();
  const { m } = useText();
  const [store] = useState(() => openDrawing(camera, start));
  return (
    <DrawingEditor
      store={store}
      label={m.drawing.editor(camera.name)}
      hint={m.drawing.hint}
      toolbar={<SceneToolbar store={store} />}
      stage={<SceneStage store={store} camera={camera} />}
      panel={(state) => <ShapePanel store={store} camera={camera} {...state} />}
      save={() => site.setScene(camera.id, sceneOfDrawing(store.drawing.value, camera))}
      close={close}
    />
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
    <>
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
    </>
  );
}
