import { useComputed, type ReadonlySignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { CountedCamera } from '../../../core/site/counted-camera.ts';
import { peopleOnFloor } from '../../../core/site/floor-shapes.ts';
import type { FloorPlan } from '../../../core/site/site.ts';
import { useApp, useText } from '../../app-context.ts';
import { drawnFloor, onPlan, zonesOnPlan } from '../../canvas/plan-on-stage.ts';
import { Stage } from '../../widgets/stage.tsx';
import { dotsOf } from '../../widgets/dots.ts';
import styles from './stage-panel.module.css';
import { useCrowd } from './use-crowd.ts';

/** The store from above, with everything that its calibrated cameras count on the floor. */
export function LivePlan({
  plan,
  cameras,
  switchedOn,
}: {
  readonly plan: FloorPlan;
  readonly cameras: readonly CountedCamera[];
  readonly switchedOn: ReadonlySignal<boolean>;
}): JSX.Element {
  const { counting } = useApp();
  const { m } = useText();
  const site = counting.site.value;
  const drawn = useMemo(() => drawnFloor(plan), [plan]);
  const zones = useMemo(() => zonesOnPlan(site, plan), [site, plan]);
  const people = useComputed(() =>
    cameras
      .flatMap((camera) =>
        peopleOnFloor(
          dotsOf({
            people: counting.live.peopleOf(camera.id),
            demo: camera.source.kind === 'demo',
            switchedOn: switchedOn.value,
          }),
          camera,
        ),
      )
      .map((person) => onPlan(plan, person)),
  );
  const count = useComputed(() => people.value.length);
  const crowd = useCrowd();
  const isDemo = counting.mode.value === 'demo';
  return (
    <>
      <Stage
        plan={drawn}
        lines={[]}
        zones={zones}
        region={null}
        people={people}
        crowd={crowd}
        label={count.value > 0 ? m.plan.planLabel(count.value) : m.plan.planLabelHidden}
      />
      {!isDemo && (
        <p class={styles.hint}>
          {switchedOn.value && count.value === 0 ? m.live.dotsWaiting : m.live.dotsHint}
        </p>
      )}
    </>
  );
}
