import { useSignal, type Signal } from '@preact/signals';
import type { JSX } from 'preact';
import type { CountedCamera } from '../../../core/site/counted-camera.ts';
import type { Camera } from '../../../core/site/site.ts';
import { useApp, useText } from '../../app-context.ts';
import { SceneEditor } from '../../drawing/scene-editor.tsx';
import layout from '../../styles/layout.module.css';
import { Button } from '../../widgets/button.tsx';
import { PreviewBackdrop } from '../../widgets/preview-backdrop.tsx';
import { PreviewControls } from '../../widgets/preview-controls.tsx';
import { paceText } from '../../widgets/pace-text.ts';
import { CameraForm } from '../../add-camera/camera-form.tsx';
import { AccessForm } from './access-form.tsx';
import { CameraCheckPanel } from '../../add-camera/add-camera-check.tsx';
import styles from './camera-section.module.css';
import type { CameraTask } from './camera-task.ts';
import { EntityList } from './entity-list.tsx';
import { MarksEditor } from '../../floor/marks-editor.tsx';
import { ScenePreview } from '../../floor/scene-preview.tsx';
import { MarksRow } from './marks-row.tsx';
import { RegionRow } from './region-row.tsx';
import { RenameForm } from './rename-form.tsx';
import { SceneImport } from './scene-import.tsx';

/** One camera: its state, what can be done with it, and what it counts. */
export function CameraSection({ camera }: { readonly camera: CountedCamera }): JSX.Element {
  const { counting } = useApp();
  const { m, f } = useText();
  const task = useSignal<CameraTask>(null);
  const demo = camera.source.kind === 'demo';
  const status = counting.cameras.value.find((other) => other.camera.id === camera.id);
  const phase = camera.paused ? 'stopped' : (status?.phase ?? null);
  return (
    <section class={layout.part} aria-label={camera.name}>
      <div class={layout.spread}>
        <div>
          <h2 class={layout.name}>{camera.name}</h2>
          <p class={styles.source}>
            {phase !== null && (
              <span class={styles.phase} data-phase={phase}>
                {m.phases[phase]}
              </span>
            )}
            {phase === 'live' && status && <span>{paceText(status, { m, f })}</span>}
            <span class={styles.address}>{sourceText(camera, m.cameras)}</span>
          </p>
        </div>
        {!demo && <CameraActions camera={camera} task={task} />}
      </div>
      {task.value?.kind === 'rename' && <RenameForm camera={camera} close={() => (task.value = null)} />}
      {task.value?.kind === 'connection' && <CameraForm camera={camera} close={() => (task.value = null)} />}
      {task.value?.kind === 'access' && <AccessForm camera={camera} close={() => (task.value = null)} />}
      {task.value?.kind === 'check' && <SavedCameraCheck camera={camera} close={() => (task.value = null)} />}
      {task.value?.kind === 'draw' && (
        <SceneEditor camera={camera} start={task.value.start} close={() => (task.value = null)} />
      )}
      {task.value?.kind === 'marks' && <MarksEditor camera={camera} close={() => (task.value = null)} />}
      {task.value?.kind !== 'draw' && task.value?.kind !== 'marks' && (
        <div class={layout.beside}>
          <div class={styles.pictures}>
            <ScenePreview camera={camera} />
            <PreviewBackdrop camera={camera.id} name={camera.name} />
            <PreviewControls camera={camera.id} name={camera.name} />
          </div>
          <div class={layout.stack}>
            <EntityList camera={camera} task={task} />
            {!demo && <RegionRow camera={camera} task={task} />}
            <MarksRow camera={camera} task={task} />
            {!demo && <SceneTask camera={camera} task={task} />}
          </div>
        </div>
      )}
    </section>
  );
}

function SavedCameraCheck({
  camera: { id, source },
  close,
}: {
  readonly camera: Camera;
  readonly close: () => void;
}): JSX.Element | null {
  if (source.kind === 'demo') return null;
  return <CameraCheckPanel camera={{ kind: source.kind, source, access: id }} close={close} />;
}

function CameraActions({
  camera,
  task,
}: {
  readonly camera: Camera;
  readonly task: Signal<CameraTask>;
}): JSX.Element {
  const { site } = useApp();
  const { m } = useText();
  return (
    <div class={layout.row}>
      <Button onClick={() => void site.pauseCamera(camera.id, !camera.paused)}>
        {camera.paused ? m.cameras.resume : m.cameras.pause}
      </Button>
      <Button label={m.addCamera.checkOf(camera.name)} onClick={() => (task.value = { kind: 'check' })}>
        {m.addCamera.check}
      </Button>
      <Button onClick={() => (task.value = { kind: 'rename' })}>{m.cameras.rename}</Button>
      <Button onClick={() => (task.value = { kind: 'connection' })}>{m.cameras.setConnection}</Button>
      {camera.source.kind === 'whep' && (
        <Button onClick={() => (task.value = { kind: 'access' })}>{m.cameras.setAccess}</Button>
      )}
      <Button kind="quiet" onClick={() => void site.deleteCamera(camera.id)}>
        {m.cameras.remove}
      </Button>
    </div>
  );
}

function SceneTask({
  camera,
  task,
}: {
  readonly camera: CountedCamera;
  readonly task: Signal<CameraTask>;
}): JSX.Element {
  const { m } = useText();
  switch (task.value?.kind) {
    case 'import':
      return <SceneImport camera={camera} close={() => (task.value = null)} />;
    case 'marks':
    case 'rename':
    case 'connection':
    case 'access':
    case 'check':
    case 'draw':
    case undefined:
      return (
        <div class={layout.row}>
          <Button onClick={() => (task.value = { kind: 'draw', start: { kind: 'add-line' } })}>
            {m.cameras.addLine}
          </Button>
          <Button onClick={() => (task.value = { kind: 'draw', start: { kind: 'add-zone' } })}>
            {m.cameras.addZone}
          </Button>
          <Button
            label={m.drawing.drawOf(camera.name)}
            onClick={() => (task.value = { kind: 'draw', start: { kind: 'look' } })}
          >
            {m.drawing.draw}
          </Button>
          <Button onClick={() => (task.value = { kind: 'import' })}>{m.cameras.importScene}</Button>
        </div>
      );
  }
}

function sourceText(
  { source }: Camera,
  words: { readonly demoCamera: string; readonly sourceUsb: string },
): string {
  switch (source.kind) {
    case 'demo':
      return words.demoCamera;
    case 'usb':
      return words.sourceUsb;
    case 'whep':
      return source.url;
  }
}
