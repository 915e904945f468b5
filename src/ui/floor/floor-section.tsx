import { useSignal, type Signal } from '@preact/signals';
import type { JSX } from 'preact';
import type { FloorPlan, Site } from '../../core/site/site.ts';
import { isDemo } from '../../state/counted-site.ts';
import { useApp, useText } from '../app-context.ts';
import layout from '../styles/layout.module.css';
import { Button } from '../widgets/button.tsx';
import { PlanEditor, type PlanStart } from './plan-editor.tsx';
import { PlanImport } from './plan-import.tsx';
import { PlanOfSite } from './plan-of-site.tsx';
import entity from '../styles/entity-list.module.css';

/** What is open: at most one thing. */
type FloorTask = { readonly kind: 'file' } | { readonly kind: 'draw'; readonly start: PlanStart } | null;

/** 図面: the floor of the shop, and the zones that are drawn on it. */
export function FloorSection(): JSX.Element {
  const { counting } = useApp();
  const { m, f } = useText();
  const task = useSignal<FloorTask>(null);
  /** Read from a file, and not saved yet. */
  const draft = useSignal<FloorPlan | null>(null);
  const site = counting.site.value;
  const plan = draft.value ?? site.floor;
  const close = (): void => void (task.value = null);
  return (
    <section class={layout.part} aria-label={m.floor.plan}>
      <div>
        <h2 class={layout.name}>{m.floor.plan}</h2>
        <p class={layout.prose}>
          {site.floor
            ? m.floor.planSize(f.decimal(site.floor.widthM), f.decimal(site.floor.depthM))
            : m.floor.planNone}
        </p>
      </div>
      {task.value?.kind === 'draw' ? (
        <PlanEditor site={site} start={task.value.start} close={close} />
      ) : (
        <div class={plan ? layout.beside : undefined}>
          {plan && <PlanOfSite plan={plan} />}
          <div class={layout.stack}>
            <p class={layout.prose}>{m.floor.planIntro}</p>
            <h3 class={layout.heading}>{m.floor.zones}</h3>
            <ZoneList site={site} task={task} />
            {task.value?.kind === 'file' && <PlanImport floor={site.floor} preview={draft} close={close} />}
            {task.value === null && !isDemo(site) && <FloorActions site={site} task={task} />}
          </div>
        </div>
      )}
    </section>
  );
}

function ZoneList({ site, task }: { readonly site: Site; readonly task: Signal<FloorTask> }): JSX.Element {
  const { site: settings } = useApp();
  const { m } = useText();
  if (site.floorZones.length === 0) return <p class={layout.prose}>{m.floor.zonesNone}</p>;
  const nameOf = (owner: number): string => site.cameras.find(({ id }) => id === owner)?.name ?? '';
  return (
    <ul aria-label={m.floor.zones}>
      {site.floorZones.map((zone) => (
        <li key={zone.id} class={entity.entity}>
          <span class={entity.name}>{zone.name}</span>
          <span class={entity.kind}>{m.floor.zoneOf(m.zoneKinds[zone.kind], nameOf(zone.owner))}</span>
          <span class={entity.actions}>
            <Button
              kind="quiet"
              label={m.cameras.edit(zone.name)}
              onClick={() => (task.value = { kind: 'draw', start: { kind: 'zone', id: zone.id } })}
            >
              {m.cameras.editShort}
            </Button>
            <Button
              kind="quiet"
              label={m.cameras.delete(zone.name)}
              onClick={() => void settings.removeFloorZone(zone.id)}
            >
              {m.cameras.remove}
            </Button>
          </span>
        </li>
      ))}
    </ul>
  );
}

function FloorActions({
  site,
  task,
}: {
  readonly site: Site;
  readonly task: Signal<FloorTask>;
}): JSX.Element {
  const { site: settings } = useApp();
  const { m } = useText();
  const canAddZone = site.cameras.some(({ calibration }) => calibration !== null);
  const draw = (kind: 'look' | 'add-zone'): void => {
    task.value = { kind: 'draw', start: { kind } };
  };
  return (
    <>
      {!canAddZone && <p class={layout.prose}>{m.floor.zonesNeedMarks}</p>}
      <div class={layout.row}>
        <Button kind={site.floor ? 'plain' : 'primary'} onClick={() => draw('look')}>
          {site.floor ? m.floor.editPlan : m.floor.addPlan}
        </Button>
        {canAddZone && <Button onClick={() => draw('add-zone')}>{m.floor.addZone}</Button>}
        <Button onClick={() => (task.value = { kind: 'file' })}>{m.planFile.open}</Button>
        {site.floor && (
          <Button kind="quiet" onClick={() => void settings.setFloorPlan(null)}>
            {m.floor.removePlan}
          </Button>
        )}
      </div>
    </>
  );
}
