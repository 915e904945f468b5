import { useComputed, type ReadonlySignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { CountedCamera } from '../../../core/site/counted-camera.ts';
import { peopleOnFloor } from '../../../core/site/floor-shapes.ts';
import type { FloorPlan } from '../../../core/site/site.ts';
import { useApp, useText } from '../../app-context.ts';
import { dotsOf } from '../../widgets/dots.ts';
import { PlanNow } from '../../widgets/plan-now.tsx';
import styles from './stage-panel.module.css';

/** The plan with the people of now as dots, where they are switched on and there are enough of them. */
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
  const people = useComputed(() =>
    cameras.flatMap((camera) =>
      peopleOnFloor(
        dotsOf({
          people: counting.live.peopleOf(camera.id),
          demo: camera.source.kind === 'demo',
          switchedOn: switchedOn.value,
        }),
        camera,
      ),
    ),
  );
  const isEmpty = useComputed(() => people.value.length === 0);
  const isDemo = counting.mode.value === 'demo';
  return (
    <>
      <PlanNow plan={plan} people={people} />
      {!isDemo && (
        <p class={styles.hint}>{switchedOn.value && isEmpty.value ? m.live.dotsWaiting : m.live.dotsHint}</p>
      )}
    </>
  );
}
