import { useSignal, type Signal } from '@preact/signals';
import type { JSX } from 'preact';
import type { FloorZone, Site } from '../../core/site/site.ts';
import { isDemo } from '../../state/counted-site.ts';
import { useApp, useText } from '../app-context.ts';
import layout from '../styles/layout.module.css';
import { Button } from '../widgets/button.tsx';
import { FloorZoneForm } from './floor-zone-form.tsx';
import styles from './floor-section.module.css';
import { PlanForm } from './plan-form.tsx';
import { PlanImport } from './plan-import.tsx';
import { PlanStage, type PlanDraft } from './plan-stage.tsx';

/** What is open beside the plan: at most one thing. */
type FloorTask =
  { readonly kind: 'plan' | 'file' } | { readonly kind: 'zone'; readonly zone: FloorZone | null } | null;

/** 図面: the floor of the shop, and the zones that are drawn on it. */
export function FloorSection(): JSX.Element {
  const { counting } = useApp();
  const { m, f } = useText();
  const task = useSignal<FloorTask>(null);
  const draft = useSignal<PlanDraft>({ plan: null, zone: null });
  const site = counting.site.value;
  const plan = draft.value.plan ?? site.floor;
  const close = (): void => {
    task.value = null;
    draft.value = { plan: null, zone: null };
  };
  return (
    <section class={styles.floor} aria-label={m.floor.plan}>
      <div>
        <h2 class={styles.name}>{m.floor.plan}</h2>
        <p class={layout.prose}>
          {site.floor
            ? m.floor.planSize(f.decimal(site.floor.widthM), f.decimal(site.floor.depthM))
            : m.floor.planNone}
        </p>
      </div>
      <div class={plan ? styles.scene : undefined}>
        {plan && <PlanStage site={site} plan={plan} draft={draft} />}
        <div class={styles.tasks}>
          <p class={layout.prose}>{m.floor.planIntro}</p>
          <h3 class={layout.heading}>{m.floor.zones}</h3>
          <ZoneList site={site} task={task} />
          {!isDemo(site) && <FloorTasks site={site} task={task} draft={draft} close={close} />}
        </div>
      </div>
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
        <li key={zone.id} class={styles.zone}>
          <span class={styles.zoneName}>{zone.name}</span>
          <span class={styles.kind}>{m.floor.zoneOf(m.zoneKinds[zone.kind], nameOf(zone.owner))}</span>
          <span class={styles.actions}>
            <Button
              kind="quiet"
              label={m.cameras.edit(zone.name)}
              onClick={() => (task.value = { kind: 'zone', zone })}
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

function FloorTasks({
  site,
  task,
  draft,
  close,
}: {
  readonly site: Site;
  readonly task: Signal<FloorTask>;
  readonly draft: Signal<PlanDraft>;
  readonly close: () => void;
}): JSX.Element {
  const { site: settings } = useApp();
  const { m } = useText();
  const current = task.value;
  if (current?.kind === 'plan') return <PlanForm floor={site.floor} preview={draft} close={close} />;
  if (current?.kind === 'file') return <PlanImport floor={site.floor} preview={draft} close={close} />;
  const owners = site.cameras.filter(({ calibration }) => calibration !== null);
  if (current?.kind === 'zone' && owners.length > 0) {
    const { zone } = current;
    return <FloorZoneForm key={zone?.id ?? 0} zone={zone} owners={owners} preview={draft} close={close} />;
  }
  return (
    <>
      {owners.length === 0 && <p class={layout.prose}>{m.floor.zonesNeedMarks}</p>}
      <div class={layout.row}>
        {owners.length > 0 && (
          <Button onClick={() => (task.value = { kind: 'zone', zone: null })}>{m.floor.addZone}</Button>
        )}
        <Button onClick={() => (task.value = { kind: 'plan' })}>
          {site.floor ? m.floor.editPlan : m.floor.addPlan}
        </Button>
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
