import { useComputed } from '@preact/signals';
import type { JSX } from 'preact';
import { peopleOnFloor } from '../../core/site/floor-shapes.ts';
import type { FloorPlan } from '../../core/site/site.ts';
import { useApp, useText } from '../app-context.ts';
import { PlanStage } from '../widgets/plan-stage.tsx';

/** The plan with its zones; in the demo store its people as dots as well. */
export function PlanOfSite({ plan }: { readonly plan: FloorPlan }): JSX.Element {
  const { counting } = useApp();
  const { m } = useText();
  const people = useComputed(() =>
    counting.site.value.cameras
      .filter(({ source }) => source.kind === 'demo')
      .flatMap((camera) => peopleOnFloor(counting.live.peopleOf(camera.id), camera)),
  );
  return <PlanStage plan={plan} people={people} label={m.floor.planLabel} />;
}
