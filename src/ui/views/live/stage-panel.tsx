import { useComputed, useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { countedCameras, planInUse, zonesOf, type CountedCamera } from '../../../core/site/counted-camera.ts';
import type { FloorPlan, Site } from '../../../core/site/site.ts';
import { useApp, useText } from '../../app-context.ts';
import layout from '../../styles/layout.module.css';
import { Segmented } from '../../widgets/segmented.tsx';
import { Switch } from '../../widgets/switch.tsx';
import { CameraStage } from './camera-stage.tsx';
import { CrowdLegend } from './crowd-legend.tsx';
import { LivePlan } from './live-plan.tsx';

/** No camera has this id: the plan is chosen. */
const PLAN = 0;

/** The floor, as the plan or as a camera sees it: zones by how full they are and, where allowed, people as dots. */
export function StagePanel(): JSX.Element {
  const { counting } = useApp();
  const { m } = useText();
  const chosen = useSignal<number | null>(null);
  const switchedOn = useSignal(false);
  const places = useComputed(() => placesOf(counting.site.value));
  const { cameras, plan } = places.value;
  const [first] = cameras;
  if (!first) {
    return (
      <section class={layout.empty}>
        <h2 class={layout.title}>{m.live.noCamera}</h2>
        <p class={layout.prose}>{m.live.noCameraHint}</p>
      </section>
    );
  }
  const demo = first.source.kind === 'demo';
  const camera = cameras.find(({ id }) => id === chosen.value) ?? first;
  // One camera shows the store as people know it; of several only the plan shows it whole.
  const isPlan = plan !== null && (chosen.value === PLAN || (chosen.value === null && cameras.length > 1));
  const options = [
    ...(plan ? [{ value: PLAN, label: m.plan.plan }] : []),
    ...cameras.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <section aria-label={m.live.stage}>
      <div class={layout.spread}>
        <h2 class={layout.heading}>{m.live.stage}</h2>
        {options.length > 1 && (
          <Segmented
            legend={m.plan.choose}
            options={options}
            value={isPlan ? PLAN : camera.id}
            onChange={(id) => (chosen.value = id)}
          />
        )}
        {!demo && (
          <Switch label={m.live.dots} checked={switchedOn.value} onChange={(on) => (switchedOn.value = on)} />
        )}
      </div>
      {isPlan ? (
        <LivePlan plan={plan} cameras={cameras} switchedOn={switchedOn} />
      ) : (
        <CameraStage key={camera.id} camera={camera} switchedOn={switchedOn} />
      )}
      {cameras.some((each) => zonesOf(each).length > 0) && <CrowdLegend />}
    </section>
  );
}

/** The cameras in use, and the plan where something is known to lie on it. */
function placesOf(site: Site): {
  readonly cameras: readonly CountedCamera[];
  readonly plan: FloorPlan | null;
} {
  const cameras = countedCameras(site).filter(({ paused }) => !paused);
  return { cameras, plan: planInUse(site) };
}
