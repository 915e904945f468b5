import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { SetupStep } from '../../../core/site/setup-steps.ts';
import type { Camera } from '../../../core/site/site.ts';
import { CameraForm } from '../../add-camera/camera-form.tsx';
import { useApp, useText } from '../../app-context.ts';
import { SceneEditor, type EditorStart } from '../../drawing/scene-editor.tsx';
import { FloorSection } from '../../floor/floor-section.tsx';
import layout from '../../styles/layout.module.css';
import { Button, ButtonLink } from '../../widgets/button.tsx';
import { Segmented } from '../../widgets/segmented.tsx';
import { StoreForm } from '../../widgets/store-form.tsx';

interface StepProps {
  readonly go: (to: SetupStep) => void;
}

/** What is to be done at a step: the forms that the views have as well, or the way to them. */
export function SetupStepBody({ step, go }: StepProps & { readonly step: SetupStep }): JSX.Element {
  const { site } = useApp();
  switch (step) {
    case 'store':
      return <StoreForm store={site.site.value.store} isTitled={false} />;
    case 'camera':
      return <CameraStep />;
    case 'region':
      return <DrawStep go={go} summary={RegionSummary} start={regionStart} />;
    case 'scene':
      return <DrawStep go={go} summary={SceneSummary} start={sceneStart} />;
    case 'floor':
      return <FloorStep go={go} />;
    case 'accuracy':
      return <AccuracyStep go={go} />;
    case 'start':
      return <StartStep />;
  }
}

function LinkRow({ href, children }: { readonly href: string; readonly children: string }): JSX.Element {
  return (
    <div class={layout.row}>
      <ButtonLink href={href}>{children}</ButtonLink>
    </div>
  );
}

function CameraStep(): JSX.Element {
  const { site } = useApp();
  const { m } = useText();
  const { cameras } = site.site.value;
  const adding = useSignal(cameras.length === 0);
  const names = cameras.map(({ name }) => name).join(m.figures.listSeparator);
  return (
    <>
      {cameras.length > 0 && <p>{m.setup.camerasSoFar(names)}</p>}
      {adding.value ? (
        <CameraForm close={() => (adding.value = false)} />
      ) : (
        <div class={layout.row}>
          <Button onClick={() => (adding.value = true)}>
            {cameras.length > 0 ? m.setup.addAnother : m.setup.toCamera}
          </Button>
        </div>
      )}
    </>
  );
}

const regionStart = (): EditorStart => ({ kind: 'region' });
const sceneStart = ({ lines, zones }: Camera): EditorStart => ({
  kind: lines.length + zones.length === 0 ? 'add-line' : 'look',
});

function DrawStep({
  go,
  summary: Summary,
  start,
}: StepProps & {
  readonly summary: (props: { readonly camera: Camera }) => JSX.Element;
  readonly start: (camera: Camera) => EditorStart;
}): JSX.Element {
  const { site } = useApp();
  const { m } = useText();
  const chosen = useSignal<number | null>(null);
  const drawing = useSignal(false);
  const { cameras } = site.site.value;
  const camera = cameras.find(({ id }) => id === chosen.value) ?? cameras[0];
  if (!camera) return <NeedsCamera go={go} />;
  return (
    <>
      {cameras.length > 1 && !drawing.value && (
        <Segmented
          legend={m.setup.chooseCamera}
          options={cameras.map(({ id, name }) => ({ value: id, label: name }))}
          value={camera.id}
          onChange={(id) => (chosen.value = id)}
        />
      )}
      <Summary camera={camera} />
      {drawing.value ? (
        <SceneEditor camera={camera} start={start(camera)} close={() => (drawing.value = false)} />
      ) : (
        <div class={layout.row}>
          <Button kind="primary" label={m.drawing.drawOf(camera.name)} onClick={() => (drawing.value = true)}>
            {m.drawing.draw}
          </Button>
        </div>
      )}
    </>
  );
}

function NeedsCamera({ go }: StepProps): JSX.Element {
  const { m } = useText();
  return (
    <>
      <p>{m.setup.needsCamera}</p>
      <div class={layout.row}>
        <Button onClick={() => go('camera')}>{m.setup.toCamera}</Button>
      </div>
    </>
  );
}

/** The plan here; marks with the picture of their camera. */
function FloorStep({ go }: StepProps): JSX.Element {
  const { router, site } = useApp();
  const { m } = useText();
  if (site.site.value.cameras.length === 0) return <NeedsCamera go={go} />;
  return (
    <>
      <FloorSection />
      <LinkRow href={router.hrefOf('cameras')}>{m.setup.toFloor}</LinkRow>
    </>
  );
}

function RegionSummary({ camera: { region, masks } }: { readonly camera: Camera }): JSX.Element {
  const { m } = useText();
  return <p>{m.setup.ranged(region ? m.setup.rangePart : m.setup.rangeWhole, masks.length)}</p>;
}

function SceneSummary({ camera: { lines, zones } }: { readonly camera: Camera }): JSX.Element {
  const { m } = useText();
  return <p>{m.setup.drawn(m.cameras.lines(lines.length), m.cameras.zones(zones.length))}</p>;
}

function AccuracyStep({ go }: StepProps): JSX.Element {
  const { router, site } = useApp();
  const { m } = useText();
  if (site.site.value.cameras.some(({ lines }) => lines.length > 0)) {
    return <LinkRow href={router.hrefOf('accuracy')}>{m.setup.toAccuracy}</LinkRow>;
  }
  return (
    <>
      <p>{m.setup.needsLine}</p>
      <div class={layout.row}>
        <Button onClick={() => go('scene')}>{m.setup.toScene}</Button>
      </div>
    </>
  );
}

function StartStep(): JSX.Element {
  const { counting, router } = useApp();
  const { m } = useText();
  const { kind } = counting.state.value;
  return (
    <div class={layout.row}>
      {kind === 'running' && <p role="status">{m.setup.counting}</p>}
      {kind !== 'running' && kind !== 'starting' && (
        <Button kind="primary" onClick={() => void counting.start()}>
          {m.live.start}
        </Button>
      )}
      <ButtonLink kind={kind === 'running' ? 'primary' : 'plain'} href={router.hrefOf('live')}>
        {m.setup.toLive}
      </ButtonLink>
    </div>
  );
}
