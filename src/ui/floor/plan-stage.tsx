import { useComputed, type ReadonlySignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { peopleOnFloor } from '../../core/site/floor-shapes.ts';
import type { FloorPlan, FloorZone, Site } from '../../core/site/site.ts';
import { useApp, useText } from '../app-context.ts';
import { drawnFloor, onPlan, zonesOnPlan } from '../canvas/plan-on-stage.ts';
import { Stage } from '../widgets/stage.tsx';

/** A plan or a zone that is typed and makes sense, but is not saved yet. */
export interface PlanDraft {
  readonly plan: FloorPlan | null;
  readonly zone: FloorZone | null;
}

/** The plan from above with all zones of calibrated cameras; in the demo store its people as dots as well. */
export function PlanStage({
  site,
  plan,
  draft,
}: {
  readonly site: Site;
  readonly plan: FloorPlan;
  readonly draft: ReadonlySignal<PlanDraft>;
}): JSX.Element {
  const { counting } = useApp();
  const { m } = useText();
  const { zone } = draft.value;
  const drawn = useMemo(() => drawnFloor(plan), [plan]);
  const zones = useMemo(() => zonesOnPlan(site, plan, zone), [site, plan, zone]);
  const people = useComputed(() =>
    site.cameras
      .filter(({ source }) => source.kind === 'demo')
      .flatMap((camera) => peopleOnFloor(counting.live.peopleOf(camera.id), camera))
      .map((person) => onPlan(plan, person)),
  );
  return (
    <Stage
      plan={drawn}
      lines={[]}
      zones={zones}
      region={null}
      people={people}
      label={m.floor.planLabel(zones.length)}
    />
  );
}
