import { useComputed, type ReadonlySignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { FloorPoint } from '../../core/geometry/point.ts';
import type { FloorPlan } from '../../core/site/site.ts';
import { useText } from '../app-context.ts';
import { PlanStage } from './plan-stage.tsx';
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
  const { m } = useText();
  const count = useComputed(() => people.value.length);
  const crowd = useCrowd();
  const label = count.value > 0 ? m.plan.planLabel(count.value) : m.plan.planLabelHidden;
  return <PlanStage plan={plan} people={people} crowd={crowd} label={() => label} />;
}
