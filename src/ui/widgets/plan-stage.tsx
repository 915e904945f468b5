import { useComputed, type ReadonlySignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { FloorPoint } from '../../core/geometry/point.ts';
import type { FloorPlan } from '../../core/site/site.ts';
import { useApp } from '../app-context.ts';
import type { ZoneCrowd } from '../canvas/draw-stage.ts';
import { drawnFloor, onPlan, zonesOnPlan } from '../canvas/plan-on-stage.ts';
import { Stage } from './stage.tsx';

/** The store from above, with all zones of calibrated cameras. */
export function PlanStage({
  plan,
  people,
  crowd,
  label,
}: {
  readonly plan: FloorPlan;
  /** As dots, where those are allowed. */
  readonly people: ReadonlySignal<readonly FloorPoint[]>;
  readonly crowd?: ReadonlySignal<ReadonlyMap<number, ZoneCrowd>>;
  /** By the number of zones. */
  readonly label: (zones: number) => string;
}): JSX.Element {
  const { counting } = useApp();
  const site = counting.site.value;
  const drawn = useMemo(() => drawnFloor(plan), [plan]);
  const zones = useMemo(() => zonesOnPlan(site, plan), [site, plan]);
  const dots = useComputed(() => people.value.map((person) => onPlan(plan, person)));
  return (
    <Stage
      plan={drawn}
      lines={[]}
      zones={zones}
      region={null}
      people={dots}
      {...(crowd && { crowd })}
      label={label(zones.length)}
    />
  );
}
