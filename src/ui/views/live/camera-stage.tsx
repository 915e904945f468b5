import { useComputed, type ReadonlySignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { CountedCamera } from '../../../core/site/counted-camera.ts';
import { floorZonesInPicture } from '../../../core/site/floor-shapes.ts';
import { useApp, useText } from '../../app-context.ts';
import { floorInPicture } from '../../canvas/plan-on-stage.ts';
import layout from '../../styles/layout.module.css';
import { ButtonLink } from '../../widgets/button.tsx';
import { Stage } from '../../widgets/stage.tsx';
import { dotsOf } from '../../widgets/dots.ts';
import { useCrowd } from '../../widgets/use-crowd.ts';
import styles from './stage-panel.module.css';

/** The floor as one camera sees it. Never a picture. Rendered anew (`key`) for another camera. */
export function CameraStage({
  camera,
  switchedOn,
}: {
  readonly camera: CountedCamera;
  readonly switchedOn: ReadonlySignal<boolean>;
}): JSX.Element {
  const { counting, demoFloor } = useApp();
  const { m } = useText();
  const demo = camera.source.kind === 'demo';
  const people = useComputed(() =>
    dotsOf({ people: counting.live.peopleOf(camera.id), demo, switchedOn: switchedOn.value }),
  );
  const count = useComputed(() => people.value.length);
  const zones = useMemo(() => [...camera.zones, ...floorZonesInPicture(camera)], [camera]);
  const plan = counting.site.value.floor;
  const floor = useMemo(() => floorInPicture(camera, { plan, demoFloor }), [camera, plan, demoFloor]);
  const crowd = useCrowd();
  const label =
    count.value > 0 ? m.live.stageLabel(count.value, camera.name) : m.live.stageLabelHidden(camera.name);
  const isBare = camera.lines.length === 0 && zones.length === 0;
  if (isBare && !demo && !switchedOn.value) return <NothingDrawn />;
  return (
    <>
      <Stage
        plan={floor}
        lines={camera.lines}
        zones={zones}
        region={camera.region}
        people={people}
        crowd={crowd}
        label={label}
      />
      {!demo && (
        <p class={styles.hint}>
          {switchedOn.value && count.value === 0 ? m.live.dotsWaiting : m.live.dotsHint}
        </p>
      )}
    </>
  );
}

/** Instead of an empty box. */
function NothingDrawn(): JSX.Element {
  const { router } = useApp();
  const { m } = useText();
  return (
    <div class={layout.empty}>
      <p class={layout.prose}>{m.cameras.nothingCounted}</p>
      <ButtonLink href={router.hrefOf('cameras')}>{m.setup.toScene}</ButtonLink>
    </div>
  );
}
