import { useComputed, useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { countedCameras } from '../../../core/site/counted-camera.ts';
import { floorZonesInPicture } from '../../../core/site/floor-shapes.ts';
import { useApp, useText } from '../../app-context.ts';
import { EMPTY_FLOOR } from '../../canvas/floor-plan.ts';
import layout from '../../styles/layout.module.css';
import { Stage } from '../../widgets/stage.tsx';
import { Segmented } from '../../widgets/segmented.tsx';
import { Switch } from '../../widgets/switch.tsx';
import { dotsOf } from './dots.ts';
import styles from './stage-panel.module.css';

/** The floor of one camera: lines, zones and, where allowed, people as dots. Never a picture. */
export function StagePanel(): JSX.Element | null {
  const { counting, demoFloor } = useApp();
  const { m } = useText();
  const chosen = useSignal<number | null>(null);
  const switchedOn = useSignal(false);
  const shown = useComputed(() => countedCameras(counting.site.value).filter(({ paused }) => !paused));
  const current = useComputed(
    () => shown.value.find(({ id }) => id === chosen.value) ?? shown.value[0] ?? null,
  );
  const people = useComputed(() => {
    if (!current.value) return [];
    return dotsOf({
      people: counting.live.peopleOf(current.value.id),
      demo: current.value.source.kind === 'demo',
      switchedOn: switchedOn.value,
    });
  });
  const count = useComputed(() => people.value.length);
  const zones = useComputed(() =>
    current.value ? [...current.value.zones, ...floorZonesInPicture(current.value)] : [],
  );
  const camera = current.value;
  const cameras = shown.value;
  if (!camera) {
    return (
      <section class={layout.empty}>
        <h2 class={layout.title}>{m.live.noCamera}</h2>
        <p class={layout.prose}>{m.live.noCameraHint}</p>
      </section>
    );
  }
  const demo = camera.source.kind === 'demo';
  const label =
    count.value > 0 ? m.live.stageLabel(count.value, camera.name) : m.live.stageLabelHidden(camera.name);
  return (
    <section aria-label={m.live.stage}>
      <div class={layout.spread}>
        <h2 class={layout.heading}>{m.live.stage}</h2>
        {cameras.length > 1 && (
          <Segmented
            legend={m.live.chooseCamera}
            options={cameras.map(({ id, name }) => ({ value: id, label: name }))}
            value={camera.id}
            onChange={(id) => (chosen.value = id)}
          />
        )}
        {!demo && (
          <Switch label={m.live.dots} checked={switchedOn.value} onChange={(on) => (switchedOn.value = on)} />
        )}
      </div>
      <Stage
        plan={demo ? demoFloor : EMPTY_FLOOR}
        lines={camera.lines}
        zones={zones.value}
        region={camera.region}
        people={people}
        label={label}
      />
      {!demo && (
        <p class={styles.hint}>
          {switchedOn.value && count.value === 0 ? m.live.dotsWaiting : m.live.dotsHint}
        </p>
      )}
    </section>
  );
}
