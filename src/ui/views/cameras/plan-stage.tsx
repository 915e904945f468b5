import { useComputed, type ReadonlySignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Box } from '../../../core/geometry/box.ts';
import type { FloorPoint, ImagePoint } from '../../../core/geometry/point.ts';
import { peopleOnFloor, pictureZonesOnFloor } from '../../../core/site/floor-shapes.ts';
import type { FloorPlan, FloorZone, Site, Zone } from '../../../core/site/site.ts';
import { useApp, useText } from '../../app-context.ts';
import type { FloorPlan as DrawnFloor } from '../../canvas/floor-plan.ts';
import { Stage } from '../../widgets/stage.tsx';

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

/** A place in fractions of the plan, which the stage draws as it draws a picture. */
function onPlan({ widthM, depthM }: FloorPlan, { x, y }: FloorPoint): ImagePoint {
  return { x: x / widthM, y: y / depthM };
}

function drawnFloor(plan: FloorPlan): DrawnFloor {
  const outline = ({ left, top, right, bottom }: Box): readonly ImagePoint[] =>
    [
      { x: left, y: top },
      { x: right, y: top },
      { x: right, y: bottom },
      { x: left, y: bottom },
    ].map((corner) => onPlan(plan, corner));
  const { widthM: right, depthM: bottom } = plan;
  return {
    aspect: right / bottom,
    top: 0,
    floors: [outline({ left: 0, top: 0, right, bottom })],
    walls: [],
    fixtures: plan.fixtures.map(outline),
  };
}

function zonesOnPlan(site: Site, plan: FloorPlan, draft: FloorZone | null): readonly Zone[] {
  const drawn = [
    ...site.floorZones.filter(({ id }) => id !== draft?.id),
    ...site.cameras.flatMap(pictureZonesOnFloor),
    ...(draft ? [draft] : []),
  ];
  return drawn.map(({ id, name, kind, timing, polygon }) => ({
    id,
    name,
    kind,
    timing,
    polygon: polygon.map((corner) => onPlan(plan, corner)),
  }));
}
