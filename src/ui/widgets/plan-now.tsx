import { useComputed, type ReadonlySignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { FloorPoint } from '../../core/geometry/point.ts';
import type { FloorPlan } from '../../core/site/site.ts';
import { useApp, useText } from '../app-context.ts';
import { drawnFloor, onPlan, zonesOnPlan } from '../canvas/plan-on-stage.ts';
import { Stage } from './stage.tsx';
import { useCrowd } from './use-crowd.ts';

/** The store from above, with everything that its calibrated cameras count on the floor, by how full it is. */
export function PlanNow({
  plan,
  people,
}: {
  readonly plan: FloorPlan;
  /** As dots, where those are allowed. */
  readonly people: ReadonlySignal<readonly FloorPoint[]>;
}): JSX.Element {
  const { counting } = useApp();
  const { m } = useText();
  const site = counting.site.value;
  const drawn = useMemo(() => drawnFloor(plan), [plan]);
  const zones = useMemo(() => zonesOnPlan(site, plan), [site, plan]);
  const dots = useComputed(() => people.value.map((person) => onPlan(plan, person)));
  const count = useComputed(() => people.value.length);
  const crowd = useCrowd();
  return (
    <Stage
      plan={drawn}
      lines={[]}
      zones={zones}
      region={null}
      people={dots}
      crowd={crowd}
      label={count.value > 0 ? m.plan.planLabel(count.value) : m.plan.planLabelHidden}
    />
  );
}
