import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { countedCameras } from '../../../core/site/counted-camera.ts';
import { useApp, useText } from '../../app-context.ts';
import layout from '../../styles/layout.module.css';
import { Button, ButtonLink } from '../../widgets/button.tsx';
import { OriginNotice } from '../../widgets/origin-notice.tsx';
import { CameraForm } from '../../add-camera/camera-form.tsx';
import { CameraSection } from './camera-section.tsx';
import styles from './cameras-view.module.css';
import { UndoBar } from './undo-bar.tsx';
import { FloorSection } from '../../floor/floor-section.tsx';

/** カメラと売場: which cameras count, and what each of them counts. */
export function CamerasView(): JSX.Element {
  const { counting, router, site } = useApp();
  const { m } = useText();
  const adding = useSignal(false);
  const cameras = site.site.value.cameras;
  if (counting.state.value.kind === 'elsewhere') {
    return (
      <>
        <h1 class={layout.title}>{m.cameras.title}</h1>
        <p class={layout.empty}>{m.cameras.elsewhere}</p>
      </>
    );
  }
  return (
    <>
      <div class={layout.spread}>
        <h1 class={layout.title}>{m.cameras.title}</h1>
        <div class={layout.row}>
          <ButtonLink href={router.hrefOf('setup')}>{m.setup.title}</ButtonLink>
          <StartStop />
          <Button kind={adding.value ? 'plain' : 'primary'} onClick={() => (adding.value = !adding.value)}>
            {m.cameras.add}
          </Button>
        </div>
      </div>
      <UndoBar />
      <OriginNotice />
      {adding.value && <CameraForm level={2} close={() => (adding.value = false)} />}
      {cameras.length === 0 && !adding.value && (
        <div class={layout.empty}>
          <h2 class={layout.heading}>{m.cameras.empty}</h2>
          <p class={layout.prose}>{m.cameras.emptyHint}</p>
        </div>
      )}
      <div class={styles.list}>
        {countedCameras(counting.site.value).map((camera) => (
          <CameraSection key={camera.id} camera={camera} />
        ))}
      </div>
      <FloorSection />
    </>
  );
}

function StartStop(): JSX.Element | null {
  const { counting } = useApp();
  const { m } = useText();
  const { kind } = counting.state.value;
  if (kind === 'running') return <Button onClick={() => void counting.halt()}>{m.live.stop}</Button>;
  if (kind === 'starting') return null;
  return <Button onClick={() => void counting.start()}>{m.live.start}</Button>;
}
